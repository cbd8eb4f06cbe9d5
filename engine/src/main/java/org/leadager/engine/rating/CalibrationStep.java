package org.leadager.engine.rating;

/**
 * The maximisation step, {@link ItemStep} for the items and {@link VarianceStep} for the rest, and
 * what the search needs to know of the penalised log-likelihood.
 */
final class CalibrationStep {
  /** Bounds of ln a: slopes of .05 and 8. */
  static final double LOWEST_LOG_SLOPE = Math.log(.05);

  static final double HIGHEST_LOG_SLOPE = Math.log(8);
  static final double LOWEST_LOG_VARIANCE = Math.log(1e-4);
  static final double HIGHEST_LOG_VARIANCE = Math.log(1e3);

  /** Bound of atanh ρ: |ρ| .995. */
  static final double LARGEST_ATANH = 3;

  private final CalibrationLayout layout;
  private final ItemPenalty penalty;
  final ItemStep items;
  final VarianceStep variances;

  CalibrationStep(CalibrationLayout layout, VariancePriors variances, ItemPenalty penalty) {
    this.layout = layout;
    this.variances = new VarianceStep(layout, variances);
    this.penalty = penalty;
    items = new ItemStep(layout, penalty);
  }

  double[] run(double[] x, CalibrationStatistics s) {
    double[] next = x.clone();
    items.move(x, next, s);
    variances.move(x, next, s);
    return next;
  }

  /** Log prior of everything at x. */
  double logPrior(double[] x) {
    penalty.centre(x);
    return penalty.value(x) + items.logPriorOfShifts(x) + variances.logPrior(x);
  }

  /**
   * Slope of the penalised log-likelihood in ln a, b, ln variance and atanh ρ.
   *
   * @param scale how often each subject counts: 0 for the priors alone
   */
  double[] gradient(double[] x, CalibrationStatistics s, double scale) {
    double[] out = new double[layout.size];
    items.gradient(x, s, scale, out);
    variances.gradient(x, s, scale, out);
    return out;
  }

  /** Whether a slope, a variance or a correlation has run to the end of what is allowed. */
  boolean atBound(int at, double value) {
    return at < layout.itemSize
        ? value <= LOWEST_LOG_SLOPE || value >= HIGHEST_LOG_SLOPE
        : variances.atBound(at, value);
  }

  /** x moved by a change of ln a, b, ln variance and atanh ρ, within bounds and order. */
  double[] moved(double[] x, double[] change) {
    double[] next = x.clone();
    items.moveAll(x, next, change);
    variances.moveAll(x, next, change);
    return next;
  }
}
