package org.leadager.engine.crossed;

import org.jspecify.annotations.Nullable;
import org.leadager.engine.crossed.Propagation.Settled;
import org.leadager.engine.kernel.Cholesky;

/**
 * Minus the log-likelihood by expectation propagation as a function of all thresholds, item by
 * item, and the SDs of subjects and raters. Settled messages are stationary, so that the gradient
 * is that of the explicit parameters alone: Σ_pairs E ∂ log P(y | η).
 */
final class RandomObjective implements QuasiNewton.Objective {
  static final double WIDEST = 50;

  /** Below this no grid resolves the predictor: subjects and raters are all alike. */
  static final double ALIKE = 0.02;

  private final StepModel model;
  private final int[] categories;
  final int parameters;
  final Propagation propagation;

  RandomObjective(Forms forms, StepModel model, int[] categories) {
    this.model = model;
    this.categories = categories;
    this.propagation = new Propagation(forms, model);
    int n = 2;
    for (int k : categories) {
      n += k - 1;
    }
    this.parameters = n;
  }

  @Override
  public QuasiNewton.Point at(double[] x) {
    Settled settled = settle(x);
    if (settled == null) {
      return QuasiNewton.Point.outside(x);
    }
    double[] gradient = new double[parameters];
    double[][] b = thresholds(x);
    int at = 0;
    for (int i = 0; i < b.length; i++) {
      item(i, b[i], settled, gradient, at, null);
      at += b[i].length;
    }
    gradient[at] = -propagation.subjects.slope(x[at]);
    gradient[at + 1] = -propagation.raters.slope(x[at + 1]);
    return new QuasiNewton.Point(x, -settled.logLik, gradient);
  }

  /** Runs the messages at these parameters; null where they are not allowed. */
  @Nullable Settled settle(double[] x) {
    double subjectSd = x[parameters - 2];
    double raterSd = x[parameters - 1];
    double both = Math.hypot(subjectSd, raterSd);
    if (!(both > ALIKE && both < WIDEST)) {
      return null;
    }
    double[][] b = thresholds(x);
    for (double[] one : b) {
      if (!model.valid(one)) {
        return null;
      }
    }
    return propagation.settle(b, subjectSd, raterSd);
  }

  double[][] thresholds(double[] x) {
    double[][] b = new double[categories.length][];
    int at = 0;
    for (int i = 0; i < b.length; i++) {
      b[i] = new double[categories[i] - 1];
      System.arraycopy(x, at, b[i], 0, b[i].length);
      at += b[i].length;
    }
    return b;
  }

  /** Subtracts an item's score from the gradient; adds its square to the information, if given. */
  private void item(
      int i, double[] b, Settled s, double[] gradient, int at, double @Nullable [][] information) {
    double[][] slope = new double[b.length + 1][b.length];
    double[][] counts = s.counts[i];
    for (int q = 0; q < counts[0].length; q++) {
      model.slopes(b, (q - s.table.half) * s.table.spacing, slope);
      for (int k = 0; k <= b.length; k++) {
        double n = counts[k][q];
        for (int j = 0; n > 0 && j < b.length; j++) {
          gradient[at + j] -= n * slope[k][j];
          for (int l = 0; information != null && l < b.length; l++) {
            information[j][l] += n * slope[k][j] * slope[k][l];
          }
        }
      }
    }
  }

  /**
   * A first guess of the inverse curvature: what the answers would tell if every η were known, plus
   * what subjects and raters leave open about the common place of all thresholds; SD² / 2q for SDs.
   */
  double[][] inverseCurvature(double[] x, int subjects, int raters) {
    Settled settled = settle(x);
    double[][] h = new double[parameters][parameters];
    double first = x[parameters - 2] * x[parameters - 2] / subjects;
    double second = x[parameters - 1] * x[parameters - 1] / raters;
    double[][] b = thresholds(x);
    int at = 0;
    for (int i = 0; settled != null && i < b.length; i++) {
      double[][] information = new double[b[i].length][b[i].length];
      item(i, b[i], settled, new double[parameters], at, information);
      double[][] inverse = Cholesky.ridged(information).inverse();
      for (int j = 0; j < b[i].length; j++) {
        System.arraycopy(inverse[j], 0, h[at + j], at, b[i].length);
      }
      at += b[i].length;
    }
    for (int j = 0; j < at; j++) {
      for (int l = 0; l < at; l++) {
        h[j][l] += first + second;
      }
    }
    h[parameters - 2][parameters - 2] = first / 2;
    h[parameters - 1][parameters - 1] = second / 2;
    return h;
  }
}
