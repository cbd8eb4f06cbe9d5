package org.leadager.engine.crossed;

import java.util.Arrays;

/** The likelihood by plain sums over grids, with chances written as the definition has them. */
final class BruteForce {
  private BruteForce() {}

  static double[] chances(StepModel model, double[] b, double eta) {
    double[] p = new double[b.length + 1];
    if (model == StepModel.GRADED) {
      for (int k = 0; k <= b.length; k++) {
        double atLeast = k == 0 ? 1 : 1 / (1 + Math.exp(b[k - 1] - eta));
        double above = k == b.length ? 0 : 1 / (1 + Math.exp(b[k] - eta));
        p[k] = atLeast - above;
      }
      return p;
    }
    p[0] = 1;
    for (int k = 1; k <= b.length; k++) {
      p[k] = p[k - 1] * Math.exp(eta - b[k - 1]);
    }
    double sum = Arrays.stream(p).sum();
    return Arrays.stream(p).map(v -> v / sum).toArray();
  }

  /** Chance of all answers of a row. */
  private static double row(SimulatedRaters data, StepModel model, int row, double eta) {
    double product = 1;
    for (int i = 0; i < data.items; i++) {
      double[] p = chances(model, SimulatedRaters.thresholds(i), eta);
      product *= p[data.ratings.answers().code(row, i)];
    }
    return product;
  }

  private static double[][] normal(double sd, int half) {
    if (sd == 0) {
      return new double[][] {{0}, {1}};
    }
    double[][] grid = new double[2][2 * half + 1];
    double sum = 0;
    for (int q = -half; q <= half; q++) {
      double z = 6.0 * q / half;
      grid[0][q + half] = sd * z;
      grid[1][q + half] = Math.exp(-z * z / 2);
      sum += grid[1][q + half];
    }
    for (int q = 0; q < grid[1].length; q++) {
      grid[1][q] /= sum;
    }
    return grid;
  }

  /** Raters nested in subjects: Σ_subjects log ∫ Π_raters ∫ Π_items P. */
  static double nested(SimulatedRaters data, StepModel model, double sigma, double tau) {
    double[][] theta = normal(sigma, 40);
    double[][] s = normal(tau, 40);
    int subjects = data.ratings.subjects().groups();
    double[][] chance = new double[subjects][theta[0].length];
    for (double[] one : chance) {
      Arrays.fill(one, 1);
    }
    for (int r = 0; r < data.ratings.answers().rows(); r++) {
      for (int q = 0; q < theta[0].length; q++) {
        double sum = 0;
        for (int v = 0; v < s[0].length; v++) {
          sum += s[1][v] * row(data, model, r, theta[0][q] - s[0][v]);
        }
        chance[data.ratings.subjects().group(r)][q] *= sum;
      }
    }
    double logLik = 0;
    for (double[] one : chance) {
      double sum = 0;
      for (int q = 0; q < one.length; q++) {
        sum += theta[1][q] * one[q];
      }
      logLik += Math.log(sum);
    }
    return logLik;
  }

  /** Three raters who rate everybody: log ∫∫∫ Π_subjects ∫ Π_raters Π_items P. */
  static double crossedThree(SimulatedRaters data, StepModel model, double sigma, double tau) {
    double[][] theta = normal(sigma, 15);
    double[][] s = normal(tau, 15);
    int n = s[0].length;
    double[][][] table = new double[data.ratings.answers().rows()][theta[0].length][n];
    for (int r = 0; r < table.length; r++) {
      for (int q = 0; q < theta[0].length; q++) {
        for (int v = 0; v < n; v++) {
          table[r][q][v] = row(data, model, r, theta[0][q] - s[0][v]);
        }
      }
    }
    double total = 0;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        for (int c = 0; c < n; c++) {
          double product = s[1][a] * s[1][b] * s[1][c];
          for (int r = 0; r < table.length; r += 3) {
            double sum = 0;
            for (int q = 0; q < theta[0].length; q++) {
              sum += theta[1][q] * table[r][q][a] * table[r + 1][q][b] * table[r + 2][q][c];
            }
            product *= sum;
          }
          total += product;
        }
      }
    }
    return Math.log(total);
  }
}
