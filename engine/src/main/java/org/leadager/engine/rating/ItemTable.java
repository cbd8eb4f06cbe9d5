package org.leadager.engine.rating;

/**
 * ln P(Y = k | η) of one item on an even grid, read by cubic interpolation. The grid's step is a
 * fixed part of the item's own unit 1 / a, so the error is the same for all slopes, below 1e-6; it
 * ends where every curve is a straight line to within exp(−20).
 */
final class ItemTable {
  private static final double STEP = .1;
  private static final double MARGIN = 20;

  final int points;
  private final double low;
  private final double step;
  private final double slope;
  private final double[] bounds;
  private final double[] logGap;

  /** By category and point. */
  private final double[][] logProbability;

  ItemTable(double a, double[] bounds, double[] logGap) {
    slope = a;
    this.bounds = bounds;
    this.logGap = logGap;
    step = STEP / a;
    low = bounds[1] - MARGIN / a;
    double high = bounds[bounds.length - 2] + MARGIN / a;
    points = (int) Math.ceil((high - low) / step) + 1;
    logProbability = new double[logGap.length][points];
    GradedResponse response = new GradedResponse();
    for (int k = 0; k < logGap.length; k++) {
      for (int j = 0; j < points; j++) {
        response.evaluate(point(j), a, bounds, logGap, k);
        logProbability[k][j] = response.logProbability;
      }
    }
  }

  private double point(int j) {
    return low + j * step;
  }

  /**
   * Weights of four neighbouring points whose values give any smooth function's value at η: cubic
   * inside the grid, the straight line through the last two points outside.
   *
   * @return the first of the four points
   */
  int interpolate(double eta, double[] w) {
    double t = (eta - low) / step;
    if (!(t >= 1)) {
      w[0] = 1 - t;
      w[1] = t;
      w[2] = 0;
      w[3] = 0;
      return 0;
    }
    if (t >= points - 2) {
      double s = t - (points - 2);
      w[0] = 0;
      w[1] = 0;
      w[2] = 1 - s;
      w[3] = s;
      return points - 4;
    }
    int j = (int) t;
    double s = t - j;
    w[0] = -s * (s - 1) * (s - 2) / 6;
    w[1] = (s + 1) * (s - 1) * (s - 2) / 2;
    w[2] = -(s + 1) * s * (s - 2) / 2;
    w[3] = (s + 1) * s * (s - 1) / 6;
    return j - 1;
  }

  /** ln P(Y = k) from what {@link #interpolate} gave. */
  double logProbability(int k, int j, double[] w) {
    double[] f = logProbability[k];
    return w[0] * f[j] + w[1] * f[j + 1] + w[2] * f[j + 2] + w[3] * f[j + 3];
  }

  /**
   * Adds gradient and curvature in ln a and b, summed over answers.
   *
   * @param mass weight of answers by category and point
   */
  void addDerivatives(double[][] mass, double[] gradient, double[] curvature) {
    double[] gap = GradedDerivatives.gaps(slope, bounds);
    GradedDerivatives d = new GradedDerivatives();
    for (int k = 0; k < mass.length; k++) {
      for (int j = 0; j < points; j++) {
        if (mass[k][j] != 0) {
          d.evaluate(point(j), slope, bounds, logGap, gap[k], k);
          d.addTo(gradient, curvature, k, mass[k][j]);
        }
      }
    }
  }
}
