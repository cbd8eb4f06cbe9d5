package org.leadager.engine.agree;

import org.leadager.engine.data.ItemResponses;

/** Means and covariances of the rows without a missing answer. */
final class Moments {
  final int n;
  final double[] mean;
  final double[][] crossProducts;

  private Moments(int n, double[] mean, double[][] crossProducts) {
    this.n = n;
    this.mean = mean;
    this.crossProducts = crossProducts;
  }

  static Moments of(ItemResponses answers) {
    int p = answers.items();
    double[] mean = new double[p];
    double[][] cross = new double[p][p];
    double[] deviation = new double[p];
    int n = 0;
    for (int r = 0; r < answers.rows(); r++) {
      if (!answers.complete(r)) {
        continue;
      }
      n++;
      // Welford's update: no cancellation however far the mean is from zero.
      for (int i = 0; i < p; i++) {
        deviation[i] = answers.value(r, i) - mean[i];
        mean[i] += deviation[i] / n;
      }
      double weight = (n - 1.0) / n;
      for (int i = 0; i < p; i++) {
        for (int j = 0; j <= i; j++) {
          cross[i][j] += weight * deviation[i] * deviation[j];
        }
      }
    }
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < i; j++) {
        cross[j][i] = cross[i][j];
      }
    }
    return new Moments(n, mean, cross);
  }

  /** Cross-products over {@code divisor}: n − 1 unbiased, n for maximum likelihood. */
  double[][] covariance(int divisor) {
    double[][] s = new double[mean.length][mean.length];
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < s.length; j++) {
        s[i][j] = crossProducts[i][j] / divisor;
      }
    }
    return s;
  }
}
