package org.leadager.engine.calibrate;

import java.util.List;
import org.leadager.engine.kernel.Cholesky;

/**
 * Maximises items that share their slopes and have intercepts of their own, by Fisher scoring in
 * all of these together: one item as it stands in several groups.
 */
final class CommonSlopes {
  private static final int STEPS = 3;
  private final Layout layout;
  private final List<Integer> items;
  private final ItemDerivatives[] of;

  /** Where each item's own intercepts begin among the joint parameters; the slopes come first. */
  private final int[] own;

  private final int size;

  CommonSlopes(Layout layout, List<Integer> items, Statistics stats) {
    this.layout = layout;
    this.items = items;
    this.of = new ItemDerivatives[items.size()];
    this.own = new int[items.size()];
    int at = layout.slopes(items.getFirst());
    for (int i = 0; i < items.size(); i++) {
      of[i] = new ItemDerivatives(layout, items.get(i), stats);
      own[i] = at;
      at += layout.categories[items.get(i)] - 1;
    }
    this.size = at;
  }

  /** Moves the items' places in x only; false where their parameters run off. */
  boolean maximise(double[] x) {
    double value = valueAt(x);
    for (int step = 0; step < STEPS && Double.isFinite(value); step++) {
      double better = halved(x, direction(), value);
      if (better - value < 1e-9) {
        break;
      }
      value = better;
    }
    return Double.isFinite(value);
  }

  private double valueAt(double[] x) {
    double value = 0;
    for (ItemDerivatives item : of) {
      item.at(x);
      value += item.value;
    }
    return value;
  }

  private int joint(int i, int a) {
    int slopes = layout.slopes(items.getFirst());
    return a < slopes ? a : own[i] + a - slopes;
  }

  private double[] direction() {
    double[] g = new double[size];
    double[][] information = new double[size][size];
    for (int i = 0; i < of.length; i++) {
      for (int a = 0; a < of[i].gradient.length; a++) {
        g[joint(i, a)] += of[i].gradient[a];
        for (int b = 0; b < of[i].gradient.length; b++) {
          information[joint(i, a)][joint(i, b)] += of[i].information[a][b];
        }
      }
    }
    return Cholesky.ridged(information).solve(g);
  }

  /** The value after the longest halving of a step that loses nothing; x is moved there. */
  private double halved(double[] x, double[] direction, double value) {
    double[] old = x.clone();
    for (double scale = 1; scale > 1e-6; scale /= 2) {
      for (int i = 0; i < items.size(); i++) {
        for (int a = 0; a < of[i].gradient.length; a++) {
          int at = layout.offset[items.get(i)] + a;
          x[at] = old[at] + scale * direction[joint(i, a)];
        }
      }
      if (items.stream().allMatch(i -> layout.model.admissible(layout.intercepts(x, i)))) {
        double there = valueAt(x);
        if (there >= value) {
          return there;
        }
      }
    }
    System.arraycopy(old, 0, x, 0, x.length);
    return value;
  }
}
