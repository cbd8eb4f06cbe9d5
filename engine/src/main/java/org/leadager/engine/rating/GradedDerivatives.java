package org.leadager.engine.rating;

/**
 * Derivatives of ln P(Y = k | η) of the graded response model in ln a and in the two thresholds
 * around the answer.
 *
 * <p>With x = a (η − b_k) and y = a (η − b_{k+1}), ln P = ln(σ(x) − σ(y)) is jointly concave in x
 * and y, and x − y does not depend on η: with m = 1 / (exp(x − y) − 1), ∂x = 1 − σ(x) + m, ∂y = −m
 * − σ(y), ∂xx = −m (1 + m) − σ(x)(1 − σ(x)), ∂xy = m (1 + m), ∂yy likewise. Curvatures in ln a and
 * b keep the part that comes from these: it is positive, and what is left out is a multiple of the
 * gradient, which vanishes at the estimate.
 */
final class GradedDerivatives {
  double logProbability;
  double byLogSlope;
  double byLower;
  double byUpper;

  /** Minus the second derivatives: aa, al, au, ll, lu, uu for ln a, lower and upper threshold. */
  final double[] curvature = new double[6];

  /** m of each category of an item; 0 for the lowest and the highest. */
  static double[] gaps(double a, double[] bounds) {
    double[] m = new double[bounds.length - 1];
    for (int k = 1; k < m.length - 1; k++) {
      m[k] = 1 / Math.expm1(a * (bounds[k + 1] - bounds[k]));
    }
    return m;
  }

  /** Evaluates category k = 0 … K − 1 between bounds[k] and bounds[k + 1]. */
  void evaluate(double eta, double a, double[] bounds, double[] logGap, double m, int k) {
    double x = 0;
    double y = 0;
    double p = 1;
    double q = 0;
    double odds = 1;
    if (k > 0) {
      x = a * (eta - bounds[k]);
      double e = Math.exp(-x);
      p = 1 / (1 + e);
      odds = 1 + e;
    }
    if (k < logGap.length - 1) {
      y = a * (eta - bounds[k + 1]);
      double e = Math.exp(y);
      q = e == Double.POSITIVE_INFINITY ? 1 : e / (1 + e);
      odds *= 1 + e;
    }
    logProbability = logGap[k] - Math.log(odds);
    double dx = 1 - p + m;
    double dy = -m - q;
    double mm = m * (1 + m);
    double pp = p * (1 - p);
    double qq = q * (1 - q);
    byLogSlope = x * dx + y * dy;
    byLower = -a * dx;
    byUpper = -a * dy;
    curvature[0] = (mm + pp) * x * x - 2 * mm * x * y + (mm + qq) * y * y;
    curvature[1] = a * (mm * y - (mm + pp) * x);
    curvature[2] = a * (mm * x - (mm + qq) * y);
    curvature[3] = a * a * (mm + pp);
    curvature[4] = -a * a * mm;
    curvature[5] = a * a * (mm + qq);
  }

  /** Adds this answer to an item's gradient and curvature: 0 is ln a, k the threshold below k. */
  void addTo(double[] g, double[] h, int k, double weight) {
    int n = g.length;
    g[0] += weight * byLogSlope;
    h[0] += weight * curvature[0];
    if (k > 0) {
      g[k] += weight * byLower;
      addPair(h, n, k, weight * curvature[1]);
      h[k * n + k] += weight * curvature[3];
    }
    if (k < n - 1) {
      g[k + 1] += weight * byUpper;
      addPair(h, n, k + 1, weight * curvature[2]);
      h[(k + 1) * n + k + 1] += weight * curvature[5];
    }
    if (k > 0 && k < n - 1) {
      h[k * n + k + 1] += weight * curvature[4];
      h[(k + 1) * n + k] += weight * curvature[4];
    }
  }

  private static void addPair(double[] h, int n, int j, double value) {
    h[j] += value;
    h[j * n] += value;
  }
}
