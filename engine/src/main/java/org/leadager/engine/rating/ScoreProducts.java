package org.leadager.engine.rating;

/**
 * Sum of g gᵀ over subjects, g the slope of one subject's log-likelihood in all numbers. By the
 * information identity it estimates the information, in weak directions with far less chance than
 * second derivatives have: there those differ between subjects by many times their mean.
 */
final class ScoreProducts {
  private final CalibrationLayout layout;
  private final CalibrationStep step;
  private final CellScores scores;
  private final double[] x;

  /** Σ g gᵀ, size × size, lower triangle. */
  final double[] matrix;

  /** Σ g. */
  final double[] sum;

  ScoreProducts(CalibrationLayout layout, CalibrationStep step, double[] x) {
    this.layout = layout;
    this.step = step;
    this.x = x;
    scores = new CellScores(layout, layout.terms(x));
    matrix = new double[layout.size * layout.size];
    sum = new double[layout.size];
  }

  /** Adds one settled subject. */
  void add(SubjectPropagation fit, CellQuadrature quadrature, CalibrationStatistics moments) {
    double[] g = new double[layout.size];
    for (int c = 0; c < fit.cells.count; c++) {
      fit.tilt(quadrature, c);
      scores.evaluate(fit.cells, c, quadrature);
      for (int j = 0; j < scores.count; j++) {
        g[scores.column[j]] += scores.mean[j];
      }
    }
    new SubjectExpectation(fit, moments).addMoments();
    step.variances.likelihoodGradient(x, moments, g);
    for (int a = 0; a < g.length; a++) {
      sum[a] += g[a];
      for (int b = 0; g[a] != 0 && b <= a; b++) {
        matrix[a * g.length + b] += g[a] * g[b];
      }
    }
  }

  void add(ScoreProducts other) {
    Dense.add(matrix, other.matrix);
    Dense.add(sum, other.sum);
  }
}
