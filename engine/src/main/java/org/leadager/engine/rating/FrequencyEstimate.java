package org.leadager.engine.rating;

/**
 * An expected answer on the category scale, 1 … categories.
 *
 * @param mean expected answer, averaged over the panel's raters and over what is uncertain
 * @param low lower end of the interval, of 90% unless the model was asked for another
 * @param high its upper end
 */
public record FrequencyEstimate(double mean, double low, double high) {
  /** Probability that the interval low … high holds, unless the model was asked for another. */
  public static final double INTERVAL = .90;
}
