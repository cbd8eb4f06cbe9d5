package org.leadager.engine.rating;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Variances over subjects of sums of underlying answers, averaged over a panel. The underlying
 * answer is y = a_i η + ε with ε logistic, so that the answer given is k or more exactly when y
 * exceeds a_i b_k; everything about such sums is closed and linear.
 */
final class PanelMoments {
  /** Variance of a standard logistic number. */
  private static final double LOGISTIC = Math.PI * Math.PI / 3;

  private final RatingModel model;
  private final RatingStructure structure;
  private final double raters;

  /** Σ_g (n_g / n)²: what averaging over sources leaves of a source's view. */
  private final double sourceShare;

  /** Σ_g n_g Var(h_g) / n². */
  private final double halo;

  PanelMoments(RatingModel model, List<Double> panel) {
    this.model = model;
    structure = model.structure();
    Check.that(panel.size() == structure.sources(), "every source needs its number of raters");
    raters = panel.stream().mapToDouble(Double::doubleValue).sum();
    Check.positive(raters, "the number of raters");
    double shares = 0;
    double halos = 0;
    for (int g = 0; g < structure.sources(); g++) {
      double n = panel.get(g);
      shares += n * n / (raters * raters);
      halos += n * model.priors().haloVariance(g) / (raters * raters);
    }
    sourceShare = shares;
    halo = halos;
  }

  /** A sum of underlying answers: how each effect enters it. */
  final class Sum {
    final double[] axes = new double[structure.axes()];
    private final double[] competence = new double[structure.competences()];
    private double ones;
    private double slant;
    private int items;

    private Sum(IntPredicate items) {
      for (int i = 0; i < structure.items().size(); i++) {
        if (items.test(i)) {
          add(structure.items().get(i), model.parameters().slope(i));
        }
      }
    }

    private void add(RatingItem item, double a) {
      for (int k = 0; k < axes.length; k++) {
        axes[k] += a * item.weights().get(k);
      }
      if (item.competence() != RatingItem.NO_COMPETENCE) {
        competence[item.competence()] += a;
      }
      ones += a;
      slant += a * item.slant();
      items++;
    }

    double variance() {
      RatingPriors v = model.priors();
      double sum = 0;
      for (int k = 0; k < axes.length; k++) {
        sum += axes[k] * covariance(k);
      }
      for (double c : competence) {
        sum += c * c * has(Effect.COMPETENCE, v.competenceVariance());
        sum += c * c * has(Effect.TESTLET, v.testletVariance()) / raters;
      }
      sum += ones * ones * (sourceShare * has(Effect.SOURCE, v.sourceVariance()) + halo);
      sum += slant * slant * has(Effect.SLANT, v.slantVariance()) / raters;
      return sum + items * LOGISTIC / raters;
    }

    /** Covariance of the sum with an axis. */
    double covariance(int axis) {
      double sum = 0;
      for (int k = 0; k < axes.length; k++) {
        sum += axes[k] * model.priors().axisCorrelation(axis, k);
      }
      return sum;
    }

    /** Share of an axis' variance that the sum predicts: their squared correlation. */
    double predicts(int axis) {
      return covariance(axis) * covariance(axis) / variance();
    }
  }

  private double has(Effect effect, double variance) {
    return structure.has(effect) ? variance : 0;
  }

  /** The sum over some items. */
  Sum sum(IntPredicate items) {
    return new Sum(items);
  }
}
