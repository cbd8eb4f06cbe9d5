package org.leadager.engine.rating;

/**
 * How unsure an item's parameters are, as standard deviations: prior ones on day one, standard
 * errors after a calibration.
 *
 * @param logSlopeSd of ln a
 * @param shiftSd of a shift of all the item's thresholds
 * @param jitterSd of each threshold on its own
 * @param sourceShiftSd of a shift of all thresholds for one source
 */
public record ItemUncertainty(
    double logSlopeSd, double shiftSd, double jitterSd, double sourceShiftSd) {
  /** Parameters taken as known. */
  public static final ItemUncertainty NONE = new ItemUncertainty(0, 0, 0, 0);

  public ItemUncertainty {
    Check.notNegative(logSlopeSd, "the SD of a log slope");
    Check.notNegative(shiftSd, "the SD of an item shift");
    Check.notNegative(jitterSd, "the SD of a threshold");
    Check.notNegative(sourceShiftSd, "the SD of a source shift");
  }
}
