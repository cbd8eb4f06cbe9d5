package org.leadager.engine.calibrate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.leadager.engine.kernel.Cholesky;

/**
 * Maximises the items of one group that shares its steps, d_ik = k c_i + t_k: Fisher scoring in all
 * c and t together, at a cost linear in the items.
 *
 * <p>With k = (1 … K−1), h_i = k'I_i k, u_i = k'g_i and v_i the first K − 2 elements of I_i k, each
 * location is δc_i = (u_i − v_i'δt)/h_i, which leaves Σ (I_i − v_i v_i'/h_i) δt = Σ (g_i − v_i
 * u_i/h_i) for the steps.
 */
final class CommonSteps {
  private static final int STEPS = 5;
  private final Layout layout;
  private final int[] items;
  private final ItemDerivatives[] of;
  private final boolean parallel;
  private final int top;

  CommonSteps(Layout layout, int[] items, Statistics stats, boolean parallel) {
    this.layout = layout;
    this.items = items;
    this.parallel = parallel;
    this.top = layout.categories[items[0]] - 1;
    this.of = new ItemDerivatives[items.length];
    Arrays.setAll(of, i -> new ItemDerivatives(layout, items[i], stats));
  }

  /** Moves the group's places in x only; false where its parameters run off. */
  boolean maximise(double[] x) {
    double value = valueAt(x);
    for (int step = 0; step < STEPS && Double.isFinite(value); step++) {
      double better = halved(x, direction(), value);
      if (better - value < 1e-9) {
        return true;
      }
      value = better;
    }
    return Double.isFinite(value);
  }

  private double valueAt(double[] x) {
    IntStream each = IntStream.range(0, items.length);
    (parallel ? each.parallel() : each).forEach(i -> of[i].at(x));
    double value = 0;
    for (ItemDerivatives item : of) {
      value += item.value;
    }
    return value;
  }

  /** δd by item and category. */
  private double[][] direction() {
    double[][] rest = new double[top - 1][top - 1];
    double[] g = new double[top - 1];
    double[][] v = new double[items.length][];
    double[] h = new double[items.length];
    double[] u = new double[items.length];
    for (int i = 0; i < items.length; i++) {
      double[][] information = of[i].information;
      v[i] = new double[top];
      for (int a = 0; a < top; a++) {
        for (int k = 1; k <= top; k++) {
          v[i][a] += information[a][k - 1] * k;
        }
        h[i] += (a + 1) * v[i][a];
        u[i] += (a + 1) * of[i].gradient[a];
      }
      for (int a = 0; a < top - 1; a++) {
        g[a] += of[i].gradient[a] - v[i][a] * u[i] / h[i];
        for (int b = 0; b < top - 1; b++) {
          rest[a][b] += information[a][b] - v[i][a] * v[i][b] / h[i];
        }
      }
    }
    return spread(Cholesky.ridged(rest).solve(g), v, h, u);
  }

  private double[][] spread(double[] steps, double[][] v, double[] h, double[] u) {
    double[][] direction = new double[items.length][top];
    for (int i = 0; i < items.length; i++) {
      double own = u[i];
      for (int a = 0; a < top - 1; a++) {
        own -= v[i][a] * steps[a];
      }
      for (int k = 1; k <= top; k++) {
        direction[i][k - 1] = k * own / h[i] + (k < top ? steps[k - 1] : 0);
      }
    }
    return direction;
  }

  /** The value after the longest halving of a step that loses nothing; x is moved there. */
  private double halved(double[] x, double[][] direction, double value) {
    double[] old = x.clone();
    for (double scale = 1; scale > 1e-6; scale /= 2) {
      for (int i = 0; i < items.length; i++) {
        for (int k = 0; k < top; k++) {
          int at = layout.offset[items[i]] + k;
          x[at] = old[at] + scale * direction[i][k];
        }
      }
      double there = valueAt(x);
      if (there >= value) {
        return there;
      }
    }
    System.arraycopy(old, 0, x, 0, x.length);
    return value;
  }
}
