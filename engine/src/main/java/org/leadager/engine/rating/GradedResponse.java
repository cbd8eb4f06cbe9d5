package org.leadager.engine.rating;

/**
 * ln P(Y = k | η) of the graded response model (Samejima 1969) and its derivatives.
 *
 * <p>With p = P(Y ≥ k) and q = P(Y ≥ k + 1): ln P = ln(p − q), its slope in η is a (1 − p − q) and
 * minus its curvature is w = a² (p (1 − p) + q (1 − q)), which is positive everywhere: the
 * posterior has one top, and Newton's method with step-halving finds it.
 */
final class GradedResponse {
  double logProbability;

  /** d ln P / dη. */
  double slope;

  /** −d² ln P / dη². */
  double weight;

  /** a² p (1 − p): how the slope moves with the lower threshold; 0 for the lowest category. */
  double lowerPull;

  /** a² q (1 − q): how the slope moves with the upper threshold; 0 for the highest category. */
  double upperPull;

  /** Evaluates category k = 0 … K − 1 between bounds[k] and bounds[k + 1]. */
  void evaluate(double eta, double a, double[] bounds, double[] logGap, int k) {
    double p = 1;
    double q = 0;
    double odds = 1;
    if (k > 0) {
      double e = Math.exp(-a * (eta - bounds[k]));
      p = 1 / (1 + e);
      odds = 1 + e;
    }
    if (k < logGap.length - 1) {
      double e = Math.exp(a * (eta - bounds[k + 1]));
      q = e == Double.POSITIVE_INFINITY ? 1 : e / (1 + e);
      odds *= 1 + e;
    }
    logProbability = logGap[k] - Math.log(odds);
    slope = a * (1 - p - q);
    lowerPull = a * a * p * (1 - p);
    upperPull = a * a * q * (1 - q);
    weight = lowerPull + upperPull;
  }
}
