package org.leadager.engine.model;

/**
 * Partial credit model (Masters 1982): P_k ∝ exp(kθ + d_k), slopes one and the trait variance free.
 * docs/methods/item-models.md.
 */
public record PartialCredit() implements ItemModel {

  @Override
  public String name() {
    return "pcm";
  }

  @Override
  public boolean freeSlopes() {
    return false;
  }

  @Override
  public void probabilities(double eta, double[] d, double[] p) {
    Divided.probabilities(eta, d, p);
  }

  @Override
  public void scores(double eta, double[] d, double[] p, double[][] g) {
    Divided.scores(p, g);
  }

  @Override
  public void addCurvature(double eta, double[] d, double[] p, double[] weight, double[][] h) {
    Divided.addCurvature(p, weight, h);
  }

  @Override
  public void prepare(double[] d, Moments m) {
    // A sum over categories at every point: nothing stays the same.
  }

  @Override
  public void moments(double eta, double[] d, double[] r, Moments m) {
    Divided.moments(eta, d, r, m);
  }

  @Override
  public double[] start(double[] share) {
    return Divided.start(share);
  }

  @Override
  public double[] shifted(double[] d, double change) {
    return Divided.shifted(d, change);
  }

  @Override
  public boolean admissible(double[] d) {
    return true;
  }
}
