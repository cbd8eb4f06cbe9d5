package org.leadager.engine.rating;

/** The standard normal distribution. */
final class Normal {
  private static final double SQRT_2PI = Math.sqrt(2 * Math.PI);
  private static final double SERIES_BOUND = 3;
  private static final int FRACTION_TERMS = 60;

  private Normal() {}

  static double density(double z) {
    return Math.exp(-z * z / 2) / SQRT_2PI;
  }

  /**
   * Φ(z), to about 1e-15: Taylor series of the odd part near zero, the continued fraction of Mills'
   * ratio in the tails (Abramowitz and Stegun 26.2.11 and 26.2.14).
   */
  static double cdf(double z) {
    if (Double.isNaN(z)) {
      return Double.NaN;
    }
    if (Math.abs(z) <= SERIES_BOUND) {
      return .5 + density(z) * series(z);
    }
    double tail = density(z) * millsRatio(Math.abs(z));
    return z > 0 ? 1 - tail : tail;
  }

  private static double series(double z) {
    double term = z;
    double sum = z;
    for (int n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
      term *= z * z / n;
      sum += term;
    }
    return sum;
  }

  private static double millsRatio(double z) {
    double tail = z;
    for (int n = FRACTION_TERMS; n >= 1; n--) {
      tail = z + n / tail;
    }
    return 1 / tail;
  }

  /** Φ⁻¹(p) by bisection-guarded Newton steps on Φ. */
  static double quantile(double p) {
    Check.that(p > 0 && p < 1, "a probability lies within 0 and 1, not " + p);
    double low = -40;
    double high = 40;
    double z = 0;
    for (int i = 0; i < 200 && high - low > 1e-14; i++) {
      double error = cdf(z) - p;
      if (error > 0) {
        high = z;
      } else {
        low = z;
      }
      double next = z - error / density(z);
      double chosen = next > low && next < high ? next : (low + high) / 2;
      if (Math.abs(chosen - z) < 1e-15 * Math.max(1, Math.abs(z))) {
        return chosen;
      }
      z = chosen;
    }
    return z;
  }

  /** Half width, in SDs, of the central interval with the given probability. */
  static double halfWidth(double probability) {
    return quantile((1 + probability) / 2);
  }
}
