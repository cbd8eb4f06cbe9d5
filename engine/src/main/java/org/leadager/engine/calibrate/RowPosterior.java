package org.leadager.engine.calibrate;

import java.util.Arrays;
import org.leadager.engine.kernel.NodeRows;

/**
 * The posterior of one row over the nodes: post_q ∝ w_q Π_i P_i(y_i | θ_q), computed inside a
 * window only.
 *
 * <p>Every model of this engine has log-concave probabilities, so the posterior falls on both sides
 * of its top: when the marginal at a window's edge is below {@link #NEGLIGIBLE} of its highest
 * value, everything outside is smaller still. An edge that is not widens the window and the row is
 * done again; the window that was found serves the next pass. One object serves one thread.
 */
final class RowPosterior {
  /** Mass at a window's edge, relative to the top, that no figure could show. */
  static final double NEGLIGIBLE = 1e-13;

  /** Blocks multiplied before their product is brought back to the order of one. */
  private static final int FACTORS = 24;

  private final Layout layout;
  private final ItemTables tables;
  private final NodeRows kernel;
  private final int dimensions;
  private final int stride;

  /** In one dimension likelihood, posterior and margin are worked out in the same place. */
  private final boolean single;

  private final int points;
  private final int[][] cells;
  private final int[] count;
  private final double[][] likelihood;
  private final int[][] steps;
  private final double[][] margin;
  private int factors = FACTORS;

  /** Of the row's group. */
  private double[] prior;

  final double[] post;
  final int[] from;
  final int[] to;

  RowPosterior(Layout layout, ItemTables tables) {
    this.layout = layout;
    this.tables = tables;
    this.kernel = tables.kernel;
    this.prior = tables.prior[0];
    dimensions = layout.grid.dimensions();
    stride = layout.joint.stride;
    points = layout.grid.points();
    single = dimensions == 1;
    int sets = layout.sets.size();
    cells = new int[sets][];
    count = new int[sets];
    likelihood = new double[sets][];
    steps = new int[sets][];
    post = new double[layout.joint.size];
    for (int s = 0; s < sets; s++) {
      cells[s] = new int[tables.blocks[s].blocks()];
      steps[s] = layout.sets.get(s).steps(dimensions);
      likelihood[s] = single ? post : new double[layout.sets.get(s).size];
    }
    margin = single ? new double[][] {post} : new double[dimensions][stride];
    from = new int[dimensions];
    to = new int[dimensions];
  }

  /** Computes the normalised posterior of a row within its window; returns its log-likelihood. */
  double of(int row, int group, Windows windows) {
    prior = tables.prior[group];
    for (int s = 0; s < cells.length; s++) {
      count[s] = tables.blocks[s].cells(row, cells[s]);
    }
    windows.get(row, from, to);
    double log = attempt();
    while (widened()) {
      log = attempt();
    }
    double sum = sum();
    if (!(sum > Double.MIN_NORMAL)) {
      factors = 1;
      log = attempt();
      factors = FACTORS;
      sum = Math.max(Double.MIN_NORMAL, sum());
    }
    tighten(row, windows);
    scale(1 / sum);
    return log + Math.log(sum);
  }

  private double sum() {
    double sum = 0;
    for (int q = from[0]; q < to[0]; q++) {
      sum += margin[0][q];
    }
    return sum;
  }

  private double attempt() {
    double log = 0;
    for (int s = 0; s < cells.length; s++) {
      log += likelihood(s);
    }
    combine();
    return log;
  }

  /** Π of the set's cells in the window of its dimensions; returns the logarithm taken out. */
  private double likelihood(int s) {
    NodeSet set = layout.sets.get(s);
    double[] out = likelihood[s];
    int[] dims = set.dims;
    int outer = dims.length > 1 ? to[dims[1]] - from[dims[1]] : 1;
    int outermost = dims.length > 2 ? to[dims[2]] - from[dims[2]] : 1;
    double log = 0;
    for (int first = 0; first < Math.max(1, count[s]); first += factors) {
      int last = Math.min(count[s], first + factors);
      double top = 0;
      for (int b = 0; b < outermost; b++) {
        for (int a = 0; a < outer; a++) {
          int line = line(dims, a, b);
          top = Math.max(top, line(s, out, first, last, line));
        }
      }
      if (top > 0) {
        log += Math.log(top);
        rescale(out, dims, outer, outermost, 1 / top);
      }
    }
    return log;
  }

