package org.leadager.engine.rating;

/**
 * Moments of one cell's tilted distribution: the approximate posterior of its η with the cell's
 * Gaussian stand-in taken out and its answers' likelihood put in. Gauss–Hermite nodes sit on the
 * approximate posterior, so what they integrate, likelihood over stand-in, is nearly constant.
 */
final class CellQuadrature {
  private static final int NODES = 11;
  private static final GaussRule RULE = GaussRule.normal(NODES);

  final double[] eta = new double[NODES];

  /** Normed to one. */
  final double[] weight = new double[NODES];

  /** ln of the mean of likelihood over stand-in. */
  double logNormaliser;

  double mean;
  double variance;
  private final double[] node = RULE.nodes();
  private final double[] logWeight = new double[NODES];
  private final double[] four = new double[4];
  private final ItemTables tables;

  CellQuadrature(ItemTables tables) {
    this.tables = tables;
    double[] w = RULE.weights();
    for (int q = 0; q < NODES; q++) {
      logWeight[q] = Math.log(w[q]);
    }
  }

  /** Tilts cell c, whose η is N(m, v) with the stand-in exp(shift · η − precision · η² / 2). */
  void tilt(Cells cells, int c, double m, double v, double[] site) {
    double root = Math.sqrt(v);
    double largest = Double.NEGATIVE_INFINITY;
    for (int q = 0; q < NODES; q++) {
      double t = m + root * node[q];
      eta[q] = t;
      double standIn = t * (site[1] - site[0] * t / 2);
      weight[q] = logWeight[q] + logLikelihood(cells, c, t) - standIn;
      largest = Math.max(largest, weight[q]);
    }
    double sum = 0;
    for (int q = 0; q < NODES; q++) {
      weight[q] = Math.exp(weight[q] - largest);
      sum += weight[q];
    }
    logNormaliser = largest + Math.log(sum);
    mean = 0;
    for (int q = 0; q < NODES; q++) {
      weight[q] /= sum;
      mean += weight[q] * eta[q];
    }
    variance = 0;
    for (int q = 0; q < NODES; q++) {
      variance += weight[q] * (eta[q] - mean) * (eta[q] - mean);
    }
  }

  private double logLikelihood(Cells cells, int c, double t) {
    Panel panel = cells.panel;
    int g = panel.source[cells.rater[c]];
    double sum = 0;
    for (int e = cells.start[c]; e < cells.start[c + 1]; e++) {
      int n = cells.row[e];
      ItemTable table = tables.item(panel.item[n]);
      int j = table.interpolate(tables.place(panel.item[n], g, t), four);
      sum += table.logProbability(panel.answer[n], j, four);
    }
    return panel.weight[cells.rater[c]] * sum;
  }

  /** Adds the cell's answers, spread over its nodes as last tilted, to the mass by item. */
  void addMass(Cells cells, int c, double[][][][] mass) {
    Panel panel = cells.panel;
    double omega = panel.weight[cells.rater[c]];
    int g = panel.source[cells.rater[c]];
    for (int e = cells.start[c]; e < cells.start[c + 1]; e++) {
      int n = cells.row[e];
      int i = panel.item[n];
      ItemTable table = tables.item(i);
      double[] to = mass[i][mass[i].length == 1 ? 0 : g][panel.answer[n]];
      for (int q = 0; q < NODES; q++) {
        int j = table.interpolate(tables.place(i, g, eta[q]), four);
        for (int k = 0; k < four.length; k++) {
          to[j + k] += omega * weight[q] * four[k];
        }
      }
    }
  }
}
