package org.leadager.engine.fit;

import java.util.List;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.GroupTraits;

/**
 * Fisher information about one trait, and marginal reliability: the mean of σ²I/(σ²I + 1) over a
 * group, or over all groups' people.
 */
public final class Information {
  private static final int POINTS = 241;
  private static final double RANGE = 6;
  private final Curves curves;
  private final List<GroupTraits> groups;

  /** Information of a calibration with one dimension. */
  public Information(Calibration calibration) {
    if (calibration.pattern().dimensions().size() != 1) {
      throw new IllegalArgumentException("information curves are for one dimension");
    }
    this.curves = new Curves(calibration);
    this.groups = calibration.groups();
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

  /** Expected reliability of a score, each group with its share of rows. */
  public double marginalReliability() {
    double sum = 0;
    double rows = 0;
    for (int g = 0; g < groups.size(); g++) {
      sum += groups.get(g).rows() * marginalReliability(g);
      rows += groups.get(g).rows();
    }
    return sum / rows;
  }

  /** ∫ σ²I(θ)/(σ²I(θ) + 1) N(θ; μ, σ²) dθ: a score's expected reliability in a group. */
  public double marginalReliability(int group) {
    double mean = groups.get(group).mean().getFirst();
    double variance = groups.get(group).covariance().getFirst().getFirst();
    double sum = 0;
    double weights = 0;
    for (int q = 0; q < POINTS; q++) {
      double z = -RANGE + 2 * RANGE * q / (POINTS - 1);
      double weight = Math.exp(-z * z / 2);
      double varianceTimesI = variance * test(mean + z * Math.sqrt(variance));
      sum += weight * varianceTimesI / (varianceTimesI + 1);
      weights += weight;
    }
    return sum / weights;
  }
}
