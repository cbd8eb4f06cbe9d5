package org.leadager.engine.facets;

import java.util.Arrays;

/** Parameters at one moment: item intercepts d_ik, rater severities s_r, log σ. */
final class FacetState {
  final FacetData data;
  final Categories categories;
  final int[] offset;
  final int severity;
  final int size;
  final double[] x;

  FacetState(FacetData data, Categories categories) {
    this.data = data;
    this.categories = categories;
    this.offset = new int[data.items()];
    int at = 0;
    for (int i = 0; i < offset.length; i++) {
      offset[i] = at;
      at += data.categories(i) - 1;
    }
    this.severity = at;
    this.size = at + data.raters() + 1;
    this.x = new double[size];
    double[][] shares = data.shares();
    for (int i = 0; i < offset.length; i++) {
      double[] d = categories.start(shares[i]);
      System.arraycopy(d, 0, x, offset[i], d.length);
    }
  }

  private FacetState(FacetState other, double[] x) {
    this.data = other.data;
    this.categories = other.categories;
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

  /** d_i1 … d_iK. */
  double[] intercepts(int i) {
    return Arrays.copyOfRange(x, offset[i], offset[i] + data.categories(i) - 1);
  }

  /** The items' {@link Categories#weights}. */
  double[][] weights() {
    double[][] w = new double[offset.length][];
    for (int i = 0; i < w.length; i++) {
      w[i] = categories.weights(intercepts(i));
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

  /** Whether every category has a chance. */
  boolean valid() {
    for (int i = 0; i < offset.length; i++) {
      if (!categories.valid(intercepts(i))) {
        return false;
      }
    }
    return true;
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
        x[offset[i] + k - 1] -= categories.shift(k) * mean;
      }
    }
  }
}
