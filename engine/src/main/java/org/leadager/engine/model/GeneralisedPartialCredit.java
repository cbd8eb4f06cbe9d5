package org.leadager.engine.model;

/**
 * Generalised partial credit model (Muraki 1992): P_k ∝ exp(kη + d_k), slopes free.
 * docs/methods/item-models.md.
 */
public record GeneralisedPartialCredit() implements Divided {

  @Override
  public String name() {
    return "gpcm";
  }

  @Override
  public boolean freeSlopes() {
    return true;
  }
}
