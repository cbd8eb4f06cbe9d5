package org.leadager.engine.kernel;

import java.util.Optional;

/**
 * Cholesky factor of a symmetric positive definite matrix, A = L L'.
 *
 * <p>A matrix that is not positive definite gives an empty result: callers decide whether that is a
 * singular information matrix (an outcome) or a broken invariant.
 */
public final class Cholesky {
  /**
   * Rows or columns worked on at once, so that large factors are fetched from memory less often.
   */
  private static final int BLOCK = 8;

  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /**
   * Factor of {@code a}, or empty when a pivot is not above {@code 1e-14} of its diagonal. Only the
   * lower triangle is read.
   */
  public static Optional<Cholesky> of(double[][] a) {
    int n = a.length;
    double[][] l = new double[n][];
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(from + BLOCK, n);
      for (int i = from; i < to; i++) {
        l[i] = new double[i + 1];
      }
      for (int j = 0; j < to; j++) {
        for (int i = Math.max(from, j); i < to; i++) {
          double s = a[i][j] - dot(l[i], l[j], 0, j);
          if (i > j) {
            l[i][j] = s / l[j][j];
          } else if (s > 1e-14 * Math.abs(a[i][i]) && Double.isFinite(s)) {
            l[i][i] = Math.sqrt(s);
          } else {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(new Cholesky(l));
  }

  /**
   * Factor of {@code a} with the smallest power-of-ten ridge on its diagonal that makes it work.
   */
  public static Cholesky ridged(double[][] a) {
    double scale = 1e-12;
    for (int i = 0; i < a.length; i++) {
      scale = Math.max(scale, 1e-12 * Math.abs(a[i][i]));
    }
    Optional<Cholesky> factor = of(a);
    for (double ridge = scale; factor.isEmpty(); ridge *= 10) {
      if (!Double.isFinite(ridge) || ridge > 1e12 * scale * 1e12) {
        throw new IllegalArgumentException("matrix holds values that are not finite");
      }
      double[][] b = new double[a.length][];
      for (int i = 0; i < a.length; i++) {
        b[i] = a[i].clone();
        b[i][i] += ridge;
      }
      factor = of(b);
    }
    return factor.get();
  }

  /** Solves A x = b. */
  public double[] solve(double[] b) {
    int n = lower.length;
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      x[i] = (x[i] - dot(lower[i], x, 0, i)) / lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double s = x[i];
      for (int k = i + 1; k < n; k++) {
        s -= lower[k][i] * x[k];
      }
      x[i] = s / lower[i][i];
    }
    return x;
  }

  /** The inverse of A, symmetric. */
  public double[][] inverse() {
    int n = lower.length;
    double[][] inverse = new double[n][];
    for (int j = 0; j < n; j++) {
      double[] e = new double[n];
      e[j] = 1;
      inverse[j] = solve(e);
    }
    return inverse;
  }

  /** The diagonal of the inverse, from the columns of L⁻¹. */
  public double[] inverseDiagonal() {
    int n = lower.length;
    double[] diagonal = new double[n];
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(from + BLOCK, n);
      double[][] column = new double[to - from][n];
      for (int i = from; i < n; i++) {
        for (int j = from; j < Math.min(to, i + 1); j++) {
          double[] x = column[j - from];
          x[i] = ((i == j ? 1 : 0) - dot(lower[i], x, j, i)) / lower[i][i];
          diagonal[j] += x[i] * x[i];
        }
      }
    }
    return diagonal;
  }

  /** log |A|. */
  public double logDeterminant() {
    double s = 0;
    for (int i = 0; i < lower.length; i++) {
      s += Math.log(lower[i][i]);
    }
    return 2 * s;
  }

  /** Four sums side by side: one addition need not wait for the one before. */
  private static double dot(double[] x, double[] y, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = from;
    for (; k + 3 < to; k += 4) {
      s0 += x[k] * y[k];
      s1 += x[k + 1] * y[k + 1];
      s2 += x[k + 2] * y[k + 2];
      s3 += x[k + 3] * y[k + 3];
    }
    for (; k < to; k++) {
      s0 += x[k] * y[k];
    }
    return s0 + s1 + (s2 + s3);
  }
}
