package org.leadager.engine.calibrate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leadager.engine.kernel.Cholesky;

/**
 * Maximises the expected complete-data log-likelihood: every item apart by Fisher scoring with step
 * halving, items that share steps or slopes together, then every group's latent mean and
 * covariance.
 */
final class MStep {
  private static final int ITEM_STEPS = 3;

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
    List<List<Integer>> sloped = layout.comparison.commonSlopes();
    IntStream items =
        IntStream.of(layout.shared.others(layout.items()))
            .filter(i -> sloped.stream().noneMatch(of -> of.contains(i)));
    (parallel ? items.parallel() : items).forEach(i -> finite[i] = maximiseItem(next, i, stats));
    for (List<Integer> group : sloped) {
      boolean all = new CommonSlopes(layout, group, stats).maximise(next);
      group.forEach(i -> finite[i] = all);
    }
    for (int[] group : layout.shared.groups) {
      boolean all = new CommonSteps(layout, group, stats, parallel).maximise(next);
      IntStream.of(group).forEach(i -> finite[i] = all);
    }
    for (boolean item : finite) {
      bounded &= item;
    }
    for (int g = 0; g < layout.groups.length; g++) {
      new LatentStep(layout, g, stats).maximise(next);
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
}
