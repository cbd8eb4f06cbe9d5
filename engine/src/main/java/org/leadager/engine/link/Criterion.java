package org.leadager.engine.link;

import java.util.Arrays;
import java.util.List;
import org.leadager.engine.kernel.Cholesky;

/**
 * Least squares in (A, B) by Gauss–Newton steps with a Levenberg–Marquardt damping: Stocking–Lord's
 * criterion when the items' expected answers are added up before they are compared, Haebara's when
 * they are compared one by one.
 */
final class Criterion {
  private static final int STEPS = 200;
  private static final double ENOUGH = 1e-12;
  private static final double LEAST_SLOPE = 1e-3;

  private final List<CommonItem> items;
  private final Nodes nodes;
  private final boolean freeSlope;
  private final boolean together;

  /** Where people are looked for on the base scale; weights sum to one. */
  static final class Nodes {
    private static final int POINTS = 61;
    private static final double RANGE = 5;
    final double[] theta = new double[POINTS];
    final double[] weight = new double[POINTS];

    private Nodes() {}

    /** N(mean, sd²), ± 5 SD. */
    static Nodes normal(double mean, double sd) {
      Nodes nodes = new Nodes();
      double sum = 0;
      for (int q = 0; q < POINTS; q++) {
        double z = -RANGE + 2 * RANGE * q / (POINTS - 1);
        nodes.theta[q] = mean + sd * z;
        nodes.weight[q] = Math.exp(-z * z / 2);
        sum += nodes.weight[q];
      }
      for (int q = 0; q < POINTS; q++) {
        nodes.weight[q] /= sum;
      }
      return nodes;
    }
  }

  /** Where a search ended. */
  record Minimum(double slope, double intercept, double value, boolean converged) {}

  /**
   * @param freeSlope whether A may move from 1
   * @param together Stocking–Lord's criterion; otherwise Haebara's
   */
  Criterion(List<CommonItem> items, Nodes nodes, boolean freeSlope, boolean together) {
    this.items = items;
    this.nodes = nodes;
    this.freeSlope = freeSlope;
    this.together = together;
  }

  /** Starts from the items' own mean log slope ratio and mean shift. */
  Minimum minimum() {
    double slope =
        freeSlope
            ? Math.exp(
                items.stream().mapToDouble(i -> Math.log(i.slopeRatio())).average().orElseThrow())
            : 1;
    double intercept = items.stream().mapToDouble(i -> i.shift(slope)).average().orElseThrow();
    return from(slope, intercept);
  }

  Minimum from(double slope, double intercept) {
    double[] x = {slope, intercept};
    double damping = 1e-3;
    Normal here = normal(x);
    for (int step = 0; step < STEPS; step++) {
      double[] next = next(x, here, damping);
      Normal there = next[0] > LEAST_SLOPE ? normal(next) : here;
      if (next[0] <= LEAST_SLOPE || there.value > here.value) {
        damping *= 8;
        continue;
      }
      double moved = Math.max(Math.abs(next[0] - x[0]), Math.abs(next[1] - x[1]));
      x = next;
      here = there;
      damping /= 8;
      if (moved < ENOUGH * (1 + Math.abs(x[1]))) {
        return new Minimum(x[0], x[1], here.value, true);
      }
    }
    // At an exact fit no step can win any more, which is an end too.
    boolean flat = Math.hypot(here.gradient[0], here.gradient[1]) < 1e-9;
    return new Minimum(x[0], x[1], here.value, flat);
  }

  private double[] next(double[] x, Normal at, double damping) {
    double[][] h = {
      {at.matrix[0][0] * (1 + damping), at.matrix[0][1]},
      {at.matrix[1][0], at.matrix[1][1] * (1 + damping)}
    };
    if (!freeSlope) {
      return new double[] {1, x[1] + at.gradient[1] / h[1][1]};
    }
    double[] step = Cholesky.ridged(h).solve(at.gradient);
    return new double[] {x[0] + step[0], x[1] + step[1]};
  }

  /** Normal equations J'WJ, J'Wr and the criterion r'Wr; r is base less new. */
  private static final class Normal {
    final double[] gradient = new double[2];
    final double[][] matrix = new double[2][2];
    double value;

    void add(double w, double[] row) {
      for (int a = 0; a < 2; a++) {
        gradient[a] += w * row[a + 1] * row[0];
        for (int b = 0; b < 2; b++) {
          matrix[a][b] += w * row[a + 1] * row[b + 1];
        }
      }
      value += w * row[0] * row[0];
    }
  }

  /**
   * Σ_q w_q (T_base(θ_q) − T_new(θ_q; A, B))² and its derivatives; one by one the same of every
   * item's expected answer. A row is the difference, ∂T_new/∂A and ∂T_new/∂B.
   */
  private Normal normal(double[] x) {
    Normal sum = new Normal();
    double[] one = new double[3];
    double[] row = new double[3];
    for (int q = 0; q < nodes.theta.length; q++) {
      Arrays.fill(row, 0);
      for (CommonItem item : items) {
        item.derivatives(nodes.theta[q], x[0], x[1], one);
        row[0] += item.expectedByBase(nodes.theta[q]) - one[0];
        row[1] += one[1];
        row[2] += one[2];
        if (!together) {
          sum.add(nodes.weight[q], row);
          Arrays.fill(row, 0);
        }
      }
      sum.add(nodes.weight[q], row);
    }
    return sum;
  }
}
