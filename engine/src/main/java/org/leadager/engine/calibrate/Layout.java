package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.ItemModel;

/**
 * Where each parameter stands in the one vector x that is estimated: per item its free slopes, then
 * its intercepts, unless it is held at given values; at the end every group's free latent mean and
 * covariance ({@link LatentBlock}): the first group's mean is zero and its variances are one where
 * slopes are free, unless items are held. Items with the same dimensions share a {@link NodeSet};
 * {@code table} says where an item's cells begin in a vector over (item, category, node of its
 * set).
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
  final LatentBlock[] groups;
  final int parameters;
  final SharedSteps shared;
  final Restriction restriction;
  final Comparison comparison;
  final Quadrature grid;
  final List<NodeSet> sets;
  final NodeSet joint;

  /** Without priors. */
  Layout(ItemResponses y, ItemModel model, LoadingPattern pattern, Quadrature grid) {
    this(y, model, pattern, grid, Priors.NONE, Comparison.NONE);
  }

  Layout(
      ItemResponses y,
      ItemModel model,
      LoadingPattern pattern,
      Quadrature grid,
      Priors priors,
      Comparison comparison) {
    this.model = model;
    this.comparison = comparison;
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
      at += size(i);
    }
    latent = at;
    groups = new LatentBlock[comparison.groups()];
    for (int g = 0; g < groups.length; g++) {
      groups[g] =
          g == 0 && comparison.held().isEmpty()
              ? LatentBlock.centred(at, grid.dimensions(), !model.freeSlopes())
              : LatentBlock.free(at, grid.dimensions());
      at += groups[g].size();
    }
    parameters = at;
    shared = model.sharedSteps() ? SharedSteps.of(y) : SharedSteps.none();
    restriction = new Restriction(parameters, offset, categories, shared).sharing(commonSlopes());
  }

  /** Places in x by items that share their slopes; none where slopes are not free. */
  private List<int[][]> commonSlopes() {
    List<int[][]> places = new ArrayList<>();
    for (List<Integer> items : comparison.commonSlopes()) {
      int[][] of = new int[slopes(items.getFirst())][items.size()];
      for (int j = 0; j < of.length; j++) {
        for (int i = 0; i < items.size(); i++) {
          of[j][i] = offset[items.get(i)] + j;
        }
      }
      places.add(of);
    }
    return places;
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

  int items() {
    return offset.length;
  }

  /** The nodes an item can tell apart. */
  NodeSet nodes(int item) {
    return sets.get(setOf[item]);
  }

  /** Number of free slopes of an item. */
  int slopes(int item) {
    return model.freeSlopes() && !held(item) ? dims[item].length : 0;
  }

  int size(int item) {
    return held(item) ? 0 : slopes(item) + categories[item] - 1;
  }

  private boolean held(int item) {
    return comparison.held().containsKey(item);
  }

  double slope(double[] x, int item, int j) {
    ItemParameters held = comparison.held().get(item);
    if (held != null) {
      return held.slopes().get(dims[item][j]);
    }
    return model.freeSlopes() ? x[offset[item] + j] : 1;
  }

  double[] intercepts(double[] x, int item) {
    ItemParameters held = comparison.held().get(item);
    if (held != null) {
      return held.intercepts().stream().mapToDouble(Double::doubleValue).toArray();
    }
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
    if (!priors.latent().equals(LatentPriors.NONE)) {
      for (LatentBlock group : groups) {
        log += priors.latent().log(group, x);
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

  boolean admissible(double[] x) {
    for (int i = 0; i < items(); i++) {
      if (!model.admissible(intercepts(x, i))) {
        return false;
      }
    }
    return Arrays.stream(groups).allMatch(g -> g.density(x).isPresent());
  }
}
