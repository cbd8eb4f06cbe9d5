package org.leadager.engine.rating;

/** How a computation ended; only {@link #CONVERGED} comes with figures to be believed. */
public enum Outcome {
  CONVERGED,
  /** There was nothing to score: the figures are the priors. */
  NO_RATINGS,
  /** The posterior's top was not reached within the allowed steps. */
  NOT_CONVERGED
}
