package org.leadager.engine.kernel;

import java.util.Optional;

/**
 * The two inner loops of an expectation step over rows of a table, a row being the values of one
 * cell at consecutive nodes.
 *
 * <p>There are twins: plain Java, and Java's vectors where the running system has the module {@code
 * jdk.incubator.vector} ({@code --add-modules}). Nodes do not mix, and every node meets its cells
 * in their order with one rounding an operation (no fused multiply-add), so that both give the same
 * bits on every machine, however wide its vectors.
 */
public sealed interface NodeRows permits ScalarRows, VectorRows {
  /** Nodes are handled in multiples of this. */
  int WIDTH = 8;

  /** The smallest multiple of {@link #WIDTH} that is not less than n. */
  static int padded(int n) {
    return (n + WIDTH - 1) / WIDTH * WIDTH;
  }

  /** The twin in plain Java. */
  static NodeRows scalar() {
    return new ScalarRows();
  }

  /** The twin in vectors; empty where their module is not part of the running system. */
  static Optional<NodeRows> vector() {
    // Only naming the class does not load it, so that nothing is missing where the module is.
    return ModuleLayer.boot()
        .findModule("jdk.incubator.vector")
        .filter(NodeRows.class.getModule()::canRead)
        .map(module -> new VectorRows());
  }

  /** The vectors where they are there, else plain Java. */
  static NodeRows best() {
    return vector().orElseGet(NodeRows::scalar);
  }

  /**
   * out[q] *= Π_c table[cells[c] + q] for from ≤ q &lt; to, factors in the order of c.
   *
   * @param cells where each factor's row begins in the table
   * @param first index of the first cell used
   * @param last index after the last cell used
   * @param to such that to − from is a multiple of {@link #WIDTH}
   */
  void multiply(double[] out, double[] table, int[] cells, int first, int last, int from, int to);

  /** sums[cells[c] + q] += mass[q] for every cell c &lt; count and from ≤ q &lt; to. */
  void add(double[] sums, double[] mass, int[] cells, int count, int from, int to);
}
