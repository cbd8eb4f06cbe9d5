package org.leadager.engine.rating;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Expected answers to a set of items as a curve in the level it measures, one curve per source.
 *
 * <p>"Averaged over the panel's raters" means over raters like them: what a rater adds (δ, h, x, v,
 * and s where the level is an axis) is integrated over its prior, since the panel's own severity
 * must not move what a role needs.
 */
final class ExpectedAnswers {
  private static final double[] NODE;
  private static final double[] WEIGHT;
  private static final int BISECTIONS = 60;

  /** A need this close to the end of the scale is read as this far inside: no mean gets there. */
  private static final double END_MARGIN = .25;

  static {
    GaussRule doubt = GaussRule.normal(15);
    NODE = doubt.nodes();
    WEIGHT = doubt.weights();
  }

  private final ModelTerms terms;
  private final List<Integer> items;
  private final double competenceVariance;
  private final ResponseCurve[] curve;
  private final int topCategory;

  private ExpectedAnswers(ModelTerms terms, List<Integer> items, double competenceVariance) {
    this.terms = terms;
    this.items = items;
    this.competenceVariance = competenceVariance;
    topCategory =
        items.stream()
            .mapToInt(i -> terms.structure.items().get(i).categories())
            .max()
            .orElseThrow();
    curve = new ResponseCurve[terms.structure.sources()];
    for (int g = 0; g < curve.length; g++) {
      curve[g] = tabulate(g);
    }
  }

  /** The items of a competence, against its level. */
  static ExpectedAnswers ofCompetence(ModelTerms terms, int competence) {
    List<Integer> chosen =
        IntStream.range(0, terms.competence.length)
            .filter(i -> terms.competence[i] == competence)
            .boxed()
            .toList();
    return new ExpectedAnswers(terms, chosen, 0);
  }

  /** The items that speak about one axis alone, against the axis; null when there are none. */
  static @org.jspecify.annotations.Nullable ExpectedAnswers ofAxis(ModelTerms terms, int axis) {
    List<Integer> chosen =
        IntStream.range(0, terms.competence.length)
            .filter(i -> terms.structure.items().get(i).isPure(axis))
            .boxed()
            .toList();
    double s = terms.structure.has(Effect.COMPETENCE) ? terms.priors.competenceVariance() : 0;
    return chosen.isEmpty() ? null : new ExpectedAnswers(terms, chosen, s);
  }

  private ResponseCurve tabulate(int g) {
    RaterAverage average = new RaterAverage(terms, g, 1.0 / items.size());
    items.stream()
        .collect(Collectors.groupingBy(i -> raterVariance(i, g), TreeMap::new, Collectors.toList()))
        .forEach((variance, alike) -> average.add(alike, Math.sqrt(variance)));
    return average.curve();
  }

  /** Var(δ + h ± x + v), and Var(s) where it is not part of the level. */
  private double raterVariance(int i, int g) {
    RatingStructure structure = terms.structure;
    RatingPriors priors = terms.priors;
    double sum = priors.haloVariance(g) + competenceVariance;
    sum += structure.has(Effect.SOURCE) ? priors.sourceVariance() : 0;
    sum += terms.hasTestlet(terms.competence[i]) ? priors.testletVariance() : 0;
    boolean slanted = terms.design[i * terms.width + terms.axes + 1] != 0;
    return slanted ? sum + priors.slantVariance() : sum;
  }

  /** Expected answer at a level, for a panel with the given shares of each source. */
  double at(double eta, double[] mix) {
    double sum = 0;
    for (int g = 0; g < mix.length; g++) {
      sum += mix[g] == 0 ? 0 : mix[g] * curve[g].at(eta);
    }
    return sum;
  }

  /**
   * @param halfWidth of the interval, in SDs of the level
   */
  FrequencyEstimate of(Estimate level, double[] mix, double halfWidth) {
    double mean = 0;
    for (int m = 0; m < NODE.length; m++) {
      mean += WEIGHT[m] * at(level.mean() + level.sd() * NODE[m], mix);
    }
    double half = halfWidth * level.sd();
    return new FrequencyEstimate(mean, at(level.mean() - half, mix), at(level.mean() + half, mix));
  }

  /** The level at which the expected answer is the given one. */
  double levelOf(double frequency, double[] mix) {
    double f = Math.min(topCategory - END_MARGIN, Math.max(1 + END_MARGIN, frequency));
    double low = -ResponseCurve.LIMIT;
    double high = ResponseCurve.LIMIT;
    for (int step = 0; step < BISECTIONS; step++) {
      double mid = (low + high) / 2;
      if (at(mid, mix) < f) {
        low = mid;
      } else {
        high = mid;
      }
    }
    return (low + high) / 2;
  }

  /**
   * Adds, for each item parameter, dr/dφ · SD(φ), where r is the level at which the expected answer
   * keeps its value: dr/dφ = −(∂F/∂φ) / (∂F/∂η).
   */
  void addLevelGradient(double level, double[] mix, ParameterColumns columns, double[] out) {
    double[] byParameter = new double[out.length];
    double slope = 0;
    for (int i : items) {
      for (int g = 0; g < mix.length; g++) {
        slope += mix[g] == 0 ? 0 : gradient(i, g, mix[g], level, columns, byParameter);
      }
    }
    for (int i : items) {
      for (int c = columns.first(i); c < columns.first(i + 1); c++) {
        out[c] += byParameter[c] / slope * columns.sd(c);
      }
    }
  }

  /** Adds −∂F/∂φ of one item and source; returns its part of ∂F/∂η. */
  private double gradient(
      int i, int g, double share, double level, ParameterColumns columns, double[] out) {
    double spread = Math.sqrt(raterVariance(i, g));
    double a = terms.parameters.slope(i);
    double[] b = terms.parameters.row(i, g);
    double total = 0;
    for (int k = 0; k < b.length; k++) {
      for (int m = 0; m < RaterAverage.NODES; m++) {
        double distance = level + spread * RaterAverage.node(m) - b[k];
        double p = 1 / (1 + Math.exp(-a * distance));
        double density = share * RaterAverage.weight(m) * a * p * (1 - p);
        out[columns.threshold(i, k)] += density;
        out[columns.logSlope(i)] -= density * distance;
        total += density;
      }
    }
    out[columns.shift(i)] += total;
    out[columns.sourceShift(i, g)] += total;
    return total;
  }
}
