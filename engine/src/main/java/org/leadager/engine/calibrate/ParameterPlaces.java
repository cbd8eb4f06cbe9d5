package org.leadager.engine.calibrate;

import java.util.Arrays;

/**
 * Where the parameters of a calibration stand in one vector x (per item its slopes, then its
 * intercepts; per group its means, then elements of its covariance), and which of them are free: x
 * = A z, for items may share slopes or steps. What is held at a value has no place.
 */
public final class ParameterPlaces {
  private final Layout layout;

  ParameterPlaces(Layout layout) {
    this.layout = layout;
  }

  /** Length of x. */
  public int size() {
    return layout.parameters;
  }

  /** Length of z: the number of free parameters. */
  public int free() {
    return layout.restriction.free();
  }

  /** The first place of an item's parameters. */
  public int item(int item) {
    return layout.offset[item];
  }

  /** How many parameters an item has; 0 where it is held. */
  public int itemSize(int item) {
    return layout.size(item);
  }

  /** The first place of a group's latent mean and covariance. */
  public int group(int group) {
    return layout.groups[group].at;
  }

  /** How many of a group's means are free, from the first dimension on: all or none. */
  public int means(int group) {
    return layout.groups[group].means;
  }

  /** Row and column of each free element of a group's covariance, in their order in x. */
  public int[][] covariances(int group) {
    return Arrays.stream(layout.groups[group].element).map(int[]::clone).toArray(int[][]::new);
  }

  /** Derivatives in z from derivatives in x: A'g. */
  public double[] reduce(double[] g) {
    return layout.restriction.reduce(g);
  }
}
