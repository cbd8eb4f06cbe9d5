package org.leadager.engine.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link NodeRows} in vectors as wide as the machine's, of eight lanes at most. Four of them at a
 * time stay in registers while all cells pass by; what is left of a window goes one by one.
 */
final class VectorRows implements NodeRows {
  private static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > WIDTH
          ? DoubleVector.SPECIES_512
          : DoubleVector.SPECIES_PREFERRED;

  private static final int LANES = SPECIES.length();

  @Override
  public void multiply(
      double[] out, double[] table, int[] cells, int first, int last, int from, int to) {
    int q = from;
    for (; q + 3 * LANES < to; q += 4 * LANES) {
      multiplyFour(out, table, cells, first, last, q);
    }
    for (; q < to; q += LANES) {
      multiplyOne(out, table, cells, first, last, q);
    }
  }

  private static void multiplyFour(
      double[] out, double[] table, int[] cells, int first, int last, int q) {
    DoubleVector a = DoubleVector.fromArray(SPECIES, out, q);
    DoubleVector b = DoubleVector.fromArray(SPECIES, out, q + LANES);
    DoubleVector c = DoubleVector.fromArray(SPECIES, out, q + 2 * LANES);
    DoubleVector d = DoubleVector.fromArray(SPECIES, out, q + 3 * LANES);
    for (int i = first; i < last; i++) {
      int at = cells[i] + q;
      a = a.mul(DoubleVector.fromArray(SPECIES, table, at));
      b = b.mul(DoubleVector.fromArray(SPECIES, table, at + LANES));
      c = c.mul(DoubleVector.fromArray(SPECIES, table, at + 2 * LANES));
      d = d.mul(DoubleVector.fromArray(SPECIES, table, at + 3 * LANES));
    }
    a.intoArray(out, q);
    b.intoArray(out, q + LANES);
    c.intoArray(out, q + 2 * LANES);
    d.intoArray(out, q + 3 * LANES);
  }

  private static void multiplyOne(
      double[] out, double[] table, int[] cells, int first, int last, int q) {
    DoubleVector product = DoubleVector.fromArray(SPECIES, out, q);
    for (int c = first; c < last; c++) {
      product = product.mul(DoubleVector.fromArray(SPECIES, table, cells[c] + q));
    }
    product.intoArray(out, q);
  }

  @Override
  public void add(double[] sums, double[] mass, int[] cells, int count, int from, int to) {
    for (int q = from; q < to; q += LANES) {
      DoubleVector more = DoubleVector.fromArray(SPECIES, mass, q);
      for (int c = 0; c < count; c++) {
        int at = cells[c] + q;
        DoubleVector.fromArray(SPECIES, sums, at).add(more).intoArray(sums, at);
      }
    }
  }
}
