package org.leadager.engine.link;

import org.leadager.engine.calibrate.ItemParameters;
import org.leadager.engine.model.ItemModel;

/**
 * An item in both calibrations: its expected answer T(θ) = Σ k P_k on the base scale by either's
 * parameters.
 *
 * <p>On the base scale the new item's predictor is η = (a/A)(θ − B) + d, so ∂η/∂A = −a(θ − B)/A²
 * and ∂η/∂B = −a/A; dT/dη = Σ k P_k ∂ log P_k/∂η.
 */
final class CommonItem {
  final String name;
  private final ItemModel model;
  private final double baseSlope;
  private final double[] base;
  private final double newSlope;
  private final double[] fresh;
  private final double[] p;
  private final double[][] g;

  CommonItem(ItemModel model, ItemParameters base, ItemParameters fresh) {
    this.model = model;
    this.name = base.name();
    this.baseSlope = base.slopes().getFirst();
    this.newSlope = fresh.slopes().getFirst();
    this.base = numbers(base);
    this.fresh = numbers(fresh);
    this.p = new double[this.base.length + 1];
    this.g = new double[p.length][p.length];
  }

  static double[] numbers(ItemParameters item) {
    return item.intercepts().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The highest score the item can give. */
  int range() {
    return base.length;
  }

  boolean sameDirection() {
    return baseSlope * newSlope > 0;
  }

  /** What A would be by this item alone. */
  double slopeRatio() {
    return newSlope / baseSlope;
  }

  /** What B would be by this item alone, given A. */
  double shift(double slope) {
    double[] unit = model.shifted(new double[base.length], 1);
    double along = 0;
    double square = 0;
    for (int k = 0; k < unit.length; k++) {
      along += unit[k] * (base[k] - fresh[k]);
      square += unit[k] * unit[k];
    }
    return -(along / square) * slope / newSlope;
  }

  double expectedByBase(double theta) {
    model.probabilities(baseSlope * theta, base, p);
    return mean();
  }

  double expectedByNew(double theta, double slope, double intercept) {
    model.probabilities(newSlope * (theta - intercept) / slope, fresh, p);
    return mean();
  }

  /** Fills {@code out} with the expected answer by the new item and its derivatives in A and B. */
  void derivatives(double theta, double slope, double intercept, double[] out) {
    double eta = newSlope * (theta - intercept) / slope;
    model.probabilities(eta, fresh, p);
    model.scores(eta, fresh, p, g);
    double change = 0;
    for (int k = 1; k < p.length; k++) {
      change += k * p[k] * g[k][0];
    }
    out[0] = mean();
    out[1] = -change * newSlope * (theta - intercept) / (slope * slope);
    out[2] = -change * newSlope / slope;
  }

  private double mean() {
    double mean = 0;
    for (int k = 1; k < p.length; k++) {
      mean += k * p[k];
    }
    return mean;
  }
}
