package org.leadager.engine.rating;

import org.leadager.engine.rating.CalibrationOutcome.Calibrated;

/**
 * ρ between an instrument's two axes over subjects, with its 90% interval.
 *
 * @param rho the correlation the model holds
 * @param low lower end of the interval; ρ itself where it is fixed
 * @param high upper end
 * @param fixed whether ρ was assumed, or its error is not known
 */
public record AxisCorrelation(double rho, double low, double high, boolean fixed) {
  /** Probability that the interval holds. */
  public static final double INTERVAL = .90;

  /** A ρ that nobody estimated, such as the centre of the day-one prior. */
  public static AxisCorrelation fixed(double rho) {
    return new AxisCorrelation(rho, rho, rho, true);
  }

  /**
   * The interval of a calibration of two axes, normal on the scale of atanh ρ; fixed where the
   * calibration has no {@link CorrelationEstimate error} of ρ.
   */
  public static AxisCorrelation of(Calibrated calibrated) {
    if (calibrated.correlations().isEmpty()) {
      return fixed(calibrated.priors().axisCorrelation(0, 1));
    }
    CorrelationEstimate found = calibrated.correlations().getFirst();
    return new AxisCorrelation(found.rho(), found.low(INTERVAL), found.high(INTERVAL), false);
  }
}
