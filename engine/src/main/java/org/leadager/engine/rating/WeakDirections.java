package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Directions in which answers say little, because subjects' unknowns take up nearly all of a
 * change: each variance and correlation, and origin and unit of each kind of items (those with the
 * same weights on the axes): all thresholds moved, one source's moved, all stretched, all slopes
 * multiplied. They are orthonormal, as vectors in ln a, b, ln variance and atanh ρ.
 */
final class WeakDirections {
  private final CalibrationLayout layout;
  private final CalibrationStep step;
  private final double[] x;
  private final List<double[]> directions = new ArrayList<>();

  private WeakDirections(CalibrationLayout layout, CalibrationStep step, double[] x) {
    this.layout = layout;
    this.step = step;
    this.x = x;
  }

  /**
   * Those at x, numbers at their bounds left out.
   *
   * @param everySlope whether each slope is a direction of its own, not only those of a kind
   *     together
   */
  static List<double[]> at(
      CalibrationLayout layout, CalibrationStep step, double[] x, boolean everySlope) {
    WeakDirections found = new WeakDirections(layout, step, x);
    for (int j = layout.itemSize; j < layout.size; j++) {
      found.addSingle(j);
    }
    found.kinds().forEach(items -> found.addKind(items, everySlope));
    return found.directions;
  }

  private Iterable<List<Integer>> kinds() {
    Map<List<Double>, List<Integer>> kinds = new LinkedHashMap<>();
    for (int i = 0; i < layout.item.length; i++) {
      if (layout.item[i] >= 0) {
        List<Double> weights = layout.structure.items().get(i).weights();
        kinds.computeIfAbsent(weights, w -> new ArrayList<>()).add(i);
      }
    }
    return kinds.values();
  }

  private void addSingle(int j) {
    if (!step.atBound(j, x[j])) {
      double[] u = new double[layout.size];
      u[j] = 1;
      directions.add(u);
    }
  }

  private void addKind(List<Integer> items, boolean everySlope) {
    double[] shift = new double[layout.size];
    double[] stretch = new double[layout.size];
    double[] slopes = new double[layout.size];
    for (int i : items) {
      int at = layout.item[i];
      double[] b = layout.thresholds(x, i);
      for (int k = 0; k < b.length; k++) {
        shift[at + 1 + k] = 1;
        stretch[at + 1 + k] = b[k];
      }
      if (everySlope) {
        addSingle(at);
      } else if (!step.atBound(at, x[at])) {
        slopes[at] = 1;
      }
    }
    addNormed(shift);
    removePart(stretch, shift);
    addNormed(stretch);
    addNormed(slopes);
    for (int g = 0; g < layout.structure.sources(); g++) {
      addShiftOf(g, items);
    }
  }

  private void addShiftOf(int source, List<Integer> items) {
    double[] shift = new double[layout.size];
    for (int i : items) {
      if (layout.shift[i][source] >= 0) {
        shift[layout.shift[i][source]] = 1;
      }
    }
    addNormed(shift);
  }

  private static void removePart(double[] of, double[] unit) {
    double part = dot(of, unit);
    for (int j = 0; j < of.length; j++) {
      of[j] -= part * unit[j];
    }
  }

  /** Adds the direction at length 1; nothing where it has none. */
  private void addNormed(double[] u) {
    double length = Math.sqrt(dot(u, u));
    if (length > 1e-9) {
      for (int j = 0; j < u.length; j++) {
        u[j] /= length;
      }
      directions.add(u);
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
