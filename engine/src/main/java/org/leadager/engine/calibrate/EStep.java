package org.leadager.engine.calibrate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.leadager.engine.data.ItemResponses;

/**
 * Posterior of every subject over the nodes, summed into {@link Statistics}.
 *
 * <p>post_q ∝ w_q Π_i P_i(y_i | θ_q). Probabilities are multiplied rather than logarithms added,
 * with a rescaling every few items so that nothing underflows. Rows are cut into stripes whose
 * number does not depend on the number of threads and whose results are added in order, so that one
 * thread and many give the same bits.
 */
final class EStep {
  private static final int STRIPE = 1024;
  private static final int MAX_STRIPES = 16;
  private static final int RESCALE_EVERY = 8;
  private static final double INVISIBLE = 1e-18;

  private final Layout layout;
  private final int[][] cells;
  private final boolean parallel;

  EStep(Layout layout, ItemResponses y, boolean parallel) {
    this.layout = layout;
    this.parallel = parallel;
    this.cells = new int[y.rows()][];
    int[] buffer = new int[y.items()];
    for (int r = 0; r < y.rows(); r++) {
      int n = 0;
      for (int i = 0; i < y.items(); i++) {
        int code = y.code(r, i);
        if (code != ItemResponses.MISSING) {
          buffer[n++] = layout.table[i] + code * layout.grid.size();
        }
      }
      cells[r] = Arrays.copyOf(buffer, n);
    }
  }

  int rows() {
    return cells.length;
  }

  /** Offsets into the table of the cells a row answered. */
  int[] cells(int row) {
    return cells[row];
  }

  /** P_i(k | θ_q) at layout.table[i] + k·Q + q. */
  double[] table(double[] x) {
    int nodes = layout.grid.size();
    double[] table = new double[layout.table[layout.items()]];
    for (int i = 0; i < layout.items(); i++) {
      double[] d = layout.intercepts(x, i);
      double[] p = new double[layout.categories[i]];
      for (int q = 0; q < nodes; q++) {
        layout.model.probabilities(layout.eta(x, i, q), d, p);
        for (int k = 0; k < p.length; k++) {
          table[layout.table[i] + k * nodes + q] = p[k];
        }
      }
    }
    return table;
  }

  double[] weights(double[] x) {
    return LatentDensity.of(layout.covariance(x)).orElseThrow().weights(layout.grid);
  }

  Statistics run(double[] x) {
    double[] table = table(x);
    double[] weights = weights(x);
    Statistics[] parts = new Statistics[stripes()];
    stripeStream().forEach(s -> parts[s] = stripe(s, table, weights));
    Statistics sum = parts[0];
    for (int s = 1; s < parts.length; s++) {
      sum.add(parts[s]);
    }
    return sum;
  }

  int stripes() {
    return Math.clamp((rows() + STRIPE - 1) / STRIPE, 1, MAX_STRIPES);
  }

  IntStream stripeStream() {
    IntStream range = IntStream.range(0, stripes());
    return parallel ? range.parallel() : range;
  }

  int from(int stripe) {
    return (int) ((long) rows() * stripe / stripes());
  }

  private Statistics stripe(int s, double[] table, double[] weights) {
    Statistics stats = new Statistics(table.length, weights.length);
    double[] post = new double[weights.length];
    for (int r = from(s); r < from(s + 1); r++) {
      stats.logLik += posterior(r, table, weights, post);
      int from = first(post);
      int to = last(post);
      for (int cell : cells[r]) {
        addTo(stats.counts, cell, post, from, to);
      }
      addTo(stats.mass, 0, post, from, to);
    }
    return stats;
  }

  /** Fills post with the normalised posterior of a row; returns its log-likelihood. */
  double posterior(int row, double[] table, double[] weights, double[] post) {
    System.arraycopy(weights, 0, post, 0, post.length);
    double log = 0;
    int n = 0;
    for (int cell : cells[row]) {
      multiply(post, table, cell);
      if (++n % RESCALE_EVERY == 0) {
        log += Math.log(normalise(post));
      }
    }
    return log + Math.log(normalise(post));
  }

  private static void multiply(double[] post, double[] table, int cell) {
    for (int q = 0; q < post.length; q++) {
      post[q] *= table[cell + q];
    }
  }

  private static void addTo(double[] sum, int at, double[] post, int from, int to) {
    for (int q = from; q < to; q++) {
      sum[at + q] += post[q];
    }
  }

  /** First node whose mass a sum of doubles near one could still show. */
  private static int first(double[] post) {
    int q = 0;
    while (post[q] < INVISIBLE) {
      q++;
    }
    return q;
  }

  private static int last(double[] post) {
    int q = post.length;
    while (post[q - 1] < INVISIBLE) {
      q--;
    }
    return q;
  }

  private static double normalise(double[] post) {
    double sum = 0;
    for (double v : post) {
      sum += v;
    }
    double inverse = 1 / sum;
    for (int q = 0; q < post.length; q++) {
      post[q] *= inverse;
    }
    return sum;
  }
}
