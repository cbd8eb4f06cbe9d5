package org.leadager.engine.rating;

import java.util.Arrays;

/**
 * Scores s = ∂ ln P / ∂φ of one cell's answers in the item parameters φ (ln a, the two thresholds
 * around each answer, the source's shift), under the cell's tilted distribution of η. G = Cov(s, η)
 * / Var(η) is how s goes along with η: a Gaussian posterior tells cells' scores together by it.
 * What is left of Cov(s) beside it stays within the cell.
 *
 * <p>G is not the mean of ∂s/∂η, which equals it only for a Gaussian: with G, moving all thresholds
 * of a cell by the same is exactly moving its η, as expectation propagation has it.
 */
final class CellScores {
  private final CalibrationLayout layout;
  private final ModelTerms terms;
  private final double[][] gap;
  private final GradedDerivatives derivatives = new GradedDerivatives();

  /** Columns of the cell's numbers, and how many there are. */
  int[] column = new int[12];

  int count;

  /** G. */
  double[] along = new double[12];

  /** Means of the scores. */
  double[] mean = new double[12];

  /** Weight of the cell's rater. */
  private double omega;

  /** By number and node: scores, then what is left of them beside G. */
  private double[][] score = {};

  CellScores(CalibrationLayout layout, ModelTerms terms) {
    this.layout = layout;
    this.terms = terms;
    gap = new double[terms.bound.length][];
    for (int i = 0; i < gap.length; i++) {
      gap[i] = GradedDerivatives.gaps(terms.parameters.slope(i), terms.bound[i][0]);
    }
  }

  /** Evaluates cell c, whose quadrature was tilted last. */
  void evaluate(Cells cells, int c, CellQuadrature quadrature) {
    Panel panel = cells.panel;
    int nodes = quadrature.weight.length;
    count = 0;
    omega = panel.weight[cells.rater[c]];
    for (int e = cells.start[c]; e < cells.start[c + 1]; e++) {
      int n = cells.row[e];
      if (layout.item[panel.item[n]] >= 0) {
        addAnswer(panel.item[n], panel.source[cells.rater[c]], panel.answer[n], quadrature);
      }
    }
    for (int j = 0; j < count; j++) {
      double[] s = score[j];
      mean[j] = 0;
      for (int q = 0; q < nodes; q++) {
        mean[j] += quadrature.weight[q] * s[q];
      }
      double covariance = 0;
      for (int q = 0; q < nodes; q++) {
        s[q] -= mean[j];
        covariance += quadrature.weight[q] * s[q] * (quadrature.eta[q] - quadrature.mean);
      }
      along[j] = covariance / quadrature.variance;
      for (int q = 0; q < nodes; q++) {
        s[q] -= along[j] * (quadrature.eta[q] - quadrature.mean);
      }
    }
  }

  private void addAnswer(int i, int g, int k, CellQuadrature quadrature) {
    int nodes = quadrature.weight.length;
    reserve(count + 4, nodes);
    double a = terms.parameters.slope(i);
    double[] bounds = terms.bound[i][g];
    double[] logGap = terms.logGap[i][g];
    int slope = count++;
    column[slope] = layout.item[i];
    int lower = k > 0 ? count++ : -1;
    int upper = k < logGap.length - 1 ? count++ : -1;
    int shift = layout.shift[i][g] >= 0 ? count++ : -1;
    for (int q = 0; q < nodes; q++) {
      derivatives.evaluate(quadrature.eta[q], a, bounds, logGap, gap[i][k], k);
      score[slope][q] = omega * derivatives.byLogSlope;
      if (lower >= 0) {
        column[lower] = layout.item[i] + k;
        score[lower][q] = omega * derivatives.byLower;
      }
      if (upper >= 0) {
        column[upper] = layout.item[i] + k + 1;
        score[upper][q] = omega * derivatives.byUpper;
      }
      if (shift >= 0) {
        column[shift] = layout.shift[i][g];
        score[shift][q] = omega * (derivatives.byLower + derivatives.byUpper);
      }
    }
  }

  private void reserve(int numbers, int nodes) {
    if (numbers > column.length) {
      column = Arrays.copyOf(column, 2 * numbers);
      along = Arrays.copyOf(along, 2 * numbers);
      mean = Arrays.copyOf(mean, 2 * numbers);
    }
    int old = score.length;
    if (numbers > old) {
      score = Arrays.copyOf(score, column.length);
      for (int j = old; j < score.length; j++) {
        score[j] = new double[nodes];
      }
    }
  }

  /** Adds the covariance of what is left of the scores to the lower triangle. */
  void addWithin(CellQuadrature quadrature, double[] matrix, int size) {
    for (int j = 0; j < count; j++) {
      for (int k = 0; k < count; k++) {
        if (column[k] <= column[j]) {
          double sum = 0;
          for (int q = 0; q < quadrature.weight.length; q++) {
            sum += quadrature.weight[q] * score[j][q] * score[k][q];
          }
          matrix[column[j] * size + column[k]] += sum;
        }
      }
    }
  }
}
