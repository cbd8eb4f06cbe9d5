package org.leadager.engine.crossed;

import java.util.Arrays;
import java.util.Optional;
import org.leadager.engine.kernel.Cholesky;

/** Standard errors from the observed information: differences of the exact gradient. */
final class OrdinalErrors {
  /** For a gradient that is exact to rounding. */
  private static final double STEP = 1e-4;

  private OrdinalErrors() {}

  /** By parameter; NaN for an SD at its limit 0, and for all where the information is singular. */
  static double[] of(QuasiNewton.Objective objective, double[] x) {
    double[][] covariance = covariance(objective, x, STEP);
    double[] se = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      se[k] = Math.sqrt(covariance[k][k]);
    }
    return se;
  }

  /** Covariances of the parameters; NaN as above. */
  static double[][] covariance(QuasiNewton.Objective objective, double[] x, double step) {
    int[] free = new int[x.length];
    int count = 0;
    for (int k = 0; k < x.length; k++) {
      if (k < x.length - 2 || x[k] != 0) {
        free[count++] = k;
      }
    }
    double[][] information = new double[count][count];
    for (int a = 0; a < count; a++) {
      double[] up = shifted(objective, x, free[a], step);
      double[] down = shifted(objective, x, free[a], -step);
      for (int b = 0; b < count; b++) {
        double second = (up[free[b]] - down[free[b]]) / (2 * step);
        information[a][b] += second / 2;
        information[b][a] += second / 2;
      }
    }
    double[][] covariance = new double[x.length][x.length];
    for (double[] row : covariance) {
      Arrays.fill(row, Double.NaN);
    }
    Optional<Cholesky> factor = Cholesky.of(information);
    if (factor.isPresent()) {
      double[][] inverse = factor.get().inverse();
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++) {
          covariance[free[a]][free[b]] = inverse[a][b];
        }
      }
    }
    return covariance;
  }

  private static double[] shifted(QuasiNewton.Objective objective, double[] x, int k, double step) {
    double[] at = x.clone();
    at[k] += step;
    return objective.at(at).gradient;
  }
}
