package org.leadager.reports;

/** The standard normal distribution. */
final class Normal {
  private Normal() {}

  /** P(Z < z), by Abramowitz and Stegun 26.2.17; absolute error below 7.5e-8. */
  static double below(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double upper = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
    return z >= 0 ? 1 - upper : upper;
  }
}
