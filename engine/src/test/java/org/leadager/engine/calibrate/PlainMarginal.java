package org.leadager.engine.calibrate;

import java.util.Arrays;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.Cholesky;

/**
 * The marginal likelihood of graded items on one trait in two groups as it is defined: logistic
 * differences, a fine sum over ± 9, derivatives by differences of it. Parameters: by item slope and
 * intercepts, then mean and variance of the second group.
 */
final class PlainMarginal {
  private static final int POINTS = 181;
  private static final double RANGE = 9;
  private final ItemResponses y;
  private final Grouping groups;
  private final int parameters;

  PlainMarginal(ItemResponses y, Grouping groups, Calibration shape) {
    this.y = y;
    this.groups = groups;
    this.parameters =
        2 + shape.items().stream().mapToInt(item -> 1 + item.intercepts().size()).sum();
  }

  double[] at(Calibration fit) {
    double[] x = new double[parameters];
    int at = 0;
    for (ItemParameters item : fit.items()) {
      x[at++] = item.slopes().get(0);
      for (double d : item.intercepts()) {
        x[at++] = d;
      }
    }
    x[at] = fit.groups().get(1).mean().get(0);
    x[at + 1] = fit.groups().get(1).covariance().get(0).get(0);
    return x;
  }

  double[] errorsOf(Calibration fit) {
    double[] x = new double[parameters];
    int at = 0;
    for (ItemParameters item : fit.items()) {
      x[at++] = item.slopeErrors().get(0);
      for (double d : item.interceptErrors()) {
        x[at++] = d;
      }
    }
    x[at] = fit.groups().get(1).meanErrors().get(0);
    x[at + 1] = fit.groups().get(1).covarianceErrors().get(0).get(0);
    return x;
  }

  double logLik(double[] x) {
    return Arrays.stream(byRow(x)).sum();
  }

  /** Each row's logarithm. */
  private double[] byRow(double[] x) {
    double[][] log = new double[y.items()][];
    int at = 0;
    for (int i = 0; i < log.length; i++) {
      int steps = y.categories(i) - 1;
      log[i] = table(Arrays.copyOfRange(x, at, at + 1 + steps));
      at += 1 + steps;
    }
    double[] rows = new double[y.rows()];
    double[][] prior = {density(0, 1), density(x[at], x[at + 1])};
    for (int r = 0; r < y.rows(); r++) {
      double likelihood = 0;
      for (int q = 0; q < POINTS; q++) {
        double l = 0;
        for (int i = 0; i < log.length; i++) {
          int code = y.code(r, i);
          l += code < 0 ? 0 : log[i][code * POINTS + q];
        }
        likelihood += prior[groups.group(r)][q] * Math.exp(l);
      }
      rows[r] = Math.log(likelihood);
    }
    return rows;
  }

  private static double theta(int q) {
    return -RANGE + 2 * RANGE * q / (POINTS - 1);
  }

  private static double[] density(double mean, double variance) {
    double[] density = new double[POINTS];
    for (int q = 0; q < POINTS; q++) {
      double z = (theta(q) - mean) * (theta(q) - mean) / variance;
      density[q] =
          Math.exp(-z / 2) / Math.sqrt(2 * Math.PI * variance) * (2 * RANGE / (POINTS - 1));
    }
    return density;
  }

  /** log(σ(aθ + d_k) − σ(aθ + d_{k+1})) by category and node. */
  private static double[] table(double[] item) {
    int categories = item.length;
    double[] table = new double[categories * POINTS];
    for (int q = 0; q < POINTS; q++) {
      for (int k = 0; k < categories; k++) {
        double above = k == 0 ? 1 : sigma(item[0] * theta(q) + item[k]);
        double next = k == categories - 1 ? 0 : sigma(item[0] * theta(q) + item[k + 1]);
        table[k * POINTS + q] = Math.log(above - next);
      }
    }
    return table;
  }

  private static double sigma(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  double[] gradient(double[] x) {
    double h = 1e-4;
    double[] g = new double[x.length];
    for (int a = 0; a < x.length; a++) {
      g[a] = (logLik(moved(x, a, h)) - logLik(moved(x, a, -h))) / (2 * h);
    }
    return g;
  }

  /** Roots of the diagonal of the inverse of minus the second differences. */
  double[] errors(double[] x) {
    return Arrays.stream(information(x).inverseDiagonal()).map(Math::sqrt).toArray();
  }

  /** Roots of the diagonal of I⁻¹ (Σ_clusters s s') I⁻¹, scores by differences of rows. */
  double[] clustered(double[] x, Grouping clusters) {
    double h = 1e-4;
    double[][] score = new double[clusters.groups()][x.length];
    for (int a = 0; a < x.length; a++) {
      double[] up = byRow(moved(x, a, h));
      double[] down = byRow(moved(x, a, -h));
      for (int r = 0; r < up.length; r++) {
        score[clusters.group(r)][a] += (up[r] - down[r]) / (2 * h);
      }
    }
    Cholesky information = information(x);
    double[] variance = new double[x.length];
    for (double[] s : score) {
      double[] moved = information.solve(s);
      for (int a = 0; a < x.length; a++) {
        variance[a] += moved[a] * moved[a];
      }
    }
    return Arrays.stream(variance).map(Math::sqrt).toArray();
  }

  private Cholesky information(double[] x) {
    double h = 1e-3;
    double[][] information = new double[x.length][x.length];
    for (int a = 0; a < x.length; a++) {
      for (int b = 0; b <= a; b++) {
        double sum =
            logLik(moved(moved(x, a, h), b, h))
                - logLik(moved(moved(x, a, h), b, -h))
                - logLik(moved(moved(x, a, -h), b, h))
                + logLik(moved(moved(x, a, -h), b, -h));
        information[a][b] = -sum / (4 * h * h);
        information[b][a] = information[a][b];
      }
    }
    return Cholesky.of(information).orElseThrow();
  }

  private static double[] moved(double[] x, int a, double by) {
    double[] moved = x.clone();
    moved[a] += by;
    return moved;
  }
}
