package org.leadager.engine.rating;

/**
 * How two axes go together over subjects, as a calibration found it. Never attenuated by raters:
 * halo is a term of its own.
 *
 * @param first index of an axis
 * @param second index of another axis
 * @param atanh atanh ρ with its standard error, on which scale it is about normal
 */
public record CorrelationEstimate(int first, int second, Estimate atanh) {
  /** ρ. */
  public double rho() {
    return Math.tanh(atanh.mean());
  }

  /** Lower end of the interval that holds ρ with the given probability. */
  public double low(double probability) {
    return Math.tanh(atanh.low(probability));
  }

  /** Upper end of the interval that holds ρ with the given probability. */
  public double high(double probability) {
    return Math.tanh(atanh.high(probability));
  }
}
