package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.List;

/**
 * Anderson's acceleration of a fixed-point iteration x ← G(x): the next point is the combination of
 * the last ones whose residuals G(x) − x cancel best (Walker and Ni 2011).
 */
final class AndersonMixing {
  private static final int MEMORY = 8;

  /**
   * Ridge relative to the largest residual difference: keeps nearly parallel ones from mattering.
   */
  private static final double RIDGE = 1e-10;

  private final List<double[]> points = new ArrayList<>();
  private final List<double[]> residuals = new ArrayList<>();

  void forget() {
    points.clear();
    residuals.clear();
  }

  /** The next point after x, whose image is g. */
  double[] next(double[] x, double[] g) {
    points.add(x);
    residuals.add(difference(g, x));
    if (points.size() > MEMORY + 1) {
      points.removeFirst();
      residuals.removeFirst();
    }
    double[] out = g.clone();
    int m = points.size() - 1;
    if (m == 0) {
      return out;
    }
    List<double[]> df = differences(residuals);
    List<double[]> dx = differences(points);
    double[] gamma = leastSquares(df, residuals.getLast());
    for (int j = 0; j < m; j++) {
      for (int k = 0; k < out.length; k++) {
        out[k] -= gamma[j] * (dx.get(j)[k] + df.get(j)[k]);
      }
    }
    return out;
  }

  private static double[] leastSquares(List<double[]> columns, double[] target) {
    int m = columns.size();
    double[] normal = new double[m * m];
    double[] right = new double[m];
    double largest = 0;
    for (int i = 0; i < m; i++) {
      right[i] = dot(columns.get(i), target);
      for (int j = 0; j <= i; j++) {
        normal[i * m + j] = dot(columns.get(i), columns.get(j));
      }
      largest = Math.max(largest, normal[i * m + i]);
    }
    for (int i = 0; i < m; i++) {
      normal[i * m + i] += RIDGE * largest;
    }
    if (!Dense.cholesky(normal, m)) {
      return new double[m];
    }
    Dense.solve(normal, m, right);
    return right;
  }

  private static List<double[]> differences(List<double[]> rows) {
    List<double[]> out = new ArrayList<>();
    for (int j = 1; j < rows.size(); j++) {
      out.add(difference(rows.get(j), rows.get(j - 1)));
    }
    return out;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] d = new double[a.length];
    for (int k = 0; k < d.length; k++) {
      d[k] = a[k] - b[k];
    }
    return d;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
