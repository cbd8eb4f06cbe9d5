package org.leadager.engine.rating;

/**
 * A level held against what the role needs.
 *
 * @param neededFrequency the need as an expected answer, 1 … categories
 * @param neededLevel the same need on the scale of η, averaged over the panel's raters
 * @param margin level − need with the SD of that difference: doubt about an item's parameters moves
 *     both, so it is counted once
 * @param probabilityAbove P(level ≥ need)
 * @param zone the words for it
 */
public record NeedComparison(
    double neededFrequency,
    double neededLevel,
    Estimate margin,
    double probabilityAbove,
    Zone zone) {
  static NeedComparison of(double frequency, double level, Estimate margin) {
    double p = margin.probabilityAbove(0);
    return new NeedComparison(frequency, level, margin, p, Zone.of(p));
  }
}
