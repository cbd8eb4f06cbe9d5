package org.leadager.engine.calibrate;

import java.util.Arrays;
import org.leadager.engine.kernel.Cholesky;

/**
 * Maximises the expected complete-data log-likelihood: every item apart by Fisher scoring with step
 * halving, then the latent covariance.
 */
final class MStep {
  private static final int MAX_STEPS = 10;
  private final Layout layout;
  private boolean bounded = true;

  MStep(Layout layout) {
    this.layout = layout;
  }

  double[] run(double[] x, Statistics stats) {
    double[] next = x.clone();
    for (int i = 0; i < layout.items(); i++) {
      maximiseItem(next, i, stats);
    }
    if (layout.latentElement.length > 0) {
      maximiseLatent(next, stats);
    }
    return next;
  }

  /**
   * Whether every item could be maximised so far: not where its slope has run so far off that
   * categories have no probability left, and their derivatives no value.
   */
  boolean bounded() {
    return bounded;
  }

  private void maximiseItem(double[] x, int item, Statistics stats) {
    ItemDerivatives derivatives = new ItemDerivatives(layout, item);
    int size = layout.size(item);
    double value = derivatives.value(x, stats);
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] g = new double[size];
      double[][] information = new double[size][size];
      derivatives.add(x, stats, g, information, false);
      if (!isFinite(g) || !Arrays.stream(information).allMatch(MStep::isFinite)) {
        bounded = false;
        return;
      }
      double[] direction = Cholesky.ridged(information).solve(g);
      double gain = halved(x, item, direction, value, derivatives, stats);
      value += gain;
      if (gain < 1e-9) {
        return;
      }
    }
  }

  private static boolean isFinite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  private double halved(
      double[] x, int item, double[] direction, double value, ItemDerivatives f, Statistics s) {
    int at = layout.offset[item];
    double[] old = new double[direction.length];
    System.arraycopy(x, at, old, 0, old.length);
    for (double scale = 1; scale > 1e-6; scale /= 2) {
      for (int a = 0; a < old.length; a++) {
        x[at + a] = old[a] + scale * direction[a];
      }
      if (layout.model.admissible(layout.intercepts(x, item))) {
        double gain = f.value(x, s) - value;
        if (gain >= 0) {
          return gain;
        }
      }
    }
    System.arraycopy(old, 0, x, at, old.length);
    return 0;
  }

  /** Newton on Σ of the expected log-density, kept positive definite by step halving. */
  private void maximiseLatent(double[] x, Statistics stats) {
    int n = layout.latentElement.length;
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] g = new double[n];
      double[][] information = new double[n][n];
      addLatent(layout, x, stats, g, information);
      double[] direction = Cholesky.ridged(information).solve(g);
      double[] old = x.clone();
      double largest = 0;
      for (double scale = 1; scale > 1e-6; scale /= 2) {
        largest = 0;
        for (int e = 0; e < n; e++) {
          x[layout.latent + e] = old[layout.latent + e] + scale * direction[e];
          largest = Math.max(largest, Math.abs(scale * direction[e]));
        }
        if (LatentDensity.of(layout.covariance(x)).isPresent()) {
          break;
        }
      }
      if (largest < 1e-10) {
        return;
      }
    }
  }

  /** Adds score and −Hessian of Σ_q mass_q log φ(θ_q; Σ). */
  static void addLatent(
      Layout layout, double[] x, Statistics stats, double[] g, double[][] information) {
    LatentDensity density = LatentDensity.of(layout.covariance(x)).orElseThrow();
    for (int q = 0; q < stats.mass.length; q++) {
      double[] u = density.precisionTimes(layout.grid, q);
      for (int e = 0; e < g.length; e++) {
        g[e] += stats.mass[q] * density.score(layout.latentElement[e], u);
        for (int f = 0; f < g.length; f++) {
          information[e][f] -=
              stats.mass[q]
                  * density.curvature(layout.latentElement[e], layout.latentElement[f], u);
        }
      }
    }
  }
}
