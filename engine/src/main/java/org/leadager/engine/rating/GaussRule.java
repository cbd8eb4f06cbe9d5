package org.leadager.engine.rating;

/** Nodes and weights of Gaussian quadrature, found by Newton's method on the polynomials. */
final class GaussRule {
  private static final int MAX_STEPS = 100;
  private static final double TOLERANCE = 1e-15;

  private final double[] nodes;
  private final double[] weights;

  private GaussRule(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  double[] nodes() {
    return nodes.clone();
  }

  double[] weights() {
    return weights.clone();
  }

  /** ∫ f(t) dt over −1 … 1 ≈ Σ weight · f(node). */
  static GaussRule legendre(int n) {
    double[] node = new double[n];
    double[] weight = new double[n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + .75) / (n + .5));
      double slope = 1;
      for (int step = 0; step < MAX_STEPS; step++) {
        double[] p = legendreValues(n, x);
        slope = n * (x * p[1] - p[0]) / (x * x - 1);
        double change = p[1] / slope;
        x -= change;
        if (Math.abs(change) < TOLERANCE) {
          break;
        }
      }
      node[i] = x;
      weight[i] = 2 / ((1 - x * x) * slope * slope);
    }
    return new GaussRule(node, weight);
  }

  /** P_{n−1}(x) and P_n(x). */
  private static double[] legendreValues(int n, double x) {
    double before = 0;
    double now = 1;
    for (int j = 1; j <= n; j++) {
      double next = ((2 * j - 1) * x * now - (j - 1) * before) / j;
      before = now;
      now = next;
    }
    return new double[] {before, now};
  }

  /** E f(Z) of a standard normal Z ≈ Σ weight · f(node). */
  static GaussRule normal(int n) {
    double[] node = new double[n];
    double[] weight = new double[n];
    for (int i = 0; i < n; i++) {
      double x = hermiteRoot(n, i);
      double[] h = hermiteValues(n, x);
      node[i] = x;
      weight[i] = 1 / (n * h[0] * h[0]);
    }
    return new GaussRule(node, weight);
  }

  /** The i-th largest root, by bisection on the count of sign changes of the Sturm sequence. */
  private static double hermiteRoot(int n, int i) {
    double high = 2 * Math.sqrt(n) + 1;
    double low = -high;
    for (int step = 0; step < MAX_STEPS; step++) {
      double mid = (low + high) / 2;
      if (rootsAbove(n, mid) > i) {
        low = mid;
      } else {
        high = mid;
      }
    }
    return (low + high) / 2;
  }

  private static int rootsAbove(int n, double x) {
    int changes = 0;
    double before = 0;
    double now = 1;
    for (int j = 1; j <= n; j++) {
      double next = (x * now - Math.sqrt(j - 1.0) * before) / Math.sqrt(j);
      if (next < 0 != now < 0) {
        changes++;
      }
      before = now;
      now = next;
    }
    return changes;
  }

  /** Orthonormal Hermite functions of degree n − 1 and n at x. */
  private static double[] hermiteValues(int n, double x) {
    double before = 0;
    double now = 1;
    for (int j = 1; j <= n; j++) {
      double next = (x * now - Math.sqrt(j - 1.0) * before) / Math.sqrt(j);
      before = now;
      now = next;
    }
    return new double[] {before, now};
  }
}
