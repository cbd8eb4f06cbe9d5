package org.leadager.engine.calibrate;

import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.ItemModel;

/**
 * Where each parameter stands in the one vector x that is estimated: per item its free slopes, then
 * its intercepts; at the end the free elements of the latent covariance Σ (lower triangle; unit
 * diagonal where slopes are free).
 */
final class Layout {
  final ItemModel model;
  final int[] offset;
  final int[] categories;
  final int[][] dims;
  final int[] table;
  final int latent;
  final int[][] latentElement;
  final int parameters;
  final Quadrature grid;

  Layout(ItemResponses y, ItemModel model, LoadingPattern pattern, Quadrature grid) {
    this.model = model;
    this.grid = grid;
    int items = y.items();
    offset = new int[items];
    categories = new int[items];
    dims = new int[items][];
    table = new int[items + 1];
    int at = 0;
    for (int i = 0; i < items; i++) {
      offset[i] = at;
      categories[i] = y.categories(i);
      dims[i] = pattern.of(i);
      table[i + 1] = table[i] + categories[i] * grid.size();
      at += slopes(i) + categories[i] - 1;
    }
    latent = at;
    latentElement = latentElements(grid.dimensions(), model.freeSlopes());
    parameters = at + latentElement.length;
  }

  private static int[][] latentElements(int dimensions, boolean unitDiagonal) {
    int n = dimensions * (dimensions + (unitDiagonal ? -1 : 1)) / 2;
    int[][] elements = new int[n][];
    int at = 0;
    for (int a = 0; a < dimensions; a++) {
      for (int b = 0; b < a + (unitDiagonal ? 0 : 1); b++) {
        elements[at++] = new int[] {a, b};
      }
    }
    return elements;
  }

  int items() {
    return offset.length;
  }

  /** Number of free slopes of an item. */
  int slopes(int item) {
    return model.freeSlopes() ? dims[item].length : 0;
  }

  int size(int item) {
    return slopes(item) + categories[item] - 1;
  }

  double slope(double[] x, int item, int j) {
    return model.freeSlopes() ? x[offset[item] + j] : 1;
  }

  double[] intercepts(double[] x, int item) {
    double[] d = new double[categories[item] - 1];
    System.arraycopy(x, offset[item] + slopes(item), d, 0, d.length);
    return d;
  }

  double eta(double[] x, int item, int node) {
    double eta = 0;
    for (int j = 0; j < dims[item].length; j++) {
      eta += slope(x, item, j) * grid.at(dims[item][j], node);
    }
    return eta;
  }

  double[][] covariance(double[] x) {
    int n = grid.dimensions();
    double[][] sigma = new double[n][n];
    for (int a = 0; a < n; a++) {
      sigma[a][a] = 1;
    }
    for (int e = 0; e < latentElement.length; e++) {
      sigma[latentElement[e][0]][latentElement[e][1]] = x[latent + e];
      sigma[latentElement[e][1]][latentElement[e][0]] = x[latent + e];
    }
    return sigma;
  }

  boolean admissible(double[] x) {
    for (int i = 0; i < items(); i++) {
      if (!model.admissible(intercepts(x, i))) {
        return false;
      }
    }
    return LatentDensity.of(covariance(x)).isPresent();
  }
}
