package org.leadager.engine.simulate;

import java.util.List;

/**
 * What is true of a rater about one subject, in the symbols of the rating model.
 *
 * @param source where the rater stands
 * @param halo h: added to every answer; severity and halo together, and a self-rater's leniency
 * @param slant x: for the items of one axis, against those of the other
 * @param testlets v: the rater's own view of each competence
 */
public record RaterTruth(int source, double halo, double slant, List<Double> testlets) {
  public RaterTruth {
    testlets = List.copyOf(testlets);
  }
}
