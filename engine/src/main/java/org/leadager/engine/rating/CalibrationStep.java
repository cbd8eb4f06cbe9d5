package org.leadager.engine.rating;

/**
 * The maximisation step: {@link ItemStep} for the items, the best value of each variance, one
 * scoring step on the axes' correlations.
 */
final class CalibrationStep {
  /** Bounds of ln a: slopes of .05 and 8. */
  static final double LOWEST_LOG_SLOPE = Math.log(.05);

  static final double HIGHEST_LOG_SLOPE = Math.log(8);
  static final double LOWEST_LOG_VARIANCE = Math.log(1e-4);
  static final double HIGHEST_LOG_VARIANCE = Math.log(1e3);

  /** Bound of atanh ρ: |ρ| .995. */
  static final double LARGEST_ATANH = 3;

  private static final int VARIANCE_STEPS = 50;

  private final CalibrationLayout layout;
  private final VariancePriors variances;
  private final ItemPenalty penalty;

  /** Position of the correlation that does not move; −1 when all do. */
  private final int held;

  final ItemStep items;

  CalibrationStep(CalibrationLayout layout, VariancePriors variances, ItemPenalty penalty) {
    this(layout, variances, penalty, -1);
  }

  private CalibrationStep(
      CalibrationLayout layout, VariancePriors variances, ItemPenalty penalty, int held) {
    this.held = held;
    this.layout = layout;
    this.variances = variances;
    this.penalty = penalty;
    items = new ItemStep(layout, penalty);
  }

  /** The same step, which leaves one correlation where it is. */
  CalibrationStep holding(int correlation) {
    return new CalibrationStep(layout, variances, penalty, correlation);
  }

  double[] run(double[] x, CalibrationStatistics s) {
    double[] next = x.clone();
    items.move(x, next, s);
    for (int g = 0; g < layout.halo.length; g++) {
      double centre = Math.log(layout.basePriors.haloVariance(g));
      moveVariance(
          next, layout.halo[g], s.haloSum[g], s.haloCount[g], centre, variances.haloLogSd());
    }
    for (int e = 0; e < layout.effect.length; e++) {
      double centre = Math.log(CalibrationLayout.variance(layout.basePriors, e));
      moveVariance(
          next,
          layout.effect[e],
          s.effectSum[e],
          s.effectCount[e],
          centre,
          variances.effectLogSd());
    }
    moveCorrelations(x, next, s);
    return next;
  }

  /** Log prior of everything at x. */
  double logPrior(double[] x) {
    penalty.centre(x);
    double sum = penalty.value(x);
    for (int g = 0; g < layout.halo.length; g++) {
      double centre = Math.log(layout.basePriors.haloVariance(g));
      sum += normal(x, layout.halo[g], centre, variances.haloLogSd());
    }
    for (int e = 0; e < layout.effect.length; e++) {
      double centre = Math.log(CalibrationLayout.variance(layout.basePriors, e));
      sum += normal(x, layout.effect[e], centre, variances.effectLogSd());
    }
    for (int k = 0; k < layout.correlation.length; k++) {
      sum += normal(x, layout.correlation[k], correlationCentre(k), variances.correlationSd());
    }
    return sum;
  }

  private static double normal(double[] x, int at, double centre, double sd) {
    return at < 0 ? 0 : -Math.pow((x[at] - centre) / sd, 2) / 2;
  }

  private double correlationCentre(int k) {
    int axes = layout.structure.axes();
    return k / axes == k % axes
        ? 0
        : CalibrationLayout.atanh(layout.basePriors.axisCorrelation(k / axes, k % axes));
  }

  /** Top of −n/2 y − sum/2 exp(−y) − (y − centre)²/(2 sd²) in y, which is concave. */
  private static void moveVariance(
      double[] next, int at, double sum, double n, double centre, double sd) {
    if (at < 0) {
      return;
    }
    double y = n > 0 ? Math.log(sum / n) : centre;
    for (int step = 0; step < VARIANCE_STEPS; step++) {
      double pull = sum * Math.exp(-y) / 2;
      double change = (pull - n / 2 - (y - centre) / (sd * sd)) / (pull + 1 / (sd * sd));
      y += change;
      if (Math.abs(change) < 1e-12) {
        break;
      }
    }
    next[at] = Math.clamp(y, LOWEST_LOG_VARIANCE, HIGHEST_LOG_VARIANCE);
  }

  /** Scoring on −n/2 ln|R| − tr(R⁻¹ A)/2, each correlation apart, halved until R is one. */
  private void moveCorrelations(double[] x, double[] next, CalibrationStatistics s) {
    int axes = layout.structure.axes();
    for (int k = 0; k < layout.correlation.length; k++) {
      int at = layout.correlation[k];
      if (at < 0 || at == held) {
        continue;
      }
      double[] precision = layout.priorPrecision(next);
      double step = correlationStep(k / axes, k % axes, precision, s, x[at]);
      next[at] = Math.clamp(x[at] + step, -LARGEST_ATANH, LARGEST_ATANH);
      while (!layout.correlationsFit(next)) {
        step /= 2;
        next[at] = x[at] + step;
      }
    }
  }

  private double correlationStep(
      int i, int j, double[] precision, CalibrationStatistics s, double z) {
    int axes = layout.structure.axes();
    double pap = 0;
    for (int a = 0; a < axes; a++) {
      for (int b = 0; b < axes; b++) {
        pap += precision[i * axes + a] * s.axisMoment[a * axes + b] * precision[b * axes + j];
      }
    }
    double pij = precision[i * axes + j];
    double slope = 1 - Math.pow(Math.tanh(z), 2);
    double weight = 1 / Math.pow(variances.correlationSd(), 2);
    double g = (pap - s.subjects * pij) * slope - (z - correlationCentre(i * axes + j)) * weight;
    double information =
        s.subjects * (pij * pij + precision[i * axes + i] * precision[j * axes + j]);
    return g / (information * slope * slope + weight);
  }
}
