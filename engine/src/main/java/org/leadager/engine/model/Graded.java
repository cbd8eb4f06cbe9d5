package org.leadager.engine.model;

import java.util.Arrays;

/**
 * Graded response model: P(Y ≥ k) = F_k = σ(η + d_k), d decreasing; P_k = F_k − F_{k+1}.
 *
 * <p>With b_k = −d_k/a this is Samejima's (1969) form. docs/methods/item-models.md.
 */
public record Graded() implements ItemModel {

  @Override
  public String name() {
    return "graded";
  }

  @Override
  public boolean freeSlopes() {
    return true;
  }

  @Override
  public void probabilities(double eta, double[] d, double[] p) {
    for (int k = 0; k < p.length; k++) {
      p[k] = between(k == 0, eta + d[Math.max(k - 1, 0)], k == d.length, eta + d[at(k, d)]);
    }
  }

  private static int at(int k, double[] d) {
    return Math.min(k, d.length - 1);
  }

  /** σ(u) − σ(v) in a form that keeps its digits in both tails. */
  private static double between(boolean first, double u, boolean last, double v) {
    if (first) {
      return Logistic.sigma(-v);
    }
    if (last) {
      return Logistic.sigma(u);
    }
    return Logistic.sigma(u) * Logistic.sigma(-v) * -Math.expm1(v - u);
  }

  @Override
  public void scores(double eta, double[] d, double[] p, double[][] g) {
    for (int k = 0; k < p.length; k++) {
      Arrays.fill(g[k], 0);
      double upper = k == 0 ? 0 : upperScore(k, eta, d);
      double lower = k == d.length ? 0 : lowerScore(k, eta, d);
      if (k > 0) {
        g[k][k] = upper;
      }
      if (k < d.length) {
        g[k][k + 1] = lower;
      }
      g[k][0] = upper + lower;
    }
  }

  /** ∂ log P_k / ∂u, u = η + d_k: σ'(u)/P_k = σ(−u)/(σ(−v)(1 − e^{v−u})) or σ(−u) at the top. */
  private static double upperScore(int k, double eta, double[] d) {
    double u = eta + d[k - 1];
    if (k == d.length) {
      return Logistic.sigma(-u);
    }
    double v = eta + d[k];
    return Logistic.sigma(-u) / (Logistic.sigma(-v) * -Math.expm1(v - u));
  }

  /** ∂ log P_k / ∂v, v = η + d_{k+1}: −σ'(v)/P_k. */
  private static double lowerScore(int k, double eta, double[] d) {
    double v = eta + d[k];
    if (k == 0) {
      return -Logistic.sigma(v);
    }
    double u = eta + d[k - 1];
    return -Logistic.sigma(v) / (Logistic.sigma(u) * -Math.expm1(v - u));
  }

  @Override
  public void addCurvature(double eta, double[] d, double[] p, double[] weight, double[][] h) {
    for (int k = 0; k < p.length; k++) {
      double gu = k == 0 ? 0 : upperScore(k, eta, d);
      double gv = k == d.length ? 0 : lowerScore(k, eta, d);
      double w = weight[k];
      // σ'' = σ'(1 − 2σ), so ∂²/∂u² = g_u(1 − 2σ(u)) − g_u² and ∂²/∂u∂v = −g_u g_v.
      double uu = k == 0 ? 0 : w * (gu * -Math.tanh((eta + d[k - 1]) / 2) - gu * gu);
      double vv = k == d.length ? 0 : w * (gv * -Math.tanh((eta + d[k]) / 2) - gv * gv);
      double uv = -w * gu * gv;
      h[0][0] += uu + vv + 2 * uv;
      if (k > 0) {
        h[k][k] += uu;
        addBoth(h, 0, k, uu + uv);
      }
      if (k < d.length) {
        h[k + 1][k + 1] += vv;
        addBoth(h, 0, k + 1, vv + uv);
      }
      if (k > 0 && k < d.length) {
        addBoth(h, k, k + 1, uv);
      }
    }
  }

  private static void addBoth(double[][] h, int i, int j, double x) {
    h[i][j] += x;
    h[j][i] += x;
  }

  @Override
  public void prepare(double[] d, Moments m) {
    Boundaries.prepare(d, m);
  }

  @Override
  public void moments(double eta, double[] d, double[] r, Moments m) {
    Boundaries.moments(eta, d, r, m);
  }

  @Override
  public double[] start(double[] share) {
    double[] d = new double[share.length - 1];
    double above = 1;
    for (int k = 0; k < d.length; k++) {
      above -= share[k];
      d[k] = 1.2 * Logistic.logit(Math.clamp(above, 1e-6, 1 - 1e-6));
    }
    return d;
  }

  @Override
  public double[] shifted(double[] d, double change) {
    return Boundaries.shifted(d, change);
  }

  @Override
  public boolean admissible(double[] d) {
    for (int k = 1; k < d.length; k++) {
      if (!(d[k] < d[k - 1])) {
        return false;
      }
    }
    return true;
  }
}
