package org.leadager.engine.model;

/**
 * The chance of each answer category at a point of the latent space.
 *
 * <p>Every model sees the latent traits θ through one linear predictor η = a·θ and has K − 1
 * intercepts d for K categories. Derivatives are with respect to (η, d₁ … d_{K−1}), index 0 being
 * η; ∂/∂a_j follows as θ_j ∂/∂η.
 */
public sealed interface ItemModel permits Graded, Divided, TwoPL {

  /** The model's name as it appears in results. */
  String name();

  /** Whether slopes are estimated; otherwise they are one and the trait's variance is free. */
  boolean freeSlopes();

  /** Whether items with the same answers share the distances between their intercepts. */
  default boolean sharedSteps() {
    return false;
  }

  /**
   * Category probabilities.
   *
   * @param eta linear predictor
   * @param d intercepts, length K − 1
   * @param p receives K probabilities
   */
  void probabilities(double eta, double[] d, double[] p);

  /**
   * First derivatives of the log-probabilities.
   *
   * @param p the probabilities at (eta, d)
   * @param g receives g[k][0] = ∂ log P_k/∂η and g[k][j] = ∂ log P_k/∂d_j
   */
  void scores(double eta, double[] d, double[] p, double[][] g);

  /**
   * Adds Σ_k weight_k ∂² log P_k to h, a symmetric K × K matrix over (η, d).
   *
   * @param p the probabilities at (eta, d)
   */
  void addCurvature(double eta, double[] d, double[] p, double[] weight, double[][] h);

  /** Prepares {@code m} for these intercepts; call before {@link #moments} whenever d changes. */
  void prepare(double[] d, Moments m);

  /**
   * Value, gradient and Fisher information of expected answers.
   *
   * @param d the intercepts {@code m} was prepared for
   * @param r expected number of answers in each category
   */
  void moments(double eta, double[] d, double[] r, Moments m);

  /** Starting intercepts from the share of answers in each category. */
  double[] start(double[] share);

  /** The intercepts of the item that answers at η as this one does at η + change. */
  double[] shifted(double[] d, double change);

  /** Whether the intercepts describe probabilities (the graded model needs them decreasing). */
  boolean admissible(double[] d);
}
