package org.leadager.engine.rating;

import java.util.Arrays;

/** One damped Newton step per item on its expected penalised log-likelihood. */
final class ItemStep {
  private static final double LARGEST_MOVE = .7;
  private static final double SMALLEST_GAP_LEFT = .3;

  private final CalibrationLayout layout;
  private final ItemPenalty penalty;

  ItemStep(CalibrationLayout layout, ItemPenalty penalty) {
    this.layout = layout;
    this.penalty = penalty;
  }

  void move(double[] x, double[] next, CalibrationStatistics s) {
    penalty.centre(x);
    for (int i = 0; i < layout.item.length; i++) {
      if (layout.item[i] >= 0) {
        double[] g = new double[layout.numbers(i)];
        double[] curvature = derivatives(i, x, s, 1, g);
        if (Dense.cholesky(curvature, g.length)) {
          Dense.solve(curvature, g.length, g);
          moveItem(i, x, next, g);
        }
      }
    }
  }

  /**
   * Fills the gradient in item i's numbers, each answer counted so often; returns curvature. An
   * answer of source g knows b and d_g only by their sum.
   */
  private double[] derivatives(
      int i, double[] x, CalibrationStatistics s, double scale, double[] g) {
    int n = layout.steps(i) + 1;
    double[] shared = new double[n];
    double[] sharedCurvature = new double[n * n];
    double[] curvature = new double[g.length * g.length];
    for (int source = 0; source < s.mass[i].length; source++) {
      double[] one = new double[n];
      double[] oneCurvature = new double[n * n];
      s.tables.item(i).addDerivatives(s.mass[i][source], one, oneCurvature);
      scale(one, scale);
      scale(oneCurvature, scale);
      Dense.add(shared, one);
      Dense.add(sharedCurvature, oneCurvature);
      if (layout.shift[i][source] >= 0) {
        int p = layout.shift[i][source] - layout.item[i];
        SourceShifts.lift(one, oneCurvature, p, g, curvature);
        layout.shifts.addPrior(i, x[layout.shift[i][source]], p, g, curvature);
      }
    }
    penalty.add(i, x, shared, sharedCurvature);
    for (int j = 0; j < n; j++) {
      g[j] = shared[j];
      System.arraycopy(sharedCurvature, j * n, curvature, j * g.length, n);
    }
    return curvature;
  }

  private static void scale(double[] values, double by) {
    for (int k = 0; k < values.length; k++) {
      values[k] *= by;
    }
  }

  double logPriorOfShifts(double[] x) {
    double sum = 0;
    for (int i = 0; i < layout.item.length; i++) {
      for (int at : layout.shift[i]) {
        sum += at < 0 ? 0 : layout.shifts.logPrior(i, x[at]);
      }
    }
    return sum;
  }

  /** Writes the gradient in ln a and b of all items, each answer counted so often. */
  void gradient(double[] x, CalibrationStatistics s, double scale, double[] out) {
    penalty.centre(x);
    for (int i = 0; i < layout.item.length; i++) {
      if (layout.item[i] >= 0) {
        double[] g = new double[layout.numbers(i)];
        derivatives(i, x, s, scale, g);
        System.arraycopy(g, 0, out, layout.item[i], g.length);
      }
    }
  }

  /** Moves all items by a change of ln a and b. */
  void moveAll(double[] x, double[] next, double[] change) {
    for (int i = 0; i < layout.item.length; i++) {
      int at = layout.item[i];
      if (at >= 0) {
        moveItem(i, x, next, Arrays.copyOfRange(change, at, at + layout.numbers(i)));
      }
    }
  }

  private void moveItem(int i, double[] x, double[] next, double[] step) {
    int at = layout.item[i];
    double[] b = layout.thresholds(x, i);
    double scale = scale(step, b);
    for (int k = 0; k < b.length; k++) {
      b[k] += scale * step[k + 1];
    }
    double logSlope =
        Math.clamp(
            x[at] + scale * step[0],
            CalibrationStep.LOWEST_LOG_SLOPE,
            CalibrationStep.HIGHEST_LOG_SLOPE);
    layout.put(next, i, logSlope, b);
    for (int k = b.length + 1; k < step.length; k++) {
      next[at + k] = x[at + k] + scale * step[k];
    }
  }

  /** Shortens a step that goes far or would close most of the gap between two thresholds. */
  private static double scale(double[] step, double[] b) {
    double largest = 0;
    for (double move : step) {
      largest = Math.max(largest, Math.abs(move));
    }
    double scale = largest > LARGEST_MOVE ? LARGEST_MOVE / largest : 1;
    for (int k = 1; k < b.length; k++) {
      double gap = b[k] - b[k - 1];
      double closing = step[k] - step[k + 1];
      if (closing > 0) {
        scale = Math.min(scale, (1 - SMALLEST_GAP_LEFT) * gap / closing);
      }
    }
    return scale;
  }

  /**
   * Curvature of the penalised expected log-likelihood in ln a and b of all items.
   *
   * @param scale how often each answer counts
   */
  double[] curvature(double[] x, CalibrationStatistics s, double scale) {
    int size = layout.itemSize;
    double[] out = new double[size * size];
    penalty.centre(x);
    for (int i = 0; i < layout.item.length; i++) {
      int at = layout.item[i];
      if (at >= 0) {
        int n = layout.numbers(i);
        double[] curvature = derivatives(i, x, s, scale, new double[n]);
        for (int j = 0; j < n; j++) {
          System.arraycopy(curvature, j * n, out, (at + j) * size + at, n);
        }
      }
    }
    penalty.addCoupling(out, size);
    return out;
  }
}
