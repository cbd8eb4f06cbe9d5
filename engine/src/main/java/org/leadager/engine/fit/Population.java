package org.leadager.engine.fit;

import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.GroupTraits;
import org.leadager.engine.calibrate.Quadrature;
import org.leadager.engine.kernel.Cholesky;

/** The normal population N(μ, Σ) of a calibration's group on the nodes of a grid. */
final class Population {
  private Population() {}

  static double[] mean(Calibration calibration, int group) {
    return calibration.groups().get(group).mean().stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  static double[][] covariance(Calibration calibration, int group) {
    return calibration.groups().get(group).covariance().stream()
        .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  /** −½ (θ − μ)'Σ⁻¹(θ − μ) at every node. */
  static double[] logDensity(Quadrature grid, double[] mean, double[][] sigma) {
    Cholesky factor = Cholesky.of(sigma).orElseThrow();
    double[] log = new double[grid.size()];
    for (int q = 0; q < log.length; q++) {
      double[] off = point(grid, q);
      for (int d = 0; d < off.length; d++) {
        off[d] -= mean[d];
      }
      double[] u = factor.solve(off);
      for (int d = 0; d < u.length; d++) {
        log[q] -= off[d] * u[d] / 2;
      }
    }
    return log;
  }

  /** Weights of the nodes, summing to one. */
  static double[] weights(Quadrature grid, double[] mean, double[][] sigma) {
    double[] weight = logDensity(grid, mean, sigma);
    double sum = 0;
    for (int q = 0; q < weight.length; q++) {
      weight[q] = Math.exp(weight[q]);
      sum += weight[q];
    }
    for (int q = 0; q < weight.length; q++) {
      weight[q] /= sum;
    }
    return weight;
  }

  /** Weights of the calibration's nodes in all groups together, each with its share of rows. */
  static double[] weights(Calibration calibration) {
    double[] all = new double[calibration.grid().size()];
    int group = 0;
    for (GroupTraits traits : calibration.groups()) {
      double share = traits.rows() / (double) calibration.responses().rows();
      double[] own =
          weights(calibration.grid(), mean(calibration, group), covariance(calibration, group));
      for (int q = 0; q < all.length; q++) {
        all[q] += share * own[q];
      }
      group++;
    }
    return all;
  }

  static double[] point(Quadrature grid, int node) {
    double[] theta = new double[grid.dimensions()];
    for (int d = 0; d < theta.length; d++) {
      theta[d] = grid.at(d, node);
    }
    return theta;
  }
}
