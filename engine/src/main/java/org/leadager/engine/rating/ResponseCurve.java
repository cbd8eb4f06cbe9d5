package org.leadager.engine.rating;

/** A rising smooth curve, tabulated with its slope and read by cubic Hermite interpolation. */
final class ResponseCurve {
  static final double LIMIT = 10;
  static final int POINTS = 161;
  private static final double STEP = 2 * LIMIT / (POINTS - 1);

  private final double[] value;
  private final double[] slope;

  ResponseCurve(double[] value, double[] slope) {
    this.value = value;
    this.slope = slope;
  }

  /** Where the curve is tabulated. */
  static double point(int n) {
    return -LIMIT + n * STEP;
  }

  double at(double eta) {
    if (eta <= -LIMIT) {
      return value[0];
    }
    if (eta >= LIMIT) {
      return value[POINTS - 1];
    }
    int n = Math.min(POINTS - 2, (int) ((eta + LIMIT) / STEP));
    double t = (eta - point(n)) / STEP;
    double s = 1 - t;
    return s * s * ((1 + 2 * t) * value[n] + t * STEP * slope[n])
        + t * t * ((3 - 2 * t) * value[n + 1] - s * STEP * slope[n + 1]);
  }
}
