package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;

/**
 * The gate on the two axes: one score is reported instead of two where the axes are nearly the same
 * thing, where what items share is nearly all general, or where an axis' own score says less about
 * it than the total does (Haberman 2008). Definitions, source, oracle and limits:
 * docs/methods/two-axes-gate.md.
 */
public final class AxesGate {
  /** Above it an interval of ρ says that two axes are one. */
  static final double HIGHEST_CORRELATION = .90;

  static final double HIGHEST_ECV = .70;
  static final double HIGHEST_OMEGA_H = .80;
  private static final int AXES = 2;
  private static final String OTHER_AXES =
      "The gate is about two axes; this instrument has another number.";

  private final RatingModel model;
  private final AxisCorrelation correlation;

  private AxesGate(RatingModel model, AxisCorrelation correlation) {
    this.model = model;
    this.correlation = correlation;
  }

  /**
   * Asks the gate.
   *
   * @param model a model with estimated parameters
   * @param correlation its ρ, and whether that was estimated
   * @param panel raters of each source, by source index, that a subject has on average
   */
  public static AxesVerdict verdict(
      RatingModel model, AxisCorrelation correlation, List<Double> panel) {
    return new AxesGate(model, correlation).verdict(panel);
  }

  /**
   * Asks the gate of a calibration.
   *
   * @param calibrated a calibration of that structure
   * @param panel raters of each source, by source index, that a subject has on average
   */
  public static AxesVerdict verdict(
      RatingStructure structure, Calibrated calibrated, List<Double> panel) {
    if (structure.axes() != AXES) {
      return notTestable(OTHER_AXES);
    }
    if (!calibrated.converged()) {
      return notTestable("Not testable yet. " + calibrated.reason());
    }
    RatingModel model = new RatingModel(structure, calibrated.parameters(), calibrated.priors());
    return verdict(model, AxisCorrelation.of(calibrated), panel);
  }

  /** Raters of each source that these subjects have on average, their own answers left out. */
  public static List<Double> meanPanel(RatingStructure structure, List<SubjectRatings> subjects) {
    Check.that(!subjects.isEmpty(), "a mean needs subjects");
    double[] raters = new double[structure.sources()];
    for (SubjectRatings subject : subjects) {
      IntStream.range(0, subject.ratings())
          .map(subject::rater)
          .distinct()
          .map(subject::raterSource)
          .filter(g -> g != structure.selfSource())
          .forEach(g -> raters[g] += 1.0 / subjects.size());
    }
    return IntStream.range(0, raters.length).mapToObj(g -> raters[g]).toList();
  }

  private AxesVerdict verdict(List<Double> panel) {
    RatingStructure structure = model.structure();
    if (structure.axes() != AXES) {
      return notTestable(OTHER_AXES);
    }
    if (correlation.fixed()) {
      return notTestable(
          "Not testable yet: how the two axes hang together was assumed, or its error is not known."
              + " Calibrate on more subjects, and ask for the error.");
    }
    for (int a = 0; a < AXES; a++) {
      if (!hasOwnItems(a)) {
        return notTestable(
            "Not testable: no question speaks about axis " + (a + 1) + " and no other.");
      }
    }
    AxesVerdict.Evidence evidence = evidence(new PanelMoments(model, panel));
    List<String> against = against(evidence);
    return against.isEmpty()
        ? new AxesVerdict(AxesVerdict.Answer.TWO_AXES, List.of(inFavour(evidence)), evidence)
        : new AxesVerdict(AxesVerdict.Answer.ONE_SCORE, against, evidence);
  }

  private static AxesVerdict notTestable(String reason) {
    return new AxesVerdict(AxesVerdict.Answer.NOT_TESTABLE, List.of(reason), null);
  }

  private boolean hasOwnItems(int axis) {
    return model.structure().items().stream().anyMatch(i -> i.isPure(axis));
  }

  private AxesVerdict.Evidence evidence(PanelMoments moments) {
    PanelMoments.Sum total = moments.sum(i -> true);
    List<Double> own = new ArrayList<>();
    List<Double> byTotal = new ArrayList<>();
    for (int a = 0; a < AXES; a++) {
      int axis = a;
      own.add(moments.sum(i -> model.structure().items().get(i).isPure(axis)).predicts(axis));
      byTotal.add(total.predicts(axis));
    }
    // θ = √ρ G + √(1 − ρ) U: with two axes only equal loadings on the general factor can be told.
    double shared = Math.max(0, model.priors().axisCorrelation(0, 1));
    double general = shared * square(total.axes[0] + total.axes[1]);
    return new AxesVerdict.Evidence(
        correlation, ecv(shared), general / total.variance(), own, byTotal);
  }

  /** Σ λ_G² / Σ (λ_G² + λ_1² + λ_2²) with loadings a w √ρ and a w √(1 − ρ). */
  private double ecv(double shared) {
    double general = 0;
    double group = 0;
    for (int i = 0; i < model.structure().items().size(); i++) {
      double a = model.parameters().slope(i);
      List<Double> w = model.structure().items().get(i).weights();
      general += shared * square(a * (w.getFirst() + w.getLast()));
      group += (1 - shared) * (square(a * w.getFirst()) + square(a * w.getLast()));
    }
    return general / (general + group);
  }

  private static double square(double x) {
    return x * x;
  }

  private static List<String> against(AxesVerdict.Evidence e) {
    List<String> reasons = new ArrayList<>();
    if (e.correlation().low() > HIGHEST_CORRELATION) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "The two axes go together so closely that they are one: correlation %.2f, with 90%%"
                  + " certainty above %.2f.",
              e.correlation().rho(),
              e.correlation().low()));
    }
    if (e.ecv() > HIGHEST_ECV && e.omegaH() > HIGHEST_OMEGA_H) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "Nearly all that questions have in common is general (%.0f%%), and it makes up %.0f%%"
                  + " of the total.",
              100 * e.ecv(),
              100 * e.omegaH()));
    }
    for (int a = 0; a < AXES; a++) {
      if (e.own().get(a) < e.total().get(a)) {
        reasons.add(
            String.format(
                Locale.ROOT,
                "The questions about axis %d alone say less about it (%.2f) than all questions"
                    + " together do (%.2f).",
                a + 1,
                e.own().get(a),
                e.total().get(a)));
      }
    }
    return reasons;
  }

  private static String inFavour(AxesVerdict.Evidence e) {
    return String.format(
        Locale.ROOT,
        "The two axes can be told apart: correlation %.2f (90%% interval %.2f to %.2f), and each"
            + " axis' own questions say more about it (%.2f, %.2f) than the total (%.2f, %.2f).",
        e.correlation().rho(),
        e.correlation().low(),
        e.correlation().high(),
        e.own().getFirst(),
        e.own().getLast(),
        e.total().getFirst(),
        e.total().getLast());
  }
}
