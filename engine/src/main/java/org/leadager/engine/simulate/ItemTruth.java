package org.leadager.engine.simulate;

import java.util.List;

/**
 * True parameters of an item in the parameterisation of the item models: η = slopes · traits.
 *
 * @param name the item
 * @param slopes one per trait
 * @param intercepts one per category but the lowest
 */
public record ItemTruth(String name, List<Double> slopes, List<Double> intercepts) {
  public ItemTruth {
    slopes = List.copyOf(slopes);
    intercepts = List.copyOf(intercepts);
  }
}
