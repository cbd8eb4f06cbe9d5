package org.leadager.engine.fit;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Quadrature;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;

/**
 * Expected a posteriori scores: mean and standard deviation of each row's posterior on the grid of
 * the calibration, or twice as fine where a row is known too well for it (Bock and Mislevy 1982). A
 * row's prior is its own group's, and its score where it has no answers.
 */
public final class Eap {
  /** Rows known better than this many steps of the grid are integrated at half the step. */
  private static final double LEAST_WIDTH = 0.85;

  private final double[][] mean;
  private final double[][] sd;

  private Eap(double[][] mean, double[][] sd) {
    this.mean = mean;
    this.sd = sd;
  }

  /** Scores every row the model was calibrated on. */
  public static Eap of(Calibration calibration) {
    ItemResponses y = calibration.responses();
    int dimensions = calibration.grid().dimensions();
    double[][] mean = new double[y.rows()][dimensions];
    double[][] sd = new double[y.rows()][dimensions];
    Nodes nodes = new Nodes(calibration, calibration.grid());
    rows(y).forEach(r -> nodes.moments(y, r, mean[r], sd[r]));
    double least = LEAST_WIDTH * calibration.grid().spacing();
    if (rows(y).anyMatch(r -> narrow(sd[r], least))) {
      Nodes finer = new Nodes(calibration, halved(calibration.grid()));
      rows(y).filter(r -> narrow(sd[r], least)).forEach(r -> finer.moments(y, r, mean[r], sd[r]));
    }
    return new Eap(mean, sd);
  }

  private static IntStream rows(ItemResponses y) {
    return IntStream.range(0, y.rows()).parallel();
  }

  private static boolean narrow(double[] sd, double least) {
    return Arrays.stream(sd).anyMatch(s -> s < least);
  }

  private static Quadrature halved(Quadrature grid) {
    return Quadrature.grid(grid.dimensions(), 2 * grid.points() - 1, grid.range());
  }

  /** Logarithms of probabilities and prior on a grid. */
  private static final class Nodes {
    private final Quadrature grid;
    private final double[][][] log;
    private final double[][] prior;
    private final Grouping rows;

    Nodes(Calibration calibration, Quadrature grid) {
      this.grid = grid;
      this.rows = calibration.rows();
      this.prior = new double[calibration.groups().size()][];
      for (int g = 0; g < prior.length; g++) {
        double[] mean = Population.mean(calibration, g);
        prior[g] = Population.logDensity(grid, mean, Population.covariance(calibration, g));
      }
      Curves curves = new Curves(calibration);
      this.log = new double[curves.items()][][];
      for (int i = 0; i < log.length; i++) {
        log[i] = new double[curves.intercepts[i].length + 1][grid.size()];
        for (int q = 0; q < grid.size(); q++) {
          double[] p = curves.probabilities(i, Population.point(grid, q));
          for (int k = 0; k < p.length; k++) {
            log[i][k][q] = Math.log(p[k]);
          }
        }
      }
    }

    void moments(ItemResponses y, int row, double[] mean, double[] sd) {
      Eap.moments(grid, posterior(y, row, log, prior[rows.group(row)]), mean, sd);
    }
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
      mean[d] = 0;
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
