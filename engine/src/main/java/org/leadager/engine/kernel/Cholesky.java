package org.leadager.engine.kernel;

import java.util.Optional;

/**
 * Cholesky factor of a symmetric positive definite matrix, A = L L'.
 *
 * <p>A matrix that is not positive definite gives an empty result: callers decide whether that is a
 * singular information matrix (an outcome) or a broken invariant.
 */
public final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /** Factor of {@code a}, or empty when a pivot is not above {@code 1e-14} of its diagonal. */
  public static Optional<Cholesky> of(double[][] a) {
    int n = a.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double s = a[i][j] - dot(l[i], l[j], j);
        if (i == j) {
          if (!(s > 1e-14 * Math.abs(a[i][i])) || !Double.isFinite(s)) {
            return Optional.empty();
          }
          l[i][i] = Math.sqrt(s);
        } else {
          l[i][j] = s / l[j][j];
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
      x[i] = (x[i] - dot(lower[i], x, i)) / lower[i][i];
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
    double[] column = new double[n];
    for (int j = 0; j < n; j++) {
      column[j] = 1 / lower[j][j];
      diagonal[j] += column[j] * column[j];
      for (int i = j + 1; i < n; i++) {
        double s = 0;
        for (int k = j; k < i; k++) {
          s -= lower[i][k] * column[k];
        }
        column[i] = s / lower[i][i];
        diagonal[j] += column[i] * column[i];
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

  private static double dot(double[] x, double[] y, int n) {
    double s = 0;
    for (int k = 0; k < n; k++) {
      s += x[k] * y[k];
    }
    return s;
  }
}
