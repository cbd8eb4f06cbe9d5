package org.leadager.engine.facets;

/**
 * The one thing in which many-facet models differ: log P(k) of an answer k as a function of η = θ −
 * s, given as e = exp(η), and of the item's intercepts d_1 … d_K, given as {@link #weights}. Holds
 * the answers last seen by {@link #at}: one instance to each fit.
 */
sealed interface Categories permits GradedCategories, PartialCreditCategories {

  /** What chances need of intercepts, by exponentials taken once. */
  double[] weights(double[] d);

  /** P(k). */
  double chance(double[] weights, double e, int k);

  /** log P(k), slower, for chances so small that their product leaves the range of a double. */
  double logChance(double[] weights, double e, int k);

  /** Sets what the next four methods are about: ℓ = Σ_k mass_k log P(k). */
  void at(double[] weights, double e, double[] mass);

  /** ∂ℓ/∂η. */
  double slope();

  /** −∂²ℓ/∂η². */
  double weight();

  /** Adds ∂ℓ to g: by η at 0, by d_j at j. */
  void addSlopes(double[] g);

  /** Adds −∂²ℓ to h, indexed as in {@link #addSlopes}. */
  void addInformation(double[][] h);

  /** How much d_k must fall for chances to stay when all severities fall by 1. */
  int shift(int k);

  /** Whether these intercepts give every category a chance. */
  boolean valid(double[] d);

  /** Intercepts to start from, by the shares of an item's categories, all above 0. */
  double[] start(double[] shares);

  /** b_1 … b_K as users know them. */
  double[] thresholds(double[] d);

  /** ∂ mean threshold / ∂d_k among K. */
  double difficultySlope(int k, int steps);
}
