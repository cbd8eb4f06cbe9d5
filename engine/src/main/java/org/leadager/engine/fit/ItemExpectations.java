package org.leadager.engine.fit;

import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Quadrature;

/**
 * Expectations, given θ at the nodes, of functions of one item's answer: function 0 is the category
 * code Y, function k ≥ 1 says whether category k was chosen. With their derivatives in the item's
 * free parameters (slopes, then intercepts).
 */
final class ItemExpectations {
  final int functions;
  final int parameters;

  /** E(f | θ_q). */
  final double[][] one;

  /** E(f g | θ_q). */
  final double[][][] two;

  /** ∂E(f | θ_q)/∂parameter. */
  final double[][][] slope;

  ItemExpectations(Calibration calibration, Curves curves, int item, int[] nodes) {
    int[] dims =
        calibration.model().freeSlopes()
            ? calibration.pattern().byItem().get(item).stream()
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray()
            : new int[0];
    functions = curves.intercepts[item].length + 1;
    parameters = dims.length + functions - 1;
    one = new double[functions][nodes.length];
    two = new double[functions][functions][nodes.length];
    slope = new double[parameters][functions][nodes.length];
    Quadrature grid = calibration.grid();
    double[][] g = new double[functions][functions];
    for (int q = 0; q < nodes.length; q++) {
      double[] theta = Population.point(grid, nodes[q]);
      double[] p = curves.probabilities(item, theta);
      calibration.model().scores(curves.eta(item, theta), curves.intercepts[item], p, g);
      for (int k = 1; k < functions; k++) {
        add(q, k, p[k]);
        for (int a = 0; a < parameters; a++) {
          double score = a < dims.length ? g[k][0] * theta[dims[a]] : g[k][a - dims.length + 1];
          slope[a][0][q] += k * p[k] * score;
          slope[a][k][q] = p[k] * score;
        }
      }
    }
  }

  private void add(int q, int k, double p) {
    one[0][q] += k * p;
    one[k][q] = p;
    two[0][0][q] += (double) k * k * p;
    two[0][k][q] = k * p;
    two[k][0][q] = k * p;
    two[k][k][q] = p;
  }

  /** A function's value at an answer. */
  static double value(int function, int code) {
    return function == 0 ? code : function == code ? 1 : 0;
  }
}
