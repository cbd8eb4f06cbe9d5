package org.leadager.engine.facets;

import java.util.Arrays;
import org.leadager.engine.data.ItemResponses;

/**
 * P(Y ≥ k) = σ(η + d_k), d falling. With U = σ(η + d_k), V = σ(η + d_{k+1}) and r = 1 − exp(d_{k+1}
 * − d_k): P(k) = U(1 − V)r, ∂/∂u = (1 − U)/((1 − V)r), ∂/∂v = −V/(Ur), so that nothing cancels far
 * in a tail.
 */
final class GradedCategories implements Categories {
  private int steps;
  private final double[] slope = new double[ItemResponses.MAX_CATEGORIES];
  private final double[] curvature = new double[ItemResponses.MAX_CATEGORIES];

  /** −∂² by η and d_j, at j. */
  private final double[] withEta = new double[ItemResponses.MAX_CATEGORIES];

  /** −∂² by d_j and d_{j+1}, at j. */
  private final double[] withNext = new double[ItemResponses.MAX_CATEGORIES];

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
      chance = weights[n + k] * share(odds);
    }
    return k < n ? chance / (1 + weights[k + 1] * e) : chance;
  }

  @Override
  public double logChance(double[] weights, double e, int k) {
    int n = weights.length / 2;
    double upper = k > 0 ? Math.log(weights[n + k]) - Math.log1p(1 / (weights[k] * e)) : 0;
    return k < n ? upper - Math.log1p(weights[k + 1] * e) : upper;
  }

  /** Odds beyond a double are certainty. */
  private static double share(double odds) {
    return odds < Double.POSITIVE_INFINITY ? odds / (1 + odds) : 1;
  }

  @Override
  public void at(double[] weights, double e, double[] mass) {
    steps = mass.length - 1;
    Arrays.fill(slope, 0, mass.length, 0);
    Arrays.fill(curvature, 0, mass.length, 0);
    Arrays.fill(withEta, 0, mass.length, 0);
    Arrays.fill(withNext, 0, mass.length, 0);
    for (int k = 0; k <= steps; k++) {
      if (mass[k] > 0) {
        add(weights, e, k, mass[k]);
      }
    }
  }

  /** One category; σ'' = σ'(1 − 2σ) gives ∂²/∂u² = g_u(1 − 2U) − g_u² and ∂²/∂u∂v = −g_u g_v. */
  private void add(double[] weights, double e, int k, double mass) {
    double odds = k > 0 ? weights[k] * e : 0;
    double notAbove = k > 0 ? 1 / (1 + odds) : 0;
    double above = k > 0 ? share(odds) : 1;
    double further = k < steps ? weights[k + 1] * e : 0;
    double notBeyond = 1 / (1 + further);
    double beyond = share(further);
    double rest = k > 0 ? weights[steps + k] : 1;
    double byUpper = notAbove / (notBeyond * rest);
    double byLower = -beyond / (above * rest);
    slope[0] += mass * (notAbove - beyond);
    curvature[0] += mass * (above * notAbove + beyond * notBeyond);
    if (k > 0) {
      slope[k] += mass * byUpper;
      curvature[k] += mass * byUpper * (byUpper - notAbove + above);
      withEta[k] += mass * above * notAbove;
    }
    if (k < steps) {
      slope[k + 1] += mass * byLower;
      curvature[k + 1] += mass * byLower * (byLower - notBeyond + beyond);
      withEta[k + 1] += mass * beyond * notBeyond;
    }
    if (k > 0 && k < steps) {
      withNext[k] += mass * byUpper * byLower;
    }
  }

  @Override
  public double slope() {
    return slope[0];
  }

  @Override
  public double weight() {
    return curvature[0];
  }

  @Override
  public void addSlopes(double[] g) {
    for (int j = 0; j <= steps; j++) {
      g[j] += slope[j];
    }
  }

  @Override
  public void addInformation(double[][] h) {
    h[0][0] += curvature[0];
    for (int j = 1; j <= steps; j++) {
      h[j][j] += curvature[j];
      addTwice(h, 0, j, withEta[j]);
      if (j < steps) {
        addTwice(h, j, j + 1, withNext[j]);
      }
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
