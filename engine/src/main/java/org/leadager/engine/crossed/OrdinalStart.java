package org.leadager.engine.crossed;

/** Where the ordinal search starts, and how curved the likelihood is there. */
final class OrdinalStart {
  private static final double SD = 0.5;
  private final Design design;
  private final double[] below;
  private final int thresholds;

  /** Shares of the answers at or below each category; every category has answers. */
  OrdinalStart(Design design, int[] category, int categories) {
    this.design = design;
    this.thresholds = categories - 1;
    this.below = new double[thresholds];
    for (int k : category) {
      for (int j = k; j < thresholds; j++) {
        below[j]++;
      }
    }
    for (int j = 0; j < thresholds; j++) {
      below[j] /= design.answers;
    }
  }

  double[] parameters() {
    int n = thresholds + design.groups + 1;
    double[] x = new double[n];
    for (int k = 0; k < thresholds; k++) {
      x[k] = Math.log(below[k] / (1 - below[k]));
    }
    x[n - 2] = SD;
    x[n - 1] = SD;
    return x;
  }

  /**
   * Inverse curvature: the multinomial's for the thresholds, 1 / (n (1 − γ_j) γ_k) for j ≤ k, plus
   * what the levels leave open about the common place of all; θ² / 2q for the SDs.
   */
  double[][] curvature() {
    int n = thresholds + design.groups + 1;
    double[][] h = new double[n][n];
    double place = SD * SD / design.inners + SD * SD / design.outers;
    for (int j = 0; j < thresholds; j++) {
      for (int k = j; k < thresholds; k++) {
        h[j][k] = 1 / (design.answers * (1 - below[j]) * below[k]) + place;
        h[k][j] = h[j][k];
      }
    }
    int[] size = DesignCheck.sizes(design.group, design.groups);
    for (int g = 1; g < design.groups; g++) {
      h[thresholds + g - 1][thresholds + g - 1] = 4.0 / size[g] + 4.0 / size[0];
    }
    h[n - 2][n - 2] = SD * SD / (2 * design.outers);
    h[n - 1][n - 1] = SD * SD / (2 * design.inners);
    return h;
  }
}
