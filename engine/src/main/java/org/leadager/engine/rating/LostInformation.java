package org.leadager.engine.rating;

/**
 * What is lost because a subject's unknowns are not observed (Louis 1982): the posterior covariance
 * of the complete answers' scores. Between cells it is Gᵀ H⁻¹ G, with H the posterior precision of
 * the unknowns and G how each cell's {@link CellScores scores} go along with them; within a cell,
 * what is left of them comes on top. H⁻¹ is taken apart as {@link Elimination} did it: testlets,
 * raters, core.
 */
final class LostInformation {
  private final CellScores scores;
  private final int size;
  private final double[] matrix;
  private final SparseRow local = new SparseRow(2);
  private final SparseRow testlet = new SparseRow(1);
  private double[] core = {};

  /**
   * @param matrix size × size; the lower triangle grows
   */
  LostInformation(CellScores scores, int size, double[] matrix) {
    this.scores = scores;
    this.size = size;
    this.matrix = matrix;
  }

  /** Adds what one settled subject loses. */
  void add(SubjectPropagation fit, CellQuadrature quadrature) {
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
        testlet.addTo(matrix, size, new double[] {fit.elimination.testletShare(b)});
      }
      if (last || cells.rater[c + 1] != r) {
        double[] d = fit.elimination.raterInverse;
        local.addTo(matrix, size, new double[] {d[3 * r], d[3 * r + 1], d[3 * r + 2]});
      }
    }
    addCore(fit.elimination.matrix, n);
  }

  private void addCell(
      SubjectPropagation fit, CellQuadrature quadrature, int c, double[] u, double[] hx) {
    scores.evaluate(fit.cells, c, quadrature);
    scores.addWithin(quadrature, matrix, size);
    for (int j = 0; j < scores.count; j++) {
      gather(scores.column[j], scores.along[j], u, hx);
    }
  }

  private void gather(int column, double value, double[] u, double[] hx) {
    for (int j = 0; j < u.length; j++) {
      core[column * u.length + j] += value * u[j];
    }
    local.add(column, value * hx[0], value * hx[1]);
    testlet.add(column, value, 0);
  }

  private void addCore(double[] factor, int n) {
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
        matrix[a * size + b] += sum;
      }
    }
  }
}
