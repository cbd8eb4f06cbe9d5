package org.leadager.engine.model;

/**
 * Partial credit model (Masters 1982): P_k ∝ exp(kθ + d_k), slopes one and the trait variance free.
 * docs/methods/item-models.md.
 */
public record PartialCredit() implements Divided {

  @Override
  public String name() {
    return "pcm";
  }

  @Override
  public boolean freeSlopes() {
    return false;
  }
}
