package org.leadager.engine.calibrate;

import java.util.Arrays;
import java.util.List;
import org.leadager.engine.kernel.Cholesky;

/**
 * What is free among the parameters: x = A z. A score g in x is A'g in z, an information I is A'IA,
 * and the variances of x are the diagonal of A (A'IA)⁻¹ A'.
 *
 * <p>Items that share their steps have d_ik = k c_i + t_k with t_{K−1} = 0: a location for each
 * item and K − 2 steps for all. An item that differs between groups in its intercepts alone has one
 * slope in all of them. Elsewhere every parameter is free; where all are, A is the identity and
 * nothing is copied.
 */
final class Restriction {
  private final int free;
  private final boolean identity;

  /** Column and weight of each element of A that is not zero, by row. */
  private final int[][] column;

  private final double[][] weight;

  /**
   * @param firstIntercept where each item's intercepts begin in x
   */
  Restriction(int parameters, int[] firstIntercept, int[] categories, SharedSteps shared) {
    column = new int[parameters][];
    weight = new double[parameters][];
    int z = 0;
    for (int[] group : shared.groups) {
      int top = categories[group[0]] - 1;
      int steps = z;
      z += top - 1;
      for (int item : group) {
        for (int k = 1; k <= top; k++) {
          int at = firstIntercept[item] + k - 1;
          column[at] = k < top ? new int[] {z, steps + k - 1} : new int[] {z};
          weight[at] = k < top ? new double[] {k, 1} : new double[] {k};
        }
        z++;
      }
    }
    for (int at = 0; at < parameters; at++) {
      if (column[at] == null) {
        column[at] = new int[] {z++};
        weight[at] = new double[] {1};
      }
    }
    free = z;
    identity = shared.groups.isEmpty();
  }

  private Restriction(int free, int[][] column, double[][] weight) {
    this.free = free;
    this.identity = false;
    this.column = column;
    this.weight = weight;
  }

  /**
   * With equal values at further places, each of which was a free parameter of its own.
   *
   * @param equal places that share one value, by items and slope
   */
  Restriction sharing(List<int[][]> equal) {
    if (equal.isEmpty()) {
      return this;
    }
    int[][] merged = column.clone();
    for (int[][] slopes : equal) {
      for (int[] places : slopes) {
        for (int place : places) {
          merged[place] = column[places[0]];
        }
      }
    }
    int[] used = Arrays.stream(merged).flatMapToInt(Arrays::stream).distinct().sorted().toArray();
    for (int a = 0; a < merged.length; a++) {
      merged[a] = Arrays.stream(merged[a]).map(z -> Arrays.binarySearch(used, z)).toArray();
    }
    return new Restriction(used.length, merged, weight);
  }

  /** Number of free parameters. */
  int free() {
    return free;
  }

  /** A'g. */
  double[] reduce(double[] g) {
    if (identity) {
      return g;
    }
    double[] reduced = new double[free];
    for (int a = 0; a < g.length; a++) {
      addTo(reduced, a, g[a]);
    }
    return reduced;
  }

  /** A'IA. */
  double[][] reduce(double[][] information) {
    if (identity) {
      return information;
    }
    double[][] reduced = new double[free][free];
    for (int a = 0; a < information.length; a++) {
      double[] row = reduce(information[a]);
      for (int j = 0; j < column[a].length; j++) {
        double[] to = reduced[column[a][j]];
        for (int b = 0; b < free; b++) {
          to[b] += weight[a][j] * row[b];
        }
      }
    }
    return reduced;
  }

  /** A z. */
  double[] expand(double[] z) {
    if (identity) {
      return z;
    }
    double[] x = new double[column.length];
    for (int a = 0; a < x.length; a++) {
      for (int j = 0; j < column[a].length; j++) {
        x[a] += weight[a][j] * z[column[a][j]];
      }
    }
    return x;
  }

  /** The variances of x from the factor of the information in z. */
  double[] variances(Cholesky information) {
    if (identity) {
      return information.inverseDiagonal();
    }
    double[] variances = new double[column.length];
    for (int a = 0; a < variances.length; a++) {
      double[] solved = information.solve(row(a));
      for (int j = 0; j < column[a].length; j++) {
        variances[a] += weight[a][j] * solved[column[a][j]];
      }
    }
    return variances;
  }

  /** A's row a. */
  double[] row(int a) {
    double[] row = new double[free];
    addTo(row, a, 1);
    return row;
  }

  /** Adds a multiple of A's row a. */
  private void addTo(double[] z, int a, double by) {
    for (int j = 0; j < column[a].length; j++) {
      z[column[a][j]] += weight[a][j] * by;
    }
  }
}
