package org.leadager.engine.calibrate;

import java.util.List;

/**
 * Standard errors that let rows of one cluster (forms about one subject) depend on each other in
 * any way: the sandwich without a correction for few clusters (CR0). docs/methods/calibration.md.
 *
 * @param items in the order of the calibration; 0 where fixed
 * @param groups in the order of the calibration; 0 where fixed
 * @param clusters how many there were: with fewer than some 40 the errors are too small
 */
public record ClusteredErrors(List<OfItem> items, List<OfGroup> groups, int clusters) {

  /**
   * An item's.
   *
   * @param slopes by dimension
   * @param intercepts by category but the lowest
   */
  public record OfItem(List<Double> slopes, List<Double> intercepts) {}

  /**
   * A group's.
   *
   * @param mean by dimension
   * @param covariance of the elements of the traits' covariance
   */
  public record OfGroup(List<Double> mean, List<List<Double>> covariance) {}
}
