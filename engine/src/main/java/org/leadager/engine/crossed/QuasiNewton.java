package org.leadager.engine.crossed;

/**
 * BFGS on the inverse curvature with backtracking (Nocedal & Wright 2006, algorithm 6.1): every
 * step lowers the value, so that a bad step costs time and never the answer.
 */
final class QuasiNewton {
  private static final int LIMIT = 200;
  private static final int HALVINGS = 40;
  private static final double ARMIJO = 1e-4;

  /** Half the squared length of the step still to go, in standard errors. */
  private static final double TOLERANCE = 1e-10;

  private final Objective objective;
  private final double[][] h;
  private Point point;
  private int steps;
  private boolean converged;

  /** A function with its gradient; +∞ outside its domain. */
  interface Objective {
    Point at(double[] x);
  }

  /** Where the function was looked at. */
  static final class Point {
    final double[] x;
    final double value;
    final double[] gradient;

    Point(double[] x, double value, double[] gradient) {
      this.x = x;
      this.value = value;
      this.gradient = gradient;
    }

    /** A place where the function is not defined. */
    static Point outside(double[] x) {
      return new Point(x, Double.POSITIVE_INFINITY, new double[x.length]);
    }
  }

  private QuasiNewton(Objective objective, double[] start, double[][] inverseCurvature) {
    this.objective = objective;
    this.h = inverseCurvature;
    this.point = objective.at(start);
  }

  /** Minimises from a start, with a first guess of the inverse curvature (overwritten). */
  static QuasiNewton minimise(Objective objective, double[] start, double[][] inverseCurvature) {
    QuasiNewton search = new QuasiNewton(objective, start, inverseCurvature);
    search.run();
    return search;
  }

  Point point() {
    return point;
  }

  int steps() {
    return steps;
  }

  boolean converged() {
    return converged;
  }

  private void run() {
    while (steps < LIMIT) {
      double[] direction = times(point.gradient);
      double slope = -dot(direction, point.gradient);
      if (slope > -2 * TOLERANCE) {
        converged = true;
        return;
      }
      Point next = lineSearch(direction, slope);
      if (next == point) {
        // Rounding hides what is left to gain.
        converged = slope > -1e-6;
        return;
      }
      update(next);
      point = next;
      steps++;
    }
  }

  private double[] times(double[] v) {
    double[] product = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      product[i] = dot(h[i], v);
    }
    return product;
  }

  /** First step within reach that lowers the value enough; no parameter more than doubles. */
  private Point lineSearch(double[] direction, double slope) {
    double length = 1;
    for (int i = 0; i < direction.length; i++) {
      double reach = 0.5 + Math.abs(point.x[i]);
      length = Math.min(length, reach / Math.max(Math.abs(direction[i]), 1e-300));
    }
    for (int half = 0; half < HALVINGS; half++) {
      double[] x = point.x.clone();
      for (int i = 0; i < x.length; i++) {
        x[i] -= length * direction[i];
      }
      Point next = objective.at(x);
      if (next.value <= point.value + ARMIJO * length * slope) {
        return next;
      }
      double parabola =
          -slope * length * length / (2 * (next.value - point.value - length * slope));
      length = Math.clamp(Double.isFinite(parabola) ? parabola : 0, 0.1 * length, 0.5 * length);
    }
    return point;
  }

  private void update(Point next) {
    int n = h.length;
    double[] s = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      s[i] = next.x[i] - point.x[i];
      y[i] = next.gradient[i] - point.gradient[i];
    }
    double sy = dot(s, y);
    if (!(sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) {
      return;
    }
    double[] hy = times(y);
    double gain = (1 + dot(y, hy) / sy) / sy;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        h[i][j] += gain * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
