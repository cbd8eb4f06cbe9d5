package org.leadager.engine.calibrate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.leadager.engine.kernel.Cholesky;

/**
 * Maximises the expected complete-data log-likelihood: every item apart by Fisher scoring with step
 * halving, items that share their steps together, then the latent covariance.
 */
final class MStep {
  private static final int ITEM_STEPS = 3;
  private static final int LATENT_STEPS = 10;

  /** Slopes beyond this, in standard deviations of the trait, run off. */
  private static final double RUNAWAY = 200;

  private final Layout layout;
  private final boolean parallel;
  private boolean bounded = true;

  MStep(Layout layout, boolean parallel) {
    this.layout = layout;
    this.parallel = parallel;
  }

  double[] run(double[] x, Statistics stats) {
    double[] next = x.clone();
    boolean[] finite = new boolean[layout.items()];
    IntStream items = IntStream.of(layout.shared.others(layout.items()));
    (parallel ? items.parallel() : items).forEach(i -> finite[i] = maximiseItem(next, i, stats));
    for (int[] group : layout.shared.groups) {
      boolean all = new CommonSteps(layout, group, stats, parallel).maximise(next);
      IntStream.of(group).forEach(i -> finite[i] = all);
    }
    for (boolean item : finite) {
      bounded &= item;
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

  /** Moves the item's places in x only; false where its parameters run off. */
  private boolean maximiseItem(double[] x, int item, Statistics stats) {
    ItemDerivatives f = new ItemDerivatives(layout, item, stats);
    f.at(x);
    for (int step = 0; step < ITEM_STEPS; step++) {
      if (!isFinite(f.gradient) || !Arrays.stream(f.information).allMatch(MStep::isFinite)) {
        return false;
      }
      double gain = halved(x, item, Cholesky.ridged(f.information).solve(f.gradient), f);
      if (gain < 1e-9) {
        break;
      }
    }
    for (int j = 0; j < layout.dims[item].length; j++) {
      if (!(Math.abs(layout.slope(x, item, j)) < RUNAWAY)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFinite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  /** The longest halving of a step that loses nothing; f is left at the new place. */
  private double halved(double[] x, int item, double[] direction, ItemDerivatives f) {
    int at = layout.offset[item];
    double value = f.value;
    double[] old = new double[direction.length];
    System.arraycopy(x, at, old, 0, old.length);
    for (double scale = 1; scale > 1e-6; scale /= 2) {
      for (int a = 0; a < old.length; a++) {
        x[at + a] = old[a] + scale * direction[a];
      }
      if (layout.model.admissible(layout.intercepts(x, item))) {
        f.at(x);
        if (f.value >= value) {
          return f.value - value;
        }
      }
    }
    System.arraycopy(old, 0, x, at, old.length);
    return 0;
  }

  /** Newton on Σ of the expected log-density, kept positive definite by step halving. */
  private void maximiseLatent(double[] x, Statistics stats) {
    int n = layout.latentElement.length;
    for (int step = 0; step < LATENT_STEPS; step++) {
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
      if (stats.mass[q] == 0) {
        continue;
      }
      double[] u = density.precisionTimes(layout.joint, q);
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
