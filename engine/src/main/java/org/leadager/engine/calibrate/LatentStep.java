package org.leadager.engine.calibrate;

import org.leadager.engine.kernel.Cholesky;

/**
 * Maximises Σ_q mass_q log φ(θ_q; μ, Σ) of one group, plus the priors' logarithm. Where μ and Σ are
 * free the maximum is their mean and covariance under the mass; otherwise Newton on what is free.
 */
final class LatentStep {
  private static final int STEPS = 10;

  /** A deviation of so many steps of the grid cannot be told from none. */
  private static final double LEAST_DEVIATION = 0.05;

  private final Layout layout;
  private final LatentBlock block;
  private final double[] mass;

  LatentStep(Layout layout, int group, Statistics stats) {
    this.layout = layout;
    this.block = layout.groups[group];
    this.mass = stats.mass[group];
  }

  void maximise(double[] x) {
    if (block.means > 0) {
      moments(x);
    }
    boolean done = block.means > 0 && layout.priors.latent().equals(LatentPriors.NONE);
    if (block.size() > 0 && !done) {
      newton(x);
    }
  }

  private void moments(double[] x) {
    double n = 0;
    int dimensions = block.means;
    double[] mean = new double[dimensions];
    double[][] covariance = new double[dimensions][dimensions];
    for (int q = 0; q < mass.length; q++) {
      n += mass[q];
      for (int a = 0; a < dimensions; a++) {
        mean[a] += mass[q] * layout.joint.theta[a][q];
      }
    }
    for (int a = 0; a < dimensions; a++) {
      mean[a] /= n;
    }
    for (int q = 0; q < mass.length; q++) {
      for (int a = 0; a < dimensions; a++) {
        double off = mass[q] * (layout.joint.theta[a][q] - mean[a]) / n;
        for (int b = 0; b < dimensions; b++) {
          covariance[a][b] += off * (layout.joint.theta[b][q] - mean[b]);
        }
      }
    }
    double least = LEAST_DEVIATION * layout.grid.spacing();
    for (int a = 0; a < dimensions; a++) {
      covariance[a][a] += covariance[a][a] < least * least ? least * least : 0;
    }
    block.set(x, mean, covariance);
    while (block.density(x).isEmpty()) {
      shrinkCorrelations(covariance);
      block.set(x, mean, covariance);
    }
  }

  /** Correlations of one on the grid would leave no density; the next ones are within reach. */
  private static void shrinkCorrelations(double[][] covariance) {
    for (int a = 0; a < covariance.length; a++) {
      for (int b = 0; b < covariance.length; b++) {
        covariance[a][b] *= a == b ? 1 : 1 - 1e-6;
      }
    }
  }

  /** Kept positive definite by step halving. */
  private void newton(double[] x) {
    int n = block.size();
    for (int step = 0; step < STEPS; step++) {
      double[] g = new double[n];
      double[][] information = new double[n][n];
      addDerivatives(x, g, information);
      double[] direction = Cholesky.ridged(information).solve(g);
      double[] old = x.clone();
      double largest = 0;
      for (double scale = 1; scale > 1e-6; scale /= 2) {
        largest = 0;
        for (int e = 0; e < n; e++) {
          x[block.at + e] = old[block.at + e] + scale * direction[e];
          largest = Math.max(largest, Math.abs(scale * direction[e]));
        }
        if (block.density(x).isPresent()) {
          break;
        }
      }
      if (block.density(x).isEmpty()) {
        System.arraycopy(old, 0, x, 0, x.length);
        return;
      }
      if (largest < 1e-10) {
        return;
      }
    }
  }

  /** Adds score and −Hessian of what is maximised, in the group's free parameters. */
  void addDerivatives(double[] x, double[] g, double[][] information) {
    LatentDensity density = block.density(x).orElseThrow();
    for (int q = 0; q < mass.length; q++) {
      if (mass[q] == 0) {
        continue;
      }
      double[] u = density.precisionTimes(layout.joint, q);
      for (int e = 0; e < g.length; e++) {
        g[e] += mass[q] * density.score(block, e, u);
        for (int f = 0; f < g.length; f++) {
          information[e][f] -= mass[q] * density.curvature(block, e, f, u);
        }
      }
    }
    layout.priors.latent().addDerivatives(block, x, g, information);
  }
}
