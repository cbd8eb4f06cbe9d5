package org.leadager.engine.calibrate;

/** A calibrated model, or the reason why there is none. */
public sealed interface CalibrationResult permits Calibration, CalibrationResult.Refused {
  /**
   * Nothing was estimated.
   *
   * @param reason a sentence for the person who brought the data
   */
  record Refused(String reason) implements CalibrationResult {}
}
