package org.leadager.engine.fit;

import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Quadrature;
import org.leadager.engine.kernel.Cholesky;

/** The normal population N(0, Σ) of a calibration on the nodes of its grid. */
final class Population {
  private Population() {}

  static double[][] covariance(Calibration calibration) {
    int n = calibration.covariance().size();
    double[][] sigma = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        sigma[a][b] = calibration.covariance().get(a).get(b);
      }
    }
    return sigma;
  }

  /** −½ θ'Σ⁻¹θ at every node. */
  static double[] logDensity(Quadrature grid, double[][] sigma) {
    Cholesky factor = Cholesky.of(sigma).orElseThrow();
    double[] log = new double[grid.size()];
    for (int q = 0; q < log.length; q++) {
      double[] theta = point(grid, q);
      double[] u = factor.solve(theta);
      for (int d = 0; d < u.length; d++) {
        log[q] -= theta[d] * u[d] / 2;
      }
    }
    return log;
  }

  /** Weights of the nodes, summing to one. */
  static double[] weights(Quadrature grid, double[][] sigma) {
    double[] weight = logDensity(grid, sigma);
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

  static double[] point(Quadrature grid, int node) {
    double[] theta = new double[grid.dimensions()];
    for (int d = 0; d < theta.length; d++) {
      theta[d] = grid.at(d, node);
    }
    return theta;
  }
}
