package org.leadager.engine.model;

/**
 * Two-parameter logistic model, P(Y = 1) = σ(η + d): two categories. docs/methods/item-models.md.
 */
public record TwoPL() implements ItemModel {

  @Override
  public String name() {
    return "2pl";
  }

  @Override
  public boolean freeSlopes() {
    return true;
  }

  @Override
  public void probabilities(double eta, double[] d, double[] p) {
    p[0] = Logistic.sigma(-eta - d[0]);
    p[1] = Logistic.sigma(eta + d[0]);
  }

  @Override
  public void scores(double eta, double[] d, double[] p, double[][] g) {
    for (int j = 0; j < 2; j++) {
      g[0][j] = -p[1];
      g[1][j] = p[0];
    }
  }

  @Override
  public void addCurvature(double eta, double[] d, double[] p, double[] weight, double[][] h) {
    double x = (weight[0] + weight[1]) * p[0] * p[1];
    h[0][0] -= x;
    h[0][1] -= x;
    h[1][0] -= x;
    h[1][1] -= x;
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
    return new double[] {1.2 * Logistic.logit(Math.clamp(share[1], 1e-6, 1 - 1e-6))};
  }

  @Override
  public double[] shifted(double[] d, double change) {
    return Boundaries.shifted(d, change);
  }

  @Override
  public boolean admissible(double[] d) {
    return true;
  }
}
