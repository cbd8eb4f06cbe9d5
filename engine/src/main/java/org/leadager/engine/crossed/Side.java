package org.leadager.engine.crossed;

import java.util.Arrays;

/**
 * What the pairs say of the levels of one factor, x ~ N(0, sd²): Gaussian messages exp(−a x²/2 + b
 * x), one by pair, and their sums by level. Written so that sd = 0 is nothing special.
 */
final class Side {
  private final int[] level;
  private final double[] a;
  private final double[] b;
  private final double[] precision;
  private final double[] weighted;
  private double square;

  Side(int[] level, int levels, int pairs) {
    this.level = level;
    this.a = new double[pairs];
    this.b = new double[pairs];
    this.precision = new double[levels];
    this.weighted = new double[levels];
  }

  /** Takes all messages back. */
  void forget() {
    Arrays.fill(a, 0);
    Arrays.fill(b, 0);
  }

  /** Starts a sweep: sums afresh, so that rounding does not pile up. */
  void begin(double sd) {
    square = sd * sd;
    Arrays.fill(precision, 0);
    Arrays.fill(weighted, 0);
    for (int p = 0; p < a.length; p++) {
      precision[level[p]] += a[p];
      weighted[level[p]] += b[p];
    }
  }

  /** Variance of pair p's level by everything but the pair itself. */
  double cavityVariance(int p) {
    return square / (1 + square * Math.max(0, precision[level[p]] - a[p]));
  }

  /** Mean of pair p's level by everything but the pair itself, given its variance. */
  double cavityMean(int p, double variance) {
    return variance * (weighted[level[p]] - b[p]);
  }

  /** Replaces a message; returns how far that moves the level, in its own deviations. */
  double send(int p, double newA, double newB) {
    double before = variance(level[p]);
    double moved =
        Math.max(before * Math.abs(newA - a[p]), Math.sqrt(before) * Math.abs(newB - b[p]));
    precision[level[p]] += newA - a[p];
    weighted[level[p]] += newB - b[p];
    a[p] = newA;
    b[p] = newB;
    return moved;
  }

  double variance(int i) {
    return square / (1 + square * precision[i]);
  }

  double mean(int i) {
    return variance(i) * weighted[i];
  }

  /** Σ over levels of log ∫ N(x; 0, sd²) Π messages. */
  double logIntegral() {
    double sum = 0;
    for (int i = 0; i < precision.length; i++) {
      double v = variance(i);
      sum += (v * weighted[i] * weighted[i] - Math.log1p(square * precision[i])) / 2;
    }
    return sum;
  }

  /** log ∫ N(x; m, v) message_p(x) dx. */
  double logMessage(int p, double m, double v) {
    double scale = 1 + a[p] * v;
    return ((2 * m * b[p] + b[p] * b[p] * v - a[p] * m * m) / scale - Math.log(scale)) / 2;
  }

  /** ∂/∂sd of the log-likelihood: Σ (E x² − sd²) / sd³. */
  double slope(double sd) {
    double sum = 0;
    for (int i = 0; i < precision.length; i++) {
      double scale = 1 + square * precision[i];
      sum += weighted[i] * weighted[i] / (scale * scale) - precision[i] / scale;
    }
    return sd * sum;
  }
}
