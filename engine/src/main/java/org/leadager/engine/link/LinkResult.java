package org.leadager.engine.link;

import java.util.List;
import org.leadager.engine.calibrate.ItemParameters;

/** A link between two scales, or the reason why there is none. */
public sealed interface LinkResult {

  /**
   * Nothing was linked.
   *
   * @param reason a sentence for the person who brought the calibrations
   */
  record Refused(String reason) implements LinkResult {}

  /**
   * θ on the base scale is Aθ + B of θ on the new one.
   *
   * @param slope A, above 0; 1 where the model's slopes are fixed
   * @param intercept B
   * @param slopeError jackknife error over the common items: what another choice of items could
   *     have changed; NaN with fewer than three, 0 where A is fixed
   * @param interceptError the same of B
   * @param criterion mean squared difference of the two expected sums over the common items
   * @param common the common items, in the base's order, and how far each lies off
   * @param items all of the new calibration's items on the base scale; slope errors divided by A,
   *     errors of intercepts NaN, since they need the covariance with the slopes
   * @param warnings what must be known before the link is used; empty when nothing
   */
  record Linked(
      double slope,
      double intercept,
      double slopeError,
      double interceptError,
      double criterion,
      List<Drift> common,
      List<ItemParameters> items,
      List<String> warnings)
      implements LinkResult {

    /** A trait value of the new scale on the base scale. */
    public double value(double theta) {
      return slope * theta + intercept;
    }

    /** A standard error of the new scale on the base scale; doubt about the link is not in it. */
    public double error(double se) {
      return slope * se;
    }
  }

  /**
   * How far a common item's expected answer lies off after linking, in shares of its range (0 to
   * 1).
   *
   * @param name the item
   * @param mean new less base, averaged over the base's people: whether it became easier
   * @param distance root mean square of that difference
   * @param moved whether the distance is beyond what linking should rest on
   */
  record Drift(String name, double mean, double distance, boolean moved) {}
}
