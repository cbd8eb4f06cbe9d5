package org.leadager.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Plain Java and vectors, bit by bit, against each other and against one loop over cells. */
class NodeRowsTest {
  private static final int NODES = 96;
  private static final int CELLS = 30;
  private static final int ROUNDS = 2000;
  private static final NodeRows SCALAR = NodeRows.scalar();
  private static final NodeRows VECTOR = NodeRows.vector().orElseThrow();

  private static final double[] ODD = {
    0,
    -0.0,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    0x0.fffffffffffffp-1022,
    Double.MIN_NORMAL,
    1,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  private final Random chance = new Random(5);

  private double ordinary() {
    return chance.nextDouble();
  }

  /** Of every size, so that products run into subnormals, zero and infinity by themselves. */
  private double ofAnySize() {
    return Math.scalb(chance.nextDouble() - 0.5, chance.nextInt(2100) - 1050);
  }

  private double odd() {
    return chance.nextBoolean() ? ODD[chance.nextInt(ODD.length)] : ofAnySize();
  }

  private static double[] fill(int n, DoubleSupplier values) {
    double[] filled = new double[n];
    Arrays.setAll(filled, i -> values.getAsDouble());
    return filled;
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private void agree(DoubleSupplier values) {
    for (int round = 0; round < ROUNDS; round++) {
      double[] table = fill(CELLS * NODES, values);
      double[] row = fill(NODES, values);
      int[] cells = chance.ints(chance.nextInt(CELLS), 0, CELLS).map(c -> c * NODES).toArray();
      int first = cells.length == 0 ? 0 : chance.nextInt(cells.length);
      int from = chance.nextInt(NODES);
      int to = from + chance.nextInt((NODES - from) / NodeRows.WIDTH + 1) * NodeRows.WIDTH;
      multipliesAlike(row, table, Arrays.copyOfRange(cells, first, cells.length), from, to);
      multipliesFrom(row, table, cells, first, from, to);
      addsAlike(table, row, cells, from, to);
    }
  }

  private static void multipliesAlike(double[] row, double[] table, int[] cells, int from, int to) {
    double[] plain = row.clone();
    for (int cell : cells) {
      for (int q = from; q < to; q++) {
        plain[q] *= table[cell + q];
      }
    }
    double[] scalar = row.clone();
    SCALAR.multiply(scalar, table, cells, 0, cells.length, from, to);
    assertThat(bits(scalar)).isEqualTo(bits(plain));
  }

  private static void multipliesFrom(
      double[] row, double[] table, int[] cells, int first, int from, int to) {
    double[] scalar = row.clone();
    double[] vector = row.clone();
    SCALAR.multiply(scalar, table, cells, first, cells.length, from, to);
    VECTOR.multiply(vector, table, cells, first, cells.length, from, to);
    assertThat(bits(vector)).isEqualTo(bits(scalar));
  }

  private static void addsAlike(double[] table, double[] row, int[] cells, int from, int to) {
    double[] plain = table.clone();
    for (int cell : cells) {
      for (int q = from; q < to; q++) {
        plain[cell + q] += row[q];
      }
    }
    double[] scalar = table.clone();
    double[] vector = table.clone();
    SCALAR.add(scalar, row, cells, cells.length, from, to);
    VECTOR.add(vector, row, cells, cells.length, from, to);
    assertThat(bits(scalar)).isEqualTo(bits(plain));
    assertThat(bits(vector)).isEqualTo(bits(plain));
  }

  @Test
  void twinsGiveTheSameBitsOnProbabilities() {
    agree(this::ordinary);
  }

  @Test
  void twinsGiveTheSameBitsWhereProductsUnderflowAndOverflow() {
    agree(this::ofAnySize);
  }

  @Test
  void twinsGiveTheSameBitsOnZerosSubnormalsAndInfinities() {
    agree(this::odd);
  }

  @Test
  void vectorsAreUsedWhereTheirModuleIs() {
    assertThat(NodeRows.best()).isInstanceOf(VectorRows.class);
  }

  @Test
  void rowsArePaddedToWholeGroupsOfEight() {
    assertThat(new int[] {NodeRows.padded(1), NodeRows.padded(8), NodeRows.padded(61)})
        .containsExactly(8, 8, 64);
  }
}
