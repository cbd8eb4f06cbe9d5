package org.leadager.engine.crossed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.leadager.engine.crossed.CrossedResult.Estimate;
import org.leadager.engine.crossed.CrossedResult.Level;
import org.leadager.engine.crossed.CrossedResult.Refused;
import org.leadager.engine.crossed.CrossedResult.Run;

/**
 * Answers as ordered categories with random effects of raters and ratees: logit P(y ≤ k) = α_k −
 * β_group − a_rater − b_ratee, by Laplace's approximation (Christensen 2019, R package ordinal,
 * {@code clmm}). docs/methods/crossed-effects.md.
 */
public final class CrossedOrdinal {
  private static final int MOST_CATEGORIES = 50;
  private static final double EDGE = 0.98 * LaplaceObjective.WIDEST;
  private final CrossedRatings data;
  private final Design design;
  private final DesignCheck check;
  private final double[] values;
  private final int[] category;

  private CrossedOrdinal(CrossedRatings data) {
    this.data = data;
    this.design = new Design(data);
    this.check = new DesignCheck(design, data);
    this.values = Arrays.stream(design.y).distinct().sorted().toArray();
    this.category = new int[design.answers];
    for (int e = 0; e < category.length; e++) {
      category[e] = Arrays.binarySearch(values, design.y[e]);
    }
  }

  /** Fits the model to all answers; each different answer is a category. */
  public static CrossedResult fit(CrossedRatings data) {
    return new CrossedOrdinal(data).run();
  }

  private CrossedResult run() {
    Optional<String> reason = check.refusal().or(this::categoryRefusal);
    if (reason.isPresent()) {
      return new Refused(reason.get());
    }
    LaplaceObjective objective = new LaplaceObjective(design, category, values.length);
    OrdinalStart start = new OrdinalStart(design, category, values.length);
    QuasiNewton search = BoundarySearch.minimise(objective, start.parameters(), start.curvature());
    OrdinalState state = new OrdinalState(search.point().x, values.length - 1);
    if (Math.max(Math.abs(state.outerSd()), Math.abs(state.innerSd())) > EDGE) {
      return new Refused("Raters and ratees explain every answer: there is no finite maximum.");
    }
    LaplaceObjective.Look look = Objects.requireNonNull(objective.look(state));
    return result(state, look, search, OrdinalErrors.of(objective, search.point().x));
  }

  private Optional<String> categoryRefusal() {
    if (values.length > MOST_CATEGORIES) {
      return Optional.of("More than " + MOST_CATEGORIES + " different answers: use numbers.");
    }
    int[] lowest = new int[design.groups];
    int[] highest = new int[design.groups];
    int[] size = DesignCheck.sizes(design.group, design.groups);
    for (int e = 0; e < category.length; e++) {
      lowest[design.group[e]] += category[e] == 0 ? 1 : 0;
      highest[design.group[e]] += category[e] == values.length - 1 ? 1 : 0;
    }
    for (int g = 0; g < size.length; g++) {
      if (lowest[g] == size[g] || highest[g] == size[g]) {
        return Optional.of(
            "Group "
                + data.groups().label(g)
                + " has only lowest or only highest answers: no finite shift; leave it out.");
      }
    }
    return Optional.empty();
  }

  private CrossedResult.Ordinal result(
      OrdinalState state, LaplaceObjective.Look look, QuasiNewton search, double[] se) {
    boolean raters = design.ratersOuter;
    Effects effects = new Effects(design, look.u, look.spread.variance);
    List<Level> outer = effects.outer(raters ? data.raters() : data.ratees(), state.outerSd(), 1);
    List<Level> inner = effects.inner(raters ? data.ratees() : data.raters(), state.innerSd(), 1);
    double[] x = search.point().x;
    int last = x.length - 2;
    int rater = raters ? last : last + 1;
    int ratee = raters ? last + 1 : last;
    Estimate raterSd = new Estimate("raters", Math.abs(x[rater]), se[rater]);
    Estimate rateeSd = new Estimate("ratees", Math.abs(x[ratee]), se[ratee]);
    int sets = check.sets();
    List<String> warnings = Warnings.of(sets, search.converged(), raterSd.value(), rateeSd.value());
    return new CrossedResult.Ordinal(
        design.answers,
        look.logLik,
        raterSd,
        rateeSd,
        Arrays.stream(values).boxed().toList(),
        thresholds(x, se),
        shifts(x, se),
        raters ? outer : inner,
        raters ? inner : outer,
        new Run(search.steps(), search.converged(), sets, warnings));
  }

  private List<Estimate> thresholds(double[] x, double[] se) {
    List<Estimate> thresholds = new ArrayList<>();
    for (int k = 0; k < values.length - 1; k++) {
      thresholds.add(new Estimate(name(values[k]) + "|" + name(values[k + 1]), x[k], se[k]));
    }
    return List.copyOf(thresholds);
  }

  private List<Estimate> shifts(double[] x, double[] se) {
    List<Estimate> shifts = new ArrayList<>();
    for (int g = 1; g < design.groups; g++) {
      int at = values.length - 2 + g;
      shifts.add(new Estimate(data.groups().label(g), x[at], se[at]));
    }
    return List.copyOf(shifts);
  }

  private static String name(double value) {
    return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
  }
}
