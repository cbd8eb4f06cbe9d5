package org.leadager.engine.fit;

import org.leadager.engine.calibrate.Calibration;

/**
 * Fisher information about one trait, and marginal reliability: the population's mean of σ²I/(σ²I +
 * 1).
 */
public final class Information {
  private static final int POINTS = 241;
  private static final double RANGE = 6;
  private final Curves curves;
  private final double variance;

  /** Information of a calibration with one dimension. */
  public Information(Calibration calibration) {
    if (calibration.pattern().dimensions().size() != 1) {
      throw new IllegalArgumentException("information curves are for one dimension");
    }
    this.curves = new Curves(calibration);
    this.variance = calibration.covariance().get(0).get(0);
  }

  /** Information of an item at θ. */
  public double item(int item, double theta) {
    return curves.information(item, theta);
  }

  /** Information of all items at θ. */
  public double test(double theta) {
    double sum = 0;
    for (int i = 0; i < curves.items(); i++) {
      sum += curves.information(i, theta);
    }
    return sum;
  }

  /** Expected reliability of a score in the population N(0, σ²). */
  public double marginalReliability() {
    double sum = 0;
    double weights = 0;
    for (int q = 0; q < POINTS; q++) {
      double z = -RANGE + 2 * RANGE * q / (POINTS - 1);
      double weight = Math.exp(-z * z / 2);
      double information = variance * test(z * Math.sqrt(variance));
      sum += weight * information / (information + 1);
      weights += weight;
    }
    return sum / weights;
  }
}
