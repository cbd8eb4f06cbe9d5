package org.leadager.engine.rating;

/**
 * What is lost because a subject's unknowns are not observed (Louis 1982): with θ the unknowns, H
 * their posterior precision and G = ∂² ln P / ∂θ ∂φ, information about the item parameters φ falls
 * by Gᵀ H⁻¹ G. H⁻¹ is taken apart as {@link Elimination} did it: testlets, raters, core.
 */
final class LostInformation {
  private final CalibrationLayout layout;
  private final int size;
  private final double[] matrix;
  private final GradedDerivatives derivatives = new GradedDerivatives();
  private final SparseRow local = new SparseRow(2);
  private final SparseRow testlet = new SparseRow(1);
  private double[] core = {};

  /**
   * @param matrix size × size; the lower triangle is reduced
   */
  LostInformation(CalibrationLayout layout, int size, double[] matrix) {
    this.layout = layout;
    this.size = size;
    this.matrix = matrix;
  }

  /** Reduces the information by one settled subject's part. */
  void subtract(SubjectPropagation fit, CellQuadrature quadrature) {
    Cells cells = fit.cells;
    int n = fit.posterior.layout.size;
    core = new double[size * n];
    double[] u = new double[n];
    double[] hx = new double[2];
    for (int c = 0; c < cells.count; c++) {
      int r = cells.rater[c];
      int b = cells.block[c];
      fit.elimination.project(r, b, cells.item[c], u, hx);
      fit.tilt(quadrature, c);
      addCell(fit, quadrature, c, u, hx);
      boolean last = c + 1 == cells.count;
      if (last || cells.block[c + 1] != b) {
        testlet.subtractFrom(matrix, size, new double[] {fit.elimination.testletShare(b)});
      }
      if (last || cells.rater[c + 1] != r) {
        double[] d = fit.elimination.raterInverse;
        local.subtractFrom(matrix, size, new double[] {d[3 * r], d[3 * r + 1], d[3 * r + 2]});
      }
    }
    subtractCore(fit.elimination.matrix, n);
  }

  private void addCell(
      SubjectPropagation fit, CellQuadrature quadrature, int c, double[] u, double[] hx) {
    Panel panel = fit.cells.panel;
    int r = fit.cells.rater[c];
    for (int e = fit.cells.start[c]; e < fit.cells.start[c + 1]; e++) {
      int row = fit.cells.row[e];
      int i = panel.item[row];
      int k = panel.answer[row];
      double[] bounds = fit.terms.bound[i][panel.source[r]];
      double[] mixed = new double[3];
      for (int q = 0; q < quadrature.weight.length; q++) {
        double weight = panel.weight[r] * quadrature.weight[q];
        if (weight > 0) {
          derivatives.evaluateMixed(quadrature.eta[q], fit.terms, i, panel.source[r], k);
          mixed[0] += weight * derivatives.mixedLogSlope;
          mixed[1] += weight * derivatives.mixedLower;
          mixed[2] += weight * derivatives.mixedUpper;
        }
      }
      int at = layout.item[i];
      add(at, mixed[0], u, hx);
      if (k > 0) {
        add(at + k, mixed[1], u, hx);
      }
      if (k < bounds.length - 2) {
        add(at + k + 1, mixed[2], u, hx);
      }
    }
  }

  private void add(int column, double value, double[] u, double[] hx) {
    for (int j = 0; j < u.length; j++) {
      core[column * u.length + j] += value * u[j];
    }
    local.add(column, value * hx[0], value * hx[1]);
    testlet.add(column, value, 0);
  }

  private void subtractCore(double[] factor, int n) {
    double[] one = new double[n];
    for (int column = 0; column < size; column++) {
      System.arraycopy(core, column * n, one, 0, n);
      Dense.inverseForm(factor, n, one);
      System.arraycopy(one, 0, core, column * n, n);
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += core[a * n + j] * core[b * n + j];
        }
        matrix[a * size + b] -= sum;
      }
    }
  }
}
