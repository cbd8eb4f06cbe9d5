package org.leadager.engine.crossed;

import java.util.Arrays;

/**
 * The ordinal model's parameters as one vector: K − 1 thresholds, G − 1 shifts of the groups
 * against the first, the SD of the outer and of the inner factor.
 */
final class OrdinalState {
  private final double[] x;
  private final int thresholds;

  OrdinalState(double[] x, int thresholds) {
    this.x = x;
    this.thresholds = thresholds;
  }

  /** Whether the thresholds ascend and the SDs are within reach. */
  boolean valid(double widest) {
    for (int k = 1; k < thresholds; k++) {
      if (!(x[k] - x[k - 1] > 1e-10)) {
        return false;
      }
    }
    return Arrays.stream(x).allMatch(Double::isFinite)
        && Math.abs(outerSd()) < widest
        && Math.abs(innerSd()) < widest;
  }

  double outerSd() {
    return x[x.length - 2];
  }

  double innerSd() {
    return x[x.length - 1];
  }

  /** Upper end of category k on the scale of the predictor. */
  double upper(int k) {
    return k < thresholds ? x[k] : Double.POSITIVE_INFINITY;
  }

  /** Lower end of category k. */
  double lower(int k) {
    return k > 0 ? x[k - 1] : Double.NEGATIVE_INFINITY;
  }

  double shift(int group) {
    return group == 0 ? 0 : x[thresholds + group - 1];
  }

  /** Where the shift of a group after the first one stands. */
  int shiftAt(int group) {
    return thresholds + group - 1;
  }
}
