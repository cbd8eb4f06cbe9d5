package org.leadager.engine.fit;

import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Quadrature;
import org.leadager.engine.data.ItemResponses;

/**
 * Expected a posteriori scores: mean and standard deviation of each row's posterior on the grid of
 * the calibration (Bock and Mislevy 1982). A row without answers gets the population's.
 */
public final class Eap {
  private final double[][] mean;
  private final double[][] sd;

  private Eap(double[][] mean, double[][] sd) {
    this.mean = mean;
    this.sd = sd;
  }

  /** Scores every row the model was calibrated on. */
  public static Eap of(Calibration calibration) {
    Quadrature grid = calibration.grid();
    ItemResponses y = calibration.responses();
    double[][][] log = logTables(calibration);
    double[] prior = Population.logDensity(grid, Population.covariance(calibration));
    int dimensions = grid.dimensions();
    double[][] mean = new double[y.rows()][dimensions];
    double[][] sd = new double[y.rows()][dimensions];
    IntStream.range(0, y.rows())
        .parallel()
        .forEach(r -> moments(grid, posterior(y, r, log, prior), mean[r], sd[r]));
    return new Eap(mean, sd);
  }

  private static double[][][] logTables(Calibration calibration) {
    Curves curves = new Curves(calibration);
    Quadrature grid = calibration.grid();
    double[][][] log = new double[curves.items()][][];
    double[] theta = new double[grid.dimensions()];
    for (int i = 0; i < log.length; i++) {
      log[i] = new double[curves.intercepts[i].length + 1][grid.size()];
      for (int q = 0; q < grid.size(); q++) {
        for (int d = 0; d < theta.length; d++) {
          theta[d] = grid.at(d, q);
        }
        double[] p = curves.probabilities(i, theta);
        for (int k = 0; k < p.length; k++) {
          log[i][k][q] = Math.log(p[k]);
        }
      }
    }
    return log;
  }

  private static double[] posterior(ItemResponses y, int row, double[][][] log, double[] prior) {
    double[] post = prior.clone();
    for (int i = 0; i < log.length; i++) {
      int code = y.code(row, i);
      if (code != ItemResponses.MISSING) {
        double[] l = log[i][code];
        for (int q = 0; q < post.length; q++) {
          post[q] += l[q];
        }
      }
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (double v : post) {
      largest = Math.max(largest, v);
    }
    double sum = 0;
    for (int q = 0; q < post.length; q++) {
      post[q] = Math.exp(post[q] - largest);
      sum += post[q];
    }
    for (int q = 0; q < post.length; q++) {
      post[q] /= sum;
    }
    return post;
  }

  private static void moments(Quadrature grid, double[] post, double[] mean, double[] sd) {
    for (int d = 0; d < mean.length; d++) {
      double square = 0;
      for (int q = 0; q < post.length; q++) {
        mean[d] += post[q] * grid.at(d, q);
      }
      for (int q = 0; q < post.length; q++) {
        double e = grid.at(d, q) - mean[d];
        square += post[q] * e * e;
      }
      sd[d] = Math.sqrt(square);
    }
  }

  /** Number of rows. */
  public int rows() {
    return mean.length;
  }

  /** Score of a row on a dimension. */
  public double mean(int row, int dimension) {
    return mean[row][dimension];
  }

  /** Its standard error: the posterior standard deviation. */
  public double error(int row, int dimension) {
    return sd[row][dimension];
  }

  /** Empirical reliability of a dimension: Var(EAP) / (Var(EAP) + mean error²). */
  public double reliability(int dimension) {
    double average = 0;
    double errors = 0;
    for (int r = 0; r < mean.length; r++) {
      average += mean[r][dimension] / mean.length;
      errors += sd[r][dimension] * sd[r][dimension] / mean.length;
    }
    double variance = 0;
    for (double[] row : mean) {
      variance += (row[dimension] - average) * (row[dimension] - average) / (mean.length - 1);
    }
    return variance / (variance + errors);
  }
}
