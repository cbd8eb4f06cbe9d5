package org.leadager.engine.facets;

import org.leadager.engine.data.ItemResponses;

/** P(k) ∝ exp(kη + d_k), d_0 = 0: products of stored exponentials. */
final class PartialCreditCategories implements Categories {
  private static final double SMALLEST = 1e-150;
  private static final double LARGEST = 1e290;

  /** Of |d|: beyond, chances are taken by logarithms. */
  private static final double WIDEST = 600;

  private final double[] p = new double[ItemResponses.MAX_CATEGORIES];
  private double[] mass = {};
  private double total;
  private double mean;

  /** By category exp(d_k), all 0 where one would leave a double; then by category d_k. */
  @Override
  public double[] weights(double[] d) {
    int n = d.length + 1;
    double[] w = new double[2 * n];
    double least = 0;
    double most = 0;
    for (int k = 1; k < n; k++) {
      w[n + k] = d[k - 1];
      least = Math.min(least, d[k - 1]);
      most = Math.max(most, d[k - 1]);
    }
    for (int k = 0; k < n && Math.max(most, -least) < WIDEST; k++) {
      w[k] = Math.exp(w[n + k]);
    }
    return w;
  }

  @Override
  public double chance(double[] weights, double e, int k) {
    probabilities(weights, e, p);
    return p[k];
  }

  @Override
  public double logChance(double[] weights, double e, int k) {
    double logE = Math.log(e);
    double sum = byLogarithms(weights, logE, p);
    double top = most(weights, logE);
    return weights[weights.length / 2 + k] + k * logE - top - Math.log(sum);
  }

  @Override
  public void at(double[] weights, double e, double[] answers) {
    probabilities(weights, e, p);
    mass = answers;
    total = mass[0];
    mean = 0;
    for (int j = 1; j < mass.length; j++) {
      total += mass[j];
      mean += j * p[j];
    }
  }

  @Override
  public double slope() {
    double sum = 0;
    for (int j = 1; j < mass.length; j++) {
      sum += j * mass[j];
    }
    return sum - total * mean;
  }

  @Override
  public double weight() {
    double square = 0;
    for (int j = 1; j < mass.length; j++) {
      square += j * j * p[j];
    }
    return total * (square - mean * mean);
  }

  @Override
  public void addSlopes(double[] g) {
    g[0] += slope();
    for (int j = 1; j < mass.length; j++) {
      g[j] += mass[j] - total * p[j];
    }
  }

  @Override
  public void addInformation(double[][] h) {
    h[0][0] += weight();
    for (int j = 1; j < mass.length; j++) {
      double expected = total * p[j];
      h[0][j] += expected * (j - mean);
      h[j][0] += expected * (j - mean);
      h[j][j] += expected;
      for (int k = 1; k < mass.length; k++) {
        h[j][k] -= expected * p[k];
      }
    }
  }

  @Override
  public int shift(int k) {
    return k;
  }

  @Override
  public boolean valid(double[] d) {
    return true;
  }

  @Override
  public double[] start(double[] shares) {
    return new double[shares.length - 1];
  }

  @Override
  public double[] thresholds(double[] d) {
    double[] b = new double[d.length];
    for (int k = 0; k < b.length; k++) {
      b[k] = (k == 0 ? 0 : d[k - 1]) - d[k];
    }
    return b;
  }

  @Override
  public double difficultySlope(int k, int steps) {
    return k == steps ? -1.0 / steps : 0;
  }

  /** Fills p with the category probabilities at e = exp(η). */
  private static void probabilities(double[] weights, double e, double[] p) {
    int n = weights.length / 2;
    double power = 1;
    double sum = 0;
    for (int k = 0; k < n; k++) {
      p[k] = weights[k] * power;
      sum += p[k];
      power *= e;
    }
    if (!(sum > SMALLEST && power < LARGEST && sum < LARGEST)) {
      sum = byLogarithms(weights, Math.log(e), p);
    }
    for (int k = 0; k < n; k++) {
      p[k] /= sum;
    }
  }

  /** The same where an exponential leaves the range of a double: many categories, far-off nodes. */
  private static double byLogarithms(double[] weights, double logE, double[] p) {
    int n = weights.length / 2;
    double most = most(weights, logE);
    double sum = 0;
    for (int k = 0; k < n; k++) {
      p[k] = Math.exp(weights[n + k] + k * logE - most);
      sum += p[k];
    }
    return sum;
  }

  /** The largest of d_k + kη. */
  private static double most(double[] weights, double logE) {
    int n = weights.length / 2;
    double most = 0;
    for (int k = 1; k < n; k++) {
      most = Math.max(most, weights[n + k] + k * logE);
    }
    return most;
  }
}
