package org.leadager.engine.facets;

/**
 * Parameters at one moment: item intercepts d_ik, rater severities s_r, log σ; and the chance of an
 * answer, P(k) ∝ exp(k(θ − s_r) + d_ik), from products of stored exponentials.
 */
final class FacetState {
  private static final double SMALLEST = 1e-290;
  private static final double LARGEST = 1e290;
  final FacetData data;
  final int[] offset;
  final int severity;
  final int size;
  final double[] x;

  FacetState(FacetData data) {
    this.data = data;
    this.offset = new int[data.items()];
    int at = 0;
    for (int i = 0; i < offset.length; i++) {
      offset[i] = at;
      at += data.categories(i) - 1;
    }
    this.severity = at;
    this.size = at + data.raters() + 1;
    this.x = new double[size];
  }

  private FacetState(FacetState other, double[] x) {
    this.data = other.data;
    this.offset = other.offset;
    this.severity = other.severity;
    this.size = other.size;
    this.x = x;
  }

  FacetState with(double[] values) {
    return new FacetState(this, values);
  }

  double sigma() {
    return Math.exp(x[size - 1]);
  }

  /** exp(d_ik) by item and category, the lowest being 1. */
  double[][] weights() {
    double[][] w = new double[offset.length][];
    for (int i = 0; i < w.length; i++) {
      w[i] = new double[data.categories(i)];
      w[i][0] = 1;
      for (int k = 1; k < w[i].length; k++) {
        w[i][k] = Math.exp(x[offset[i] + k - 1]);
      }
    }
    return w;
  }

  /** exp(−s_r) by rater. */
  double[] leniency() {
    double[] e = new double[data.raters()];
    for (int r = 0; r < e.length; r++) {
      e[r] = Math.exp(-x[severity + r]);
    }
    return e;
  }

  /** Fills p with the category probabilities at e = exp(θ − s). */
  static void probabilities(double[] weights, double e, double[] p) {
    double power = 1;
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      p[k] = weights[k] * power;
      sum += p[k];
      power *= e;
    }
    if (!(sum > SMALLEST && power < LARGEST && sum < LARGEST)) {
      sum = byLogarithms(weights, Math.log(e), p);
    }
    for (int k = 0; k < weights.length; k++) {
      p[k] /= sum;
    }
  }

  /** The same where a power of e leaves the range of a double: many categories, far-off nodes. */
  private static double byLogarithms(double[] weights, double logE, double[] p) {
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < weights.length; k++) {
      p[k] = Math.log(weights[k]) + k * logE;
      most = Math.max(most, p[k]);
    }
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      p[k] = Math.exp(p[k] - most);
      sum += p[k];
    }
    return sum;
  }

  /** Moves the mean severity into the items, which changes no probability. */
  void centre() {
    double mean = 0;
    int n = 0;
    for (int r = 0; r < data.raters(); r++) {
      if (!data.extreme[r]) {
        mean += x[severity + r];
        n++;
      }
    }
    mean /= n;
    for (int r = 0; r < data.raters(); r++) {
      x[severity + r] -= data.extreme[r] ? 0 : mean;
    }
    for (int i = 0; i < offset.length; i++) {
      for (int k = 1; k < data.categories(i); k++) {
        x[offset[i] + k - 1] -= k * mean;
      }
    }
  }
}
