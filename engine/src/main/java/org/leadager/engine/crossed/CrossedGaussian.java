package org.leadager.engine.crossed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leadager.engine.crossed.CrossedResult.Estimate;
import org.leadager.engine.crossed.CrossedResult.Level;
import org.leadager.engine.crossed.CrossedResult.Refused;
import org.leadager.engine.crossed.CrossedResult.Run;

/**
 * Answers as numbers with random effects of raters and ratees: y = μ_group + a_rater + b_ratee + e,
 * by REML (Patterson & Thompson 1971; Bates et al. 2015). docs/methods/crossed-effects.md.
 */
public final class CrossedGaussian {
  private static final double START = 0.5;
  private static final double WIDEST = 500;
  private final CrossedRatings data;
  private final Design design;
  private final DesignCheck check;

  private CrossedGaussian(CrossedRatings data) {
    this.data = data;
    this.design = new Design(data);
    this.check = new DesignCheck(design, data);
  }

  /** Fits the model to all answers. */
  public static CrossedResult fit(CrossedRatings data) {
    return new CrossedGaussian(data).run();
  }

  private CrossedResult run() {
    Optional<String> reason = check.refusal();
    if (reason.isEmpty() && design.answers <= design.groups + 2) {
      reason = Optional.of("Fewer answers than the model has parameters.");
    }
    if (reason.isPresent()) {
      return new Refused(reason.get());
    }
    RemlObjective objective = new RemlObjective(design);
    QuasiNewton search =
        BoundarySearch.minimise(objective, new double[] {START, START}, curvature());
    double[] sd = search.point().x;
    if (Math.abs(sd[0]) > WIDEST || Math.abs(sd[1]) > WIDEST) {
      return new Refused("Raters and ratees explain every answer: no residual is left.");
    }
    return result(objective.solve(sd[0], sd[1]), search);
  }

  /** The inverse information of a well measured SD is θ² / 2q. */
  private double[][] curvature() {
    double square = START * START / 2;
    return new double[][] {{square / design.outers, 0}, {0, square / design.inners}};
  }

  private CrossedResult.Gaussian result(RemlObjective.Solution s, QuasiNewton search) {
    double outerSd = Math.abs(search.point().x[0]);
    double innerSd = Math.abs(search.point().x[1]);
    // u follows the sign of its SD: the product is the same for both signs.
    Effects effects = new Effects(design, s.u, s.variance);
    double noise = Math.sqrt(s.residualVariance);
    boolean raters = design.ratersOuter;
    List<Level> outer =
        effects.outer(raters ? data.raters() : data.ratees(), search.point().x[0], noise);
    List<Level> inner =
        effects.inner(raters ? data.ratees() : data.raters(), search.point().x[1], noise);
    double outerVariance = outerSd * outerSd * s.residualVariance;
    double innerVariance = innerSd * innerSd * s.residualVariance;
    List<Estimate> means = new ArrayList<>();
    for (int g = 0; g < design.groups; g++) {
      double se = noise * Math.sqrt(s.meanVariance[g]);
      means.add(new Estimate(data.groups().label(g), s.means[g], se));
    }
    int sets = check.sets();
    List<String> warnings =
        Warnings.of(
            sets, search.converged(), raters ? outerSd : innerSd, raters ? innerSd : outerSd);
    return new CrossedResult.Gaussian(
        design.answers,
        s.criterion,
        raters ? outerVariance : innerVariance,
        raters ? innerVariance : outerVariance,
        s.residualVariance,
        List.copyOf(means),
        raters ? outer : inner,
        raters ? inner : outer,
        new Run(search.steps(), search.converged(), sets, warnings));
  }
}
