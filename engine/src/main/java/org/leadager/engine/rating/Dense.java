package org.leadager.engine.rating;

/** Small dense symmetric systems, row-major in one array; the lower triangle is the one read. */
final class Dense {
  private Dense() {}

  static double[] identity(int n) {
    double[] m = new double[n * n];
    for (int i = 0; i < n; i++) {
      m[i * n + i] = 1;
    }
    return m;
  }

  /** Overwrites the lower triangle of m with L, m = L Lᵀ; false when m is not positive definite. */
  static boolean cholesky(double[] m, int n) {
    for (int j = 0; j < n; j++) {
      double d = m[j * n + j];
      for (int k = 0; k < j; k++) {
        d -= m[j * n + k] * m[j * n + k];
      }
      if (!(d > 0)) {
        return false;
      }
      double root = Math.sqrt(d);
      m[j * n + j] = root;
      for (int i = j + 1; i < n; i++) {
        double s = m[i * n + j];
        for (int k = 0; k < j; k++) {
          s -= m[i * n + k] * m[j * n + k];
        }
        m[i * n + j] = s / root;
      }
    }
    return true;
  }

  /** Solves L Lᵀ x = b in place. */
  static void solve(double[] l, int n, double[] b) {
    for (int i = 0; i < n; i++) {
      double s = b[i];
      for (int k = 0; k < i; k++) {
        s -= l[i * n + k] * b[k];
      }
      b[i] = s / l[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double s = b[i];
      for (int k = i + 1; k < n; k++) {
        s -= l[k * n + i] * b[k];
      }
      b[i] = s / l[i * n + i];
    }
  }

  /** uᵀ (L Lᵀ)⁻¹ u; overwrites u with L⁻¹ u. */
  static double inverseForm(double[] l, int n, double[] u) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double s = u[i];
      for (int k = 0; k < i; k++) {
        s -= l[i * n + k] * u[k];
      }
      u[i] = s / l[i * n + i];
      sum += u[i] * u[i];
    }
    return sum;
  }

  /** (L Lᵀ)⁻¹, full and symmetric. */
  static double[] inverse(double[] l, int n) {
    double[] out = new double[n * n];
    double[] column = new double[n];
    for (int j = 0; j < n; j++) {
      java.util.Arrays.fill(column, 0);
      column[j] = 1;
      solve(l, n, column);
      for (int i = 0; i < n; i++) {
        out[i * n + j] = column[i];
      }
    }
    return out;
  }

  /** to += from. */
  static void add(double[] to, double[] from) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  /** ln |L Lᵀ|. */
  static double logDeterminant(double[] l, int n) {
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += Math.log(l[i * n + i]);
    }
    return 2 * s;
  }
}
