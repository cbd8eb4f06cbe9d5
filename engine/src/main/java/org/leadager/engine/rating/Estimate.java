package org.leadager.engine.rating;

/**
 * A quantity on the scale of η with its posterior standard deviation; the posterior is normal.
 *
 * @param mean posterior mean
 * @param sd posterior standard deviation
 */
public record Estimate(double mean, double sd) {
  /** Lower end of the interval that holds the value with the given probability. */
  public double low(double probability) {
    return mean - Normal.halfWidth(probability) * sd;
  }

  /** Upper end of the interval that holds the value with the given probability. */
  public double high(double probability) {
    return mean + Normal.halfWidth(probability) * sd;
  }

  /** P(value ≥ bound). */
  public double probabilityAbove(double bound) {
    return Normal.cdf((mean - bound) / sd);
  }
}
