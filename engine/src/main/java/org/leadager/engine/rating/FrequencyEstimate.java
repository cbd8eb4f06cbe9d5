package org.leadager.engine.rating;

/**
 * An expected answer on the category scale, 1 … categories.
 *
 * @param mean expected answer, averaged over the panel's raters and over what is uncertain
 * @param low lower end of the 90% interval
 * @param high upper end of the 90% interval
 */
public record FrequencyEstimate(double mean, double low, double high) {
  /** Probability that the interval low … high holds. */
  public static final double INTERVAL = .90;
}
