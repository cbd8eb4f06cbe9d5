package org.leadager.engine.model;

/**
 * What one item tells about its own parameters at one point of the latent space, given expected
 * numbers of answers: value, gradient and Fisher information over (η, d₁ … d_{K−1}), index 0 being
 * η. Filled by {@link ItemModel#moments}; one object serves one thread and one item.
 */
public final class Moments {
  /** Σ_k r_k log P_k. */
  public double value;

  /** Derivatives of the value. */
  public final double[] gradient;

  /** (Σ_k r_k) × the Fisher information of one answer, K × K. */
  public final double[][] information;

  /** What does not change from point to point while the intercepts stay. */
  final double[] prepared;

  final double[] gap;
  final double[] above;
  final double[] below;
  final double[] p;

  /** Room for K categories. */
  public Moments(int categories) {
    gradient = new double[categories];
    information = new double[categories][categories];
    prepared = new double[categories];
    gap = new double[categories];
    above = new double[categories];
    below = new double[categories];
    p = new double[categories];
  }
}
