package org.leadager.instruments;

import java.util.List;
import java.util.Map;
import org.leadager.instruments.Instrument.Item;
import org.leadager.instruments.Instrument.Level;

/**
 * Priors of the rating model (graded response, logits). A field ending in Sd is a standard
 * deviation, {@code haloVariance} holds variances.
 *
 * @param version name of this set, kept with every score made with it
 * @param provisional whether scores made with it must be marked provisional
 * @param axisMean prior mean of each axis
 * @param axisSd prior SD of each axis
 * @param competenceSd person × competence
 * @param sourceViewSd a source's own view of the person, per axis
 * @param haloVariance rater severity plus halo, by source code
 * @param haloLogSd doubt about each halo variance, SD of its logarithm
 * @param severityShare share of that variance that a rater takes to every subject
 * @param slantSd rater's preference of the first axis over the second
 * @param testletSd rater × competence
 * @param leniencyMean how much higher people rate themselves
 */
public record Parameters(
    String version,
    boolean provisional,
    double axisMean,
    double axisSd,
    Correlation correlation,
    Slopes slopes,
    Thresholds thresholds,
    double competenceSd,
    double sourceViewSd,
    Map<String, Double> haloVariance,
    double haloLogSd,
    double severityShare,
    double slantSd,
    double testletSd,
    double leniencyMean,
    double leniencySd) {

  /** Normal prior of the inverse hyperbolic tangent of the axes' correlation. */
  public record Correlation(double atanhMean, double atanhSd, double centre) {}

  /** Lognormal prior of a slope: its median and the SD of its logarithm. */
  public record Slope(double median, double logSd) {}

  /** Slope priors by the kind of item. */
  public record Slopes(Slope anchor, Slope second, Slope other, Slope reversed) {
    /** The prior that holds for an item. */
    public Slope of(Item item) {
      if (item.reversed()) {
        return reversed;
      }
      return item.level() == Level.ANCHOR ? anchor : item.level() == Level.SECOND ? second : other;
    }
  }

  /**
   * Threshold priors.
   *
   * @param centre thresholds of P(Y ≥ k), k = 2…points, rising
   * @param itemShiftSd shift of all thresholds of an item
   * @param jitterSd shift of each threshold
   * @param reversedShift added to a reversed item's thresholds after turning its answers round
   * @param sourceShiftSd shift of an item for a source
   * @param originSd one shift common to all items: doubt about the origin of the scale
   */
  public record Thresholds(
      List<Double> centre,
      double itemShiftSd,
      double jitterSd,
      double reversedShift,
      double sourceShiftSd,
      double originSd) {}
}
