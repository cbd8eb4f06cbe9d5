package org.leadager.engine.crossed;

/** log P(Y_i = k | η) at the nodes η = q h, q = −half … half, for every item and category. */
final class ChanceTable {
  final double spacing;
  final int half;
  final double[][][] log;

  ChanceTable(StepModel model, double[][] thresholds, double spacing, double reach) {
    this.spacing = spacing;
    this.half = (int) Math.ceil(reach / spacing);
    this.log = new double[thresholds.length][][];
    for (int i = 0; i < log.length; i++) {
      int categories = thresholds[i].length + 1;
      log[i] = new double[categories][2 * half + 1];
      double[] chance = new double[categories];
      for (int q = -half; q <= half; q++) {
        model.logChances(thresholds[i], q * spacing, chance);
        for (int k = 0; k < categories; k++) {
          log[i][k][q + half] = chance[k];
        }
      }
    }
  }

  /** An empty table of expected numbers of answers, by item, category and node. */
  double[][][] counts() {
    double[][][] counts = new double[log.length][][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new double[log[i].length][2 * half + 1];
    }
    return counts;
  }
}