  /** Where the line with places a and b of the window's outer dimensions begins. */
  private int line(int[] dims, int a, int b) {
    int at = dims.length > 1 ? (from[dims[1]] + a) * stride : 0;
    return at + (dims.length > 2 ? (from[dims[2]] + b) * stride * stride : 0);
  }

  private double line(int s, double[] out, int first, int last, int line) {
    int dim = layout.sets.get(s).dims[0];
    int low = line + from[dim];
    int high = line + to[dim];
    if (first == 0 && single) {
      System.arraycopy(prior, low, out, low, high - low);
    } else if (first == 0) {
      Arrays.fill(out, low, high, 1);
    }
    kernel.multiply(out, tables.products[s], cells[s], first, last, low, high);
    double top = 0;
    if (last < count[s] || factors == 1) {
      for (int q = low; q < high; q++) {
        top = Math.max(top, out[q]);
      }
    }
    return top;
  }

  private void rescale(double[] out, int[] dims, int outer, int outermost, double factor) {
    for (int b = 0; b < outermost; b++) {
      for (int a = 0; a < outer; a++) {
        int line = line(dims, a, b);
        for (int q = from[dims[0]]; q < to[dims[0]]; q++) {
          out[line + q] *= factor;
        }
      }
    }
  }

  /** Prior times the sets' likelihoods, and the margins along every dimension. */
  private void combine() {
    if (single) {
      return;
    }
    for (int d = 0; d < dimensions; d++) {
      Arrays.fill(margin[d], 0);
    }
    int[] place = new int[3];
    int last1 = dimensions > 1 ? to[1] : 1;
    int last2 = dimensions > 2 ? to[2] : 1;
    for (place[2] = dimensions > 2 ? from[2] : 0; place[2] < last2; place[2]++) {
      for (place[1] = dimensions > 1 ? from[1] : 0; place[1] < last1; place[1]++) {
        double sum = combineLine(place);
        if (dimensions > 1) {
          margin[1][place[1]] += sum;
        }
        if (dimensions > 2) {
          margin[2][place[2]] += sum;
        }
      }
    }
  }

  private double combineLine(int[] place) {
    int line = stride * (place[1] + stride * place[2]);
    System.arraycopy(prior, line + from[0], post, line + from[0], to[0] - from[0]);
    double factor = 1;
    for (int s = 0; s < cells.length; s++) {
      int below = below(s, place);
      if (steps[s][0] == 0) {
        factor *= likelihood[s][below];
      } else {
        times(post, line, likelihood[s], below, from[0], to[0]);
      }
    }
    double sum = 0;
    for (int q = from[0]; q < to[0]; q++) {
      double v = post[line + q] * factor;
      post[line + q] = v;
      margin[0][q] += v;
      sum += v;
    }
    return sum;
  }

  private int below(int s, int[] place) {
    int below = 0;
    for (int d = 1; d < dimensions; d++) {
      below += steps[s][d] * place[d];
    }
    return below;
  }

  private static void times(double[] x, int at, double[] y, int from, int low, int high) {
    for (int q = low; q < high; q++) {
      x[at + q] *= y[from + q];
    }
  }

