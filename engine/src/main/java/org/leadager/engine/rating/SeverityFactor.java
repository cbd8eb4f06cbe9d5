package org.leadager.engine.rating;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * T = L D Lᵀ, the joint precision of the severities of a component given everything else
 * eliminated, factored front by front (Duff and Reid 1983), and those elements of T⁻¹ that subjects
 * need (Takahashi, Fagan and Chen 1973). T is never formed: each subject brings its share.
 */
final class SeverityFactor {
  private final EliminationOrder order;
  private final List<int[]> members;
  private final double[] pivot;

  /** Column of L below the pivot, in the order of the pivot's front. */
  private final double[][] column;

  /** Place of each severity in the front at hand. */
  private final int[] place;

  private SeverityFactor(EliminationOrder order, List<int[]> members) {
    this.order = order;
    this.members = members;
    pivot = new double[order.size];
    column = new double[order.size][];
    place = new int[order.size];
  }

  /**
   * Factors.
   *
   * @param members for each subject the severities of its panel
   * @param shares for each subject what it adds to T, full, in the order of its members
   * @param prior prior precision of each severity
   * @return null when T is not positive definite, which only a broken number can cause
   */
  static @Nullable SeverityFactor of(
      EliminationOrder order, List<int[]> members, List<double[]> shares, double[] prior) {
    SeverityFactor factor = new SeverityFactor(order, members);
    return factor.run(shares, prior) ? factor : null;
  }

  private boolean run(List<double[]> shares, double[] prior) {
    double[][] rest = new double[order.size][];
    for (int t : order.order) {
      int n = order.front[t].length + 1;
      double[] matrix = new double[n * n];
      matrix[0] = prior[t];
      placeFront(t);
      for (int e : order.melted[t]) {
        int[] group = group(e);
        double[] share = e < order.subjects ? shares.get(e) : rest[e - order.subjects];
        gather(group, share, matrix, n);
        if (e >= order.subjects) {
          rest[e - order.subjects] = new double[0];
        }
      }
      if (!(matrix[0] > 0)) {
        return false;
      }
      rest[t] = eliminate(t, matrix, n);
    }
    return true;
  }

  private int[] group(int e) {
    return e < order.subjects ? members.get(e) : order.front[e - order.subjects];
  }

  private void placeFront(int t) {
    place[t] = 0;
    for (int i = 0; i < order.front[t].length; i++) {
      place[order.front[t][i]] = i + 1;
    }
  }

  /** Adds a group's matrix, of which the lower triangle is read, to the front's lower triangle. */
  private void gather(int[] group, double[] share, double[] matrix, int n) {
    int m = group.length;
    for (int i = 0; i < m; i++) {
      int a = place[group[i]];
      for (int j = 0; j <= i; j++) {
        int b = place[group[j]];
        matrix[Math.max(a, b) * n + Math.min(a, b)] += share[i * m + j];
      }
    }
  }

  /** Keeps the pivot's column and returns what is left of the front. */
  private double[] eliminate(int t, double[] matrix, int n) {
    int m = n - 1;
    pivot[t] = matrix[0];
    column[t] = new double[m];
    double[] left = new double[m * m];
    for (int i = 0; i < m; i++) {
      double below = matrix[(i + 1) * n];
      column[t][i] = below / pivot[t];
      for (int j = 0; j <= i; j++) {
        left[i * m + j] = matrix[(i + 1) * n + j + 1] - below * column[t][j];
      }
    }
    return left;
  }

  /**
   * Solves T x = b in place for several right sides.
   *
   * @param b one row for each severity, {@code width} numbers each
   */
  void solve(double[] b, int width) {
    for (int t : order.order) {
      for (int i = 0; i < column[t].length; i++) {
        subtract(b, order.front[t][i], t, column[t][i], width);
      }
    }
    for (int n = order.size - 1; n >= 0; n--) {
      int t = order.order[n];
      for (int c = t * width; c < (t + 1) * width; c++) {
        b[c] /= pivot[t];
      }
      for (int i = 0; i < column[t].length; i++) {
        subtract(b, t, order.front[t][i], column[t][i], width);
      }
    }
  }

  /** Row {@code to} −= factor · row {@code from}. */
  private static void subtract(double[] b, int to, int from, double factor, int width) {
    for (int c = 0; c < width; c++) {
      b[to * width + c] -= factor * b[from * width + c];
    }
  }

  /** A severity's place in the tree of fronts, with T⁻¹ on the front that holds it. */
  private static final class Visit {
    final int severity;
    final int[] holder;
    final double[] holderInverse;

    Visit(int severity, int[] holder, double[] holderInverse) {
      this.severity = severity;
      this.holder = holder;
      this.holderInverse = holderInverse;
    }
  }

  /** The block of T⁻¹ for each subject's severities, full, in the order of its members. */
  double[][] covariances() {
    double[][] out = new double[order.subjects][];
    Deque<Visit> visits = new ArrayDeque<>();
    for (int t : order.order) {
      if (order.front[t].length == 0) {
        visits.push(new Visit(t, new int[0], new double[0]));
        follow(visits, out);
      }
    }
    return out;
  }

  private void follow(Deque<Visit> visits, double[][] out) {
    while (!visits.isEmpty()) {
      Visit visit = visits.pop();
      int t = visit.severity;
      double[] inverse = inverse(visit);
      placeFront(t);
      for (int e : order.melted[t]) {
        if (e < order.subjects) {
          out[e] = block(members.get(e), inverse, order.front[t].length + 1);
        } else {
          visits.push(new Visit(e - order.subjects, frontWith(t), inverse));
        }
      }
    }
  }

  private int[] frontWith(int t) {
    int[] all = new int[order.front[t].length + 1];
    all[0] = t;
    System.arraycopy(order.front[t], 0, all, 1, all.length - 1);
    return all;
  }

  private double[] block(int[] group, double[] matrix, int n) {
    int m = group.length;
    double[] out = new double[m * m];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < m; j++) {
        out[i * m + j] = matrix[place[group[i]] * n + place[group[j]]];
      }
    }
    return out;
  }

  /** T⁻¹ on t and its front: Z_Jt = −Z_JJ l, Z_tt = 1 / d − lᵀ Z_Jt. */
  private double[] inverse(Visit visit) {
    int t = visit.severity;
    int m = order.front[t].length;
    for (int i = 0; i < visit.holder.length; i++) {
      place[visit.holder[i]] = i;
    }
    double[] known = block(order.front[t], visit.holderInverse, visit.holder.length);
    int n = m + 1;
    double[] out = new double[n * n];
    out[0] = 1 / pivot[t];
    for (int i = 0; i < m; i++) {
      double sum = 0;
      for (int j = 0; j < m; j++) {
        sum -= known[i * m + j] * column[t][j];
        out[(i + 1) * n + j + 1] = known[i * m + j];
      }
      out[(i + 1) * n] = sum;
      out[i + 1] = sum;
      out[0] -= column[t][i] * sum;
    }
    return out;
  }
}
