package org.leadager.engine.facets;

/** How standing, severity and an item's thresholds turn into the chances of its categories. */
public enum FacetModel {
  /** P(Y ≥ k) = 1 / (1 + exp(b_ik + s − θ)): Samejima's graded model with equal slopes. */
  GRADED,

  /** log P(k)/P(k − 1) = θ − s − b_ik: Masters' partial credit model. */
  PARTIAL_CREDIT;

  /** A fresh working copy for one fit. */
  Categories categories() {
    return switch (this) {
      case GRADED -> new GradedCategories();
      case PARTIAL_CREDIT -> new PartialCreditCategories();
    };
  }
}