  /**
   * Widens the window where mass stands at an edge that is not the grid's; false when none does.
   */
  private boolean widened() {
    boolean wider = false;
    for (int d = 0; d < dimensions; d++) {
      double top = 0;
      for (int q = from[d]; q < to[d]; q++) {
        top = Math.max(top, margin[d][q]);
      }
      boolean lost = !(top > Double.MIN_NORMAL);
      if (from[d] > 0 && (lost || margin[d][from[d]] > NEGLIGIBLE * top)) {
        from[d] = Math.max(0, from[d] - NodeRows.WIDTH);
        wider = true;
      }
      if (to[d] < points && (lost || margin[d][to[d] - 1] > NEGLIGIBLE * top)) {
        to[d] = Math.min(stride, to[d] + NodeRows.WIDTH);
        wider = true;
      }
      if (wider) {
        to[d] = Math.min(stride, from[d] + NodeRows.padded(to[d] - from[d]));
        from[d] = to[d] - NodeRows.padded(to[d] - from[d]);
      }
    }
    return wider;
  }

  /** Keeps for the next pass the smallest window that holds all but negligible mass. */
  private void tighten(int row, Windows windows) {
    for (int d = 0; d < dimensions; d++) {
      double top = 0;
      for (int q = from[d]; q < to[d]; q++) {
        top = Math.max(top, margin[d][q]);
      }
      int low = from[d];
      int high = to[d];
      while (margin[d][low] < NEGLIGIBLE * top) {
        low++;
      }
      while (margin[d][high - 1] < NEGLIGIBLE * top) {
        high--;
      }
      windows.set(row, d, low, high);
    }
  }

  private void scale(double factor) {
    int last1 = dimensions > 1 ? to[1] : 1;
    int last2 = dimensions > 2 ? to[2] : 1;
    for (int c = dimensions > 2 ? from[2] : 0; c < last2; c++) {
      for (int b = dimensions > 1 ? from[1] : 0; b < last1; b++) {
        int line = stride * (b + stride * c);
        for (int q = line + from[0]; q < line + to[0]; q++) {
          post[q] *= factor;
        }
      }
    }
    for (int d = 0; d < (single ? 0 : dimensions); d++) {
      for (int q = from[d]; q < to[d]; q++) {
        margin[d][q] *= factor;
      }
    }
  }

  /** Posterior mass along one dimension. */
  double[] margin(int dimension) {
    return margin[dimension];
  }

  /** Adds the row's posterior to the sums of every set's cells and to the joint mass. */
  void addTo(double[][] byCell, double[] mass) {
    for (int s = 0; s < cells.length; s++) {
      NodeSet set = layout.sets.get(s);
      double[] of = massOf(s);
      int[] dims = set.dims;
      int outer = dims.length > 1 ? to[dims[1]] - from[dims[1]] : 1;
      int outermost = dims.length > 2 ? to[dims[2]] - from[dims[2]] : 1;
      for (int b = 0; b < outermost; b++) {
        for (int a = 0; a < outer; a++) {
          int line = line(dims, a, b);
          int low = line + from[dims[0]];
          kernel.add(byCell[s], of, cells[s], count[s], low, line + to[dims[0]]);
        }
      }
    }
    addMass(mass);
  }

  private double[] massOf(int s) {
    NodeSet set = layout.sets.get(s);
    if (set == layout.joint) {
      return post;
    }
    return set.dims.length == 1 ? margin[set.dims[0]] : summed(s);
  }

  /** The posterior over two of three dimensions; overwrites the set's likelihood. */
  private double[] summed(int s) {
    double[] sum = likelihood[s];
    Arrays.fill(sum, 0);
    for (int c = from[2]; c < to[2]; c++) {
      for (int b = from[1]; b < to[1]; b++) {
        int line = stride * (b + stride * c);
        int below = steps[s][1] * b + steps[s][2] * c;
        for (int a = from[0]; a < to[0]; a++) {
          sum[below + steps[s][0] * a] += post[line + a];
        }
      }
    }
    return sum;
  }

  private void addMass(double[] mass) {
    int last1 = dimensions > 1 ? to[1] : 1;
    int last2 = dimensions > 2 ? to[2] : 1;
    for (int c = dimensions > 2 ? from[2] : 0; c < last2; c++) {
      for (int b = dimensions > 1 ? from[1] : 0; b < last1; b++) {
        int line = stride * (b + stride * c);
        for (int q = line + from[0]; q < line + to[0]; q++) {
          mass[q] += post[q];
        }
      }
    }
  }
}
