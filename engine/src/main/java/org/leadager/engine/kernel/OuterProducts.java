package org.leadager.engine.kernel;

import java.util.Arrays;

/** Sums of outer products z z' of vectors that touch few places of a large matrix. */
public final class OuterProducts {
  private OuterProducts() {}

  /**
   * sum[at[i]][at[j]] += Σ_m z[m][i] z[m][j] for j ≤ i &lt; n.
   *
   * <p>Four vectors at a time, and a whole line of results before the scattered addition: simple
   * loops over consecutive places, which compilers turn into vectors without changing a sum's
   * order.
   *
   * @param z vectors; those from {@code count} to the next multiple of four must be zero
   * @param at increasing places in the large matrix
   * @param line room for n values
   */
  public static void add(double[][] sum, double[][] z, int count, int[] at, int n, double[] line) {
    for (int i = 0; i < n; i++) {
      Arrays.fill(line, 0, i + 1, 0);
      for (int m = 0; m < count; m += 4) {
        addFour(line, i, z[m], z[m + 1], z[m + 2], z[m + 3]);
      }
      double[] to = sum[at[i]];
      for (int j = 0; j <= i; j++) {
        to[at[j]] += line[j];
      }
    }
  }

  private static void addFour(
      double[] line, int i, double[] a, double[] b, double[] c, double[] d) {
    double x = a[i];
    double y = b[i];
    double z = c[i];
    double w = d[i];
    for (int j = 0; j <= i; j++) {
      line[j] += x * a[j] + y * b[j] + z * c[j] + w * d[j];
    }
  }
}
