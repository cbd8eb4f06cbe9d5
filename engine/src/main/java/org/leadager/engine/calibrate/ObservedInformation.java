package org.leadager.engine.calibrate;

import java.util.Arrays;

/**
 * Exact observed information by Louis (1982): I = E(−∂² log L_complete) − Σ_subjects Var(score |
 * answers). Nodes with less than 1e-10 of a subject's posterior are left out of the variance.
 */
final class ObservedInformation {
  private static final double NEGLIGIBLE = 1e-10;
  private final Layout layout;
  private final EStep eStep;
  final double[][] information;

  ObservedInformation(Layout layout, EStep eStep, double[] x, Statistics stats) {
    this.layout = layout;
    this.eStep = eStep;
    this.information = new double[layout.parameters][layout.parameters];
    addComplete(x, stats);
    subtractMissing(x);
  }

  /** The observed score alone: expected complete-data score (Fisher's identity). */
  static double[] score(Layout layout, double[] x, Statistics stats) {
    double[] score = new double[layout.parameters];
    for (int i = 0; i < layout.items(); i++) {
      double[] g = new double[layout.size(i)];
      new ItemDerivatives(layout, i).add(x, stats, g, new double[g.length][g.length], false);
      System.arraycopy(g, 0, score, layout.offset[i], g.length);
    }
    double[] g = new double[layout.latentElement.length];
    if (g.length > 0) {
      MStep.addLatent(layout, x, stats, g, new double[g.length][g.length]);
      System.arraycopy(g, 0, score, layout.latent, g.length);
    }
    return score;
  }

  private void addComplete(double[] x, Statistics stats) {
    for (int i = 0; i < layout.items(); i++) {
      double[] g = new double[layout.size(i)];
      double[][] h = new double[g.length][g.length];
      new ItemDerivatives(layout, i).add(x, stats, g, h, true);
      place(layout.offset[i], h);
    }
    double[] g = new double[layout.latentElement.length];
    double[][] h = new double[g.length][g.length];
    if (g.length > 0) {
      MStep.addLatent(layout, x, stats, g, h);
      place(layout.latent, h);
    }
  }

  private void place(int at, double[][] h) {
    for (int a = 0; a < h.length; a++) {
      System.arraycopy(h[a], 0, information[at + a], at, h.length);
    }
  }

  private void subtractMissing(double[] x) {
    double[] table = eStep.table(x);
    double[] weights = eStep.weights(x);
    double[][] scores = cellScores(x);
    double[][][] parts = new double[eStep.stripes()][][];
    eStep.stripeStream().forEach(s -> parts[s] = stripe(s, table, weights, scores));
    for (double[][] part : parts) {
      for (int a = 0; a < information.length; a++) {
        for (int b = 0; b <= a; b++) {
          information[a][b] -= part[a][b];
          information[b][a] = information[a][b];
        }
      }
    }
  }

  /** scores[parameter][k·Q + q] for item parameters, scores[latent + e][q] for the density. */
  private double[][] cellScores(double[] x) {
    double[][] scores = new double[layout.parameters][];
    for (int i = 0; i < layout.items(); i++) {
      double[][] item = new ItemDerivatives(layout, i).scores(x);
      System.arraycopy(item, 0, scores, layout.offset[i], item.length);
    }
    LatentDensity density = LatentDensity.of(layout.covariance(x)).orElseThrow();
    for (int e = 0; e < layout.latentElement.length; e++) {
      scores[layout.latent + e] = new double[layout.grid.size()];
      for (int q = 0; q < layout.grid.size(); q++) {
        double[] u = density.precisionTimes(layout.grid, q);
        scores[layout.latent + e][q] = density.score(layout.latentElement[e], u);
      }
    }
    return scores;
  }

  private double[][] stripe(int s, double[] table, double[] weights, double[][] scores) {
    int n = layout.parameters;
    double[][] sum = new double[n][n];
    double[] post = new double[weights.length];
    int[] active = new int[weights.length];
    double[][] z = new double[n][weights.length];
    int[] first = new int[n];
    for (int r = eStep.from(s); r < eStep.from(s + 1); r++) {
      eStep.posterior(r, table, weights, post);
      int nodes = 0;
      for (int q = 0; q < post.length; q++) {
        if (post[q] > NEGLIGIBLE) {
          active[nodes++] = q;
        }
      }
      answered(r, scores, first);
      for (int a = 0; a < n; a++) {
        if (first[a] >= 0) {
          centred(scores[a], first[a], post, active, nodes, z[a]);
        }
      }
      addProducts(sum, z, first, nodes);
    }
    return sum;
  }

  /**
   * For each parameter the offset of the answered cell in its scores, or −1 when the answer does
   * not depend on it: the item was not answered, or (graded) the intercept bounds another category.
   */
  private void answered(int row, double[][] scores, int[] first) {
    Arrays.fill(first, -1);
    int item = 0;
    for (int cell : eStep.cells(row)) {
      while (cell >= layout.table[item + 1]) {
        item++;
      }
      for (int a = 0; a < layout.size(item); a++) {
        int parameter = layout.offset[item] + a;
        int at = cell - layout.table[item];
        int middle = at + layout.grid.size() / 2;
        boolean matters = scores[parameter][at] != 0 || scores[parameter][middle] != 0;
        first[parameter] = matters ? at : -1;
      }
    }
    for (int a = layout.latent; a < first.length; a++) {
      first[a] = 0;
    }
  }

  private static void centred(
      double[] scores, int first, double[] post, int[] active, int nodes, double[] z) {
    double mean = 0;
    for (int m = 0; m < nodes; m++) {
      mean += post[active[m]] * scores[first + active[m]];
    }
    for (int m = 0; m < nodes; m++) {
      z[m] = Math.sqrt(post[active[m]]) * (scores[first + active[m]] - mean);
    }
  }

  private static void addProducts(double[][] sum, double[][] z, int[] first, int nodes) {
    for (int a = 0; a < first.length; a++) {
      if (first[a] < 0) {
        continue;
      }
      double[] za = z[a];
      for (int b = 0; b <= a; b++) {
        if (first[b] >= 0) {
          double[] zb = z[b];
          double s = 0;
          for (int m = 0; m < nodes; m++) {
            s += za[m] * zb[m];
          }
          sum[a][b] += s;
        }
      }
    }
  }
}
