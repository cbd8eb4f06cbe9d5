package org.leadager.engine.rating;

import java.util.List;

/**
 * The same posterior by brute force, sharing no code with the model: every unknown in one vector
 * (axes, s, δ, then h, x and v of each rater), one full Hessian, plain Newton. Slow, and simple
 * enough to be read against the equation.
 */
final class DensePosterior {
  private final Panels panels;
  private final SubjectRatings ratings;
  private final int raters;
  private final int size;
  final double[] mode;
  final double[][] covariance;

  DensePosterior(Panels panels, SubjectRatings ratings) {
    this.panels = panels;
    this.ratings = ratings;
    raters = ratings.raters();
    size = 2 + Panels.COMPETENCES + 3 + raters * (2 + Panels.COMPETENCES);
    mode = new double[size];
    for (int iteration = 0; iteration < 40; iteration++) {
      double[] gradient = new double[size];
      move(inverse(negativeHessian(gradient)), gradient);
    }
    covariance = inverse(negativeHessian(new double[size]));
  }

  /** A Newton step, shortened so that no unknown moves by more than 1: undamped it can diverge. */
  private void move(double[][] inverse, double[] gradient) {
    double[] step = new double[size];
    double largest = 1;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        step[i] += inverse[i][j] * gradient[j];
      }
      largest = Math.max(largest, Math.abs(step[i]));
    }
    for (int i = 0; i < size; i++) {
      mode[i] += step[i] / largest;
    }
  }

  static int competence(int c) {
    return 2 + c;
  }

  static int source(int g) {
    return 2 + Panels.COMPETENCES + g;
  }

  private int own(int rater) {
    return 2 + Panels.COMPETENCES + 3 + rater * (2 + Panels.COMPETENCES);
  }

  private double[][] negativeHessian(double[] gradient) {
    double[][] h = new double[size][size];
    double rho = panels.priors.axisCorrelation(0, 1);
    double d = 1 - rho * rho;
    h[0][0] = 1 / d;
    h[1][1] = 1 / d;
    h[0][1] = -rho / d;
    h[1][0] = -rho / d;
    for (int c = 0; c < Panels.COMPETENCES; c++) {
      h[competence(c)][competence(c)] = 1 / (.30 * .30);
    }
    for (int g = 0; g < 3; g++) {
      h[source(g)][source(g)] = 1 / (.45 * .45);
    }
    for (int r = 0; r < raters; r++) {
      int at = own(r);
      h[at][at] = 1 / panels.priors.haloVariance(ratings.raterSource(r));
      for (int k = 1; k < 2 + Panels.COMPETENCES; k++) {
        h[at + k][at + k] = 1 / (.35 * .35);
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        gradient[i] -= h[i][j] * mode[j];
      }
    }
    for (int n = 0; n < ratings.ratings(); n++) {
      add(n, h, gradient);
    }
    return h;
  }

  private void add(int n, double[][] h, double[] gradient) {
    int i = ratings.item(n);
    int r = ratings.rater(n);
    int g = ratings.raterSource(r);
    RatingItem item = panels.structure.items().get(i);
    int[] at = {
      0,
      1,
      competence(item.competence()),
      source(g),
      own(r),
      own(r) + 1,
      own(r) + 2 + item.competence()
    };
    List<Double> w = item.weights();
    double[] z = {w.get(0), w.get(1), 1, 1, 1, item.slant(), 1};
    double eta = 0;
    for (int k = 0; k < at.length; k++) {
      eta += z[k] * mode[at[k]];
    }
    double a = panels.parameters.slope(i);
    double[] b = panels.parameters.thresholds(i, g);
    int answer = ratings.category(n);
    double low = answer == 1 ? 1 : sigmoid(a * (eta - b[answer - 2]));
    double high = answer == b.length + 1 ? 0 : sigmoid(a * (eta - b[answer - 1]));
    double slope = a * (1 - low - high);
    double curvature = a * a * (low * (1 - low) + high * (1 - high));
    for (int k = 0; k < at.length; k++) {
      gradient[at[k]] += z[k] * slope;
      for (int l = 0; l < at.length; l++) {
        h[at[k]][at[l]] += z[k] * z[l] * curvature;
      }
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** Gauss–Jordan; the matrix is symmetric and positive definite, so no pivoting is needed. */
  private static double[][] inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] m = new double[n][];
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      m[i] = matrix[i].clone();
      out[i][i] = 1;
    }
    for (int p = 0; p < n; p++) {
      double pivot = m[p][p];
      for (int j = 0; j < n; j++) {
        m[p][j] /= pivot;
        out[p][j] /= pivot;
      }
      for (int i = 0; i < n; i++) {
        double factor = i == p ? 0 : m[i][p];
        for (int j = 0; factor != 0 && j < n; j++) {
          m[i][j] -= factor * m[p][j];
          out[i][j] -= factor * out[p][j];
        }
      }
    }
    return out;
  }
}
