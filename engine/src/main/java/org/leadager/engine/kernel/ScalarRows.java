package org.leadager.engine.kernel;

/**
 * {@link NodeRows} in plain Java. Eight nodes at a time stay in registers while all cells pass by,
 * without waiting for a compiler to find vectors.
 */
final class ScalarRows implements NodeRows {
  @Override
  public void multiply(
      double[] out, double[] table, int[] cells, int first, int last, int from, int to) {
    for (int q = from; q < to; q += WIDTH) {
      multiplyEight(out, table, cells, first, last, q);
    }
  }

  private static void multiplyEight(
      double[] out, double[] table, int[] cells, int first, int last, int q) {
    double p0 = out[q];
    double p1 = out[q + 1];
    double p2 = out[q + 2];
    double p3 = out[q + 3];
    double p4 = out[q + 4];
    double p5 = out[q + 5];
    double p6 = out[q + 6];
    double p7 = out[q + 7];
    for (int c = first; c < last; c++) {
      int at = cells[c] + q;
      p0 *= table[at];
      p1 *= table[at + 1];
      p2 *= table[at + 2];
      p3 *= table[at + 3];
      p4 *= table[at + 4];
      p5 *= table[at + 5];
      p6 *= table[at + 6];
      p7 *= table[at + 7];
    }
    out[q] = p0;
    out[q + 1] = p1;
    out[q + 2] = p2;
    out[q + 3] = p3;
    out[q + 4] = p4;
    out[q + 5] = p5;
    out[q + 6] = p6;
    out[q + 7] = p7;
  }

  @Override
  public void add(double[] sums, double[] mass, int[] cells, int count, int from, int to) {
    for (int q = from; q < to; q += WIDTH) {
      addEight(sums, mass, cells, count, q);
    }
  }

  private static void addEight(double[] sums, double[] mass, int[] cells, int count, int q) {
    double p0 = mass[q];
    double p1 = mass[q + 1];
    double p2 = mass[q + 2];
    double p3 = mass[q + 3];
    double p4 = mass[q + 4];
    double p5 = mass[q + 5];
    double p6 = mass[q + 6];
    double p7 = mass[q + 7];
    for (int c = 0; c < count; c++) {
      int at = cells[c] + q;
      sums[at] += p0;
      sums[at + 1] += p1;
      sums[at + 2] += p2;
      sums[at + 3] += p3;
      sums[at + 4] += p4;
      sums[at + 5] += p5;
      sums[at + 6] += p6;
      sums[at + 7] += p7;
    }
  }
}
