package org.leadager.charts;

/**
 * A value and the interval in which we are 80 in 100 sure it lies.
 *
 * @param low the interval's lower end
 * @param middle the best single value
 * @param high the interval's upper end
 */
public record Estimate(double low, double middle, double high) {
  public Estimate {
    Checks.finite("interval", low, middle, high);
    if (low > middle || middle > high) {
      throw new IllegalArgumentException(
          "An interval holds its middle: " + low + ", " + middle + ", " + high);
    }
  }
}
