package org.leadager.engine.facets;

/**
 * P(Y ≥ k) = σ(η + d_k), d falling. With U = σ(η + d_k), V = σ(η + d_{k+1}) and r = 1 − exp(d_{k+1}
 * − d_k): P(k) = U(1 − V)r, ∂/∂u = (1 − U)/((1 − V)r), ∂/∂v = −V/(Ur), so that nothing cancels far
 * in a tail.
 */
final class GradedCategories implements Categories {
  private int answer;
  private int steps;
  private double above;
  private double notAbove;
  private double beyond;
  private double notBeyond;
  private double byUpper;
  private double byLower;

  /** exp(d_k) at k, for 1 ≤ k ≤ K; r of category k at K + k, 1 for the highest. */
  @Override
  public double[] weights(double[] d) {
    int n = d.length;
    double[] w = new double[2 * n + 1];
    for (int k = 1; k <= n; k++) {
      w[k] = Math.exp(d[k - 1]);
      w[n + k] = k == n ? 1 : -Math.expm1(d[k] - d[k - 1]);
    }
    return w;
  }

  @Override
  public double chance(double[] weights, double e, int k) {
    int n = weights.length / 2;
    double chance = 1;
    if (k > 0) {
      double odds = weights[k] * e;
      chance = weights[n + k] * odds / (1 + odds);
    }
    return k < n ? chance / (1 + weights[k + 1] * e) : chance;
  }

  @Override
  public void at(double[] weights, double e, int k) {
    answer = k;
    steps = weights.length / 2;
    double odds = k > 0 ? weights[k] * e : 0;
    notAbove = k > 0 ? 1 / (1 + odds) : 0;
    above = k > 0 ? odds * notAbove : 1;
    double further = k < steps ? weights[k + 1] * e : 0;
    notBeyond = 1 / (1 + further);
    beyond = further * notBeyond;
    double rest = k > 0 ? weights[steps + k] : 1;
    byUpper = notAbove / (notBeyond * rest);
    byLower = -beyond / (above * rest);
  }

  @Override
  public double slope() {
    return notAbove - beyond;
  }

  @Override
  public double weight() {
    return above * notAbove + beyond * notBeyond;
  }

  @Override
  public void addSlopes(double mass, double[] g) {
    g[0] += mass * slope();
    if (answer > 0) {
      g[answer] += mass * byUpper;
    }
    if (answer < steps) {
      g[answer + 1] += mass * byLower;
    }
  }

  @Override
  public void addInformation(double mass, double[][] h) {
    h[0][0] += mass * weight();
    // σ'' = σ'(1 − 2σ) gives ∂²/∂u² = g_u(1 − 2U) − g_u² and ∂²/∂u∂v = −g_u g_v; η moves both.
    double both = mass * byUpper * byLower;
    if (answer > 0) {
      h[answer][answer] += mass * byUpper * (byUpper - notAbove + above);
      addTwice(h, 0, answer, mass * above * notAbove);
    }
    if (answer < steps) {
      h[answer + 1][answer + 1] += mass * byLower * (byLower - notBeyond + beyond);
      addTwice(h, 0, answer + 1, mass * beyond * notBeyond);
    }
    if (answer > 0 && answer < steps) {
      addTwice(h, answer, answer + 1, both);
    }
  }

  private static void addTwice(double[][] h, int i, int j, double x) {
    h[i][j] += x;
    h[j][i] += x;
  }

  @Override
  public int shift(int k) {
    return 1;
  }

  @Override
  public boolean valid(double[] d) {
    for (int k = 1; k < d.length; k++) {
      if (!(d[k - 1] - d[k] > 1e-10)) {
        return false;
      }
    }
    return true;
  }

  /** Logits of the shares above, a fifth wider, as subjects differ. */
  @Override
  public double[] start(double[] shares) {
    double[] d = new double[shares.length - 1];
    double below = 0;
    for (int k = 0; k < d.length; k++) {
      below += shares[k];
      d[k] = 1.2 * Math.log((1 - below) / below);
    }
    return d;
  }

  @Override
  public double[] thresholds(double[] d) {
    double[] b = new double[d.length];
    for (int k = 0; k < b.length; k++) {
      b[k] = -d[k];
    }
    return b;
  }

  @Override
  public double difficultySlope(int k, int steps) {
    return -1.0 / steps;
  }
}
