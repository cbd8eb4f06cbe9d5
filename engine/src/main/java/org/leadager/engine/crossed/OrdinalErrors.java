package org.leadager.engine.crossed;

import java.util.Arrays;
import java.util.Optional;
import org.leadager.engine.kernel.Cholesky;

/** Standard errors from the observed information: differences of the exact gradient. */
final class OrdinalErrors {
  private static final double STEP = 1e-4;

  private OrdinalErrors() {}

  /** By parameter; NaN for an SD at its limit 0, and for all where the information is singular. */
  static double[] of(QuasiNewton.Objective objective, double[] x) {
    int[] free = new int[x.length];
    int count = 0;
    for (int k = 0; k < x.length; k++) {
      if (k < x.length - 2 || x[k] != 0) {
        free[count++] = k;
      }
    }
    double[][] information = new double[count][count];
    for (int a = 0; a < count; a++) {
      double[] up = shifted(objective, x, free[a], STEP);
      double[] down = shifted(objective, x, free[a], -STEP);
      for (int b = 0; b < count; b++) {
        double second = (up[free[b]] - down[free[b]]) / (2 * STEP);
        information[a][b] += second / 2;
        information[b][a] += second / 2;
      }
    }
    double[] se = new double[x.length];
    Arrays.fill(se, Double.NaN);
    Optional<Cholesky> factor = Cholesky.of(information);
    if (factor.isPresent()) {
      double[] variance = factor.get().inverseDiagonal();
      for (int a = 0; a < count; a++) {
        se[free[a]] = Math.sqrt(variance[a]);
      }
    }
    return se;
  }

  private static double[] shifted(QuasiNewton.Objective objective, double[] x, int k, double step) {
    double[] at = x.clone();
    at[k] += step;
    return objective.at(at).gradient;
  }
}
