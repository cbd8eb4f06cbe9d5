package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.ItemModel;

/**
 * Where each parameter stands in the one vector x that is estimated: per item its free slopes, then
 * its intercepts; at the end the free elements of the latent covariance Σ (lower triangle; unit
 * diagonal where slopes are free). Items with the same dimensions share a {@link NodeSet}; {@code
 * table} says where an item's cells begin in a vector over (item, category, node of its set).
 */
final class Layout {
  final ItemModel model;
  final Priors priors;
  final int[] offset;
  final int[] categories;
  final int[][] dims;
  final int[] setOf;
  final int[] table;
  final int latent;
  final int[][] latentElement;
  final int parameters;
  final SharedSteps shared;
  final Restriction restriction;
  final Quadrature grid;
  final List<NodeSet> sets;
  final NodeSet joint;

  /** Without priors. */
  Layout(ItemResponses y, ItemModel model, LoadingPattern pattern, Quadrature grid) {
    this(y, model, pattern, grid, Priors.NONE);
  }

  Layout(ItemResponses y, ItemModel model, LoadingPattern pattern, Quadrature grid, Priors priors) {
    this.model = model;
    this.priors = priors;
    this.grid = grid;
    int items = y.items();
    offset = new int[items];
    categories = new int[items];
    dims = new int[items][];
    setOf = new int[items];
    table = new int[items + 1];
    joint = new NodeSet(grid, IntStream.range(0, grid.dimensions()).toArray());
    sets = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < items; i++) {
      offset[i] = at;
      categories[i] = y.categories(i);
      dims[i] = pattern.of(i);
      setOf[i] = setFor(dims[i]);
      table[i + 1] = Math.addExact(table[i], categories[i] * nodes(i).size);
      at += slopes(i) + categories[i] - 1;
    }
    latent = at;
    latentElement = latentElements(grid.dimensions(), model.freeSlopes());
    parameters = at + latentElement.length;
    shared = model.sharedSteps() ? SharedSteps.of(y) : SharedSteps.none();
    restriction = new Restriction(parameters, offset, categories, shared);
  }

  private int setFor(int[] of) {
    for (int s = 0; s < sets.size(); s++) {
      if (Arrays.equals(sets.get(s).dims, of)) {
        return s;
      }
    }
    sets.add(of.length == joint.dims.length ? joint : new NodeSet(grid, of));
    return sets.size() - 1;
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

  /** The nodes an item can tell apart. */
  NodeSet nodes(int item) {
    return sets.get(setOf[item]);
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

  /** Logarithm of the priors' density at x, but for a constant. */
  double logPrior(double[] x) {
    double log = 0;
    for (int i = 0; i < items(); i++) {
      for (int a = 0; a < size(i); a++) {
        double off = x[offset[i] + a] - priors.mean(a < slopes(i));
        log -= priors.precision(a < slopes(i)) * off * off / 2;
      }
    }
    return log;
  }

  /** η of an item at every node of its set. */
  double[] eta(double[] x, int item) {
    NodeSet nodes = nodes(item);
    double[] eta = new double[nodes.size];
    for (int j = 0; j < nodes.dims.length; j++) {
      double slope = slope(x, item, j);
      for (int q = 0; q < eta.length; q++) {
        eta[q] += slope * nodes.theta[j][q];
      }
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
