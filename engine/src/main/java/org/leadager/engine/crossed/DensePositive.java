package org.leadager.engine.crossed;

/**
 * Factor A = U'U of a dense symmetric positive definite matrix, by rows so that every inner loop
 * runs along memory; eight rows at a time, so that each target row is read and written once per
 * eight.
 */
final class DensePositive {
  private static final int BLOCK = 8;
  private final double[][] upper;
  private final int size;

  /**
   * Factors in place.
   *
   * @param upper the matrix, of which row i is read from column i on
   */
  DensePositive(double[][] upper) {
    this.upper = upper;
    this.size = upper.length;
    double[] factor = new double[BLOCK];
    for (int first = 0; first < size; first += BLOCK) {
      int end = Math.min(first + BLOCK, size);
      factorRows(first, end);
      for (int i = end; i < size; i++) {
        for (int b = 0; b < BLOCK; b++) {
          factor[b] = upper[first + b][i];
        }
        subtract(upper[i], upper, first, factor, i, size);
      }
    }
  }

  private void factorRows(int first, int end) {
    for (int k = first; k < end; k++) {
      double[] row = upper[k];
      if (!(row[k] > 0) || !Double.isFinite(row[k])) {
        throw new ArithmeticException("not positive definite at row " + k);
      }
      double scale = 1 / Math.sqrt(row[k]);
      for (int j = k; j < size; j++) {
        row[j] *= scale;
      }
      for (int i = k + 1; i < end; i++) {
        subtract(upper[i], row, row[i], i, size);
      }
    }
  }

  /** log |A|. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += Math.log(upper[i][i]);
    }
    return 2 * sum;
  }

  /** Replaces b by the solution of A x = b. */
  void solve(double[] b) {
    for (int k = 0; k < size; k++) {
      b[k] /= upper[k][k];
      subtract(b, upper[k], b[k], k + 1, size);
    }
    for (int k = size - 1; k >= 0; k--) {
      double sum = b[k];
      for (int j = k + 1; j < size; j++) {
        sum -= upper[k][j] * b[j];
      }
      b[k] = sum / upper[k][k];
    }
  }

  /** The lower triangle of A⁻¹ = W'W with W = (U')⁻¹; rows are padded to whole blocks. */
  double[][] inverse() {
    double[][] w = inverseFactor();
    double[] factor = new double[BLOCK];
    for (int i = 0; i < size; i++) {
      double[] row = new double[w[i].length];
      int whole = Math.min((i / BLOCK + 1) * BLOCK, size);
      for (int k = i; k < whole; k++) {
        subtract(row, w[k], -w[k][i], 0, i + 1);
      }
      int first = whole;
      for (; first + BLOCK <= size; first += BLOCK) {
        for (int b = 0; b < BLOCK; b++) {
          factor[b] = -w[first + b][i];
        }
        subtract(row, w, first, factor, 0, i + 1);
      }
      for (int k = first; k < size; k++) {
        subtract(row, w[k], -w[k][i], 0, i + 1);
      }
      w[i] = row;
    }
    return w;
  }

  private double[][] inverseFactor() {
    double[][] w = new double[size][];
    double[] factor = new double[BLOCK];
    for (int i = 0; i < size; i++) {
      int whole = i / BLOCK * BLOCK;
      double[] row = new double[whole + BLOCK];
      row[i] = 1;
      for (int first = 0; first < whole; first += BLOCK) {
        for (int b = 0; b < BLOCK; b++) {
          factor[b] = upper[first + b][i];
        }
        subtract(row, w, first, factor, 0, first + BLOCK);
      }
      for (int k = whole; k < i; k++) {
        subtract(row, w[k], upper[k][i], 0, k + 1);
      }
      double scale = 1 / upper[i][i];
      for (int j = 0; j <= i; j++) {
        row[j] *= scale;
      }
      w[i] = row;
    }
    return w;
  }

  private static void subtract(double[] target, double[] row, double factor, int from, int to) {
    for (int j = from; j < to; j++) {
      target[j] -= factor * row[j];
    }
  }

  private static void subtract(
      double[] target, double[][] rows, int first, double[] factor, int from, int to) {
    double[] r0 = rows[first];
    double[] r1 = rows[first + 1];
    double[] r2 = rows[first + 2];
    double[] r3 = rows[first + 3];
    double[] r4 = rows[first + 4];
    double[] r5 = rows[first + 5];
    double[] r6 = rows[first + 6];
    double[] r7 = rows[first + 7];
    double f0 = factor[0];
    double f1 = factor[1];
    double f2 = factor[2];
    double f3 = factor[3];
    double f4 = factor[4];
    double f5 = factor[5];
    double f6 = factor[6];
    double f7 = factor[7];
    for (int j = from; j < to; j++) {
      double low = f0 * r0[j] + f1 * r1[j] + f2 * r2[j] + f3 * r3[j];
      target[j] -= low + (f4 * r4[j] + f5 * r5[j] + f6 * r6[j] + f7 * r7[j]);
    }
  }
}
