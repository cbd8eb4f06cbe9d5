package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The penalised observed information about all numbers at once: items, variances, correlations.
 * Complete minus lost ({@link LostInformation}) is good but where nearly all is lost: there a small
 * error of what is lost is a large one of what is left. In these {@link WeakDirections} the slope
 * of the gradient, which expectation propagation has exactly, takes its place (the symmetric update
 * of Powell 1970, Broyden and Shanno).
 *
 * <p>Of many subjects, many times as many as numbers, it is the sum of their {@link ScoreProducts}
 * instead: one pass, and less chance in it. A number at its bound counts as known.
 */
final class CalibrationInformation {
  /** To both sides, for the number that a direction moves most. */
  private static final double DIFFERENCE = .02;

  /** Many subjects: so many at least, and so many for each number. */
  private static final int MANY = 4000;

  private static final int MANY_PER_NUMBER = 10;

  private final CalibrationLayout layout;
  private final CalibrationStep step;
  private final ExpectationStep expectation;

  CalibrationInformation(
      CalibrationLayout layout, CalibrationStep step, ExpectationStep expectation) {
    this.layout = layout;
    this.step = step;
    this.expectation = expectation;
  }

  /** At x; size × size, in ln a, b, ln variance and atanh ρ. */
  double[] at(double[] x) {
    return at(x, true);
  }

  /** The same within a few hundredths, for half the work: good enough to take a step with. */
  double[] forSteps(double[] x) {
    return at(x, false);
  }

  private double[] at(double[] x, boolean everySlope) {
    double[] out = isMany() ? scoreProducts(x) : observed(x, everySlope);
    holdWhatIsAtItsBound(x, out);
    return out;
  }

  private boolean isMany() {
    return expectation.subjects() > Math.max(MANY, MANY_PER_NUMBER * layout.size);
  }

  /** Around the mean score, which the priors' slope keeps from being nothing. */
  private double[] scoreProducts(double[] x) {
    int n = layout.itemSize;
    int size = layout.size;
    CalibrationStatistics here = expectation.run(layout.terms(x));
    ScoreProducts products = expectation.scoreProducts(layout, step, x);
    double[] penalty = step.items.curvature(x, here, 0);
    double[] out = new double[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b <= a; b++) {
        double mean = products.sum[a] * products.sum[b] / expectation.subjects();
        out[a * size + b] = products.matrix[a * size + b] - mean + (a < n ? penalty[a * n + b] : 0);
        out[b * size + a] = out[a * size + b];
      }
    }
    step.variances.addPriorCurvature(out);
    return out;
  }

  private double[] observed(double[] x, boolean everySlope) {
    double[] out = completeMinusLost(x);
    List<double[]> directions = new ArrayList<>();
    List<double[]> products = new ArrayList<>();
    for (double[] u : WeakDirections.at(layout, step, x, everySlope)) {
      double reach = reach(x, u);
      double[] below = layout.moved(x, u, -reach);
      double[] above = layout.moved(x, u, reach);
      if (layout.correlationsFit(below) && layout.correlationsFit(above)) {
        directions.add(u);
        products.add(slope(below, above, reach));
      }
    }
    update(out, directions, products);
    return out;
  }

  /** Never so far that an item's thresholds, as close as they may be, come near to meeting. */
  private double reach(double[] x, double[] u) {
    double reach = DIFFERENCE / Arrays.stream(u).map(Math::abs).max().orElse(1);
    for (int i = 0; i < layout.item.length; i++) {
      double[] b = layout.item[i] >= 0 ? layout.thresholds(x, i) : new double[0];
      for (int k = 1; k < b.length; k++) {
        int at = layout.item[i] + 1 + k;
        reach = Math.min(reach, (b[k] - b[k - 1]) / (4 * Math.abs(u[at] - u[at - 1])));
      }
    }
    return reach;
  }

  private double[] completeMinusLost(double[] x) {
    int n = layout.itemSize;
    int size = layout.size;
    CalibrationStatistics here = expectation.run(layout.terms(x));
    double[] complete = step.items.curvature(x, here, 1);
    double[] lost = expectation.lost(layout, layout.terms(x));
    double[] out = new double[size * size];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b <= a; b++) {
        out[a * size + b] = complete[a * n + b] - lost[a * n + b];
        out[b * size + a] = out[a * size + b];
      }
    }
    for (int j = n; j < size; j++) {
      out[j * size + j] = 1;
    }
    return out;
  }

  /** Minus the slope of the gradient from below to above: the information times the direction. */
  private double[] slope(double[] below, double[] above, double reach) {
    double[] low = step.gradient(below, expectation.run(layout.terms(below)), 1);
    double[] high = step.gradient(above, expectation.run(layout.terms(above)), 1);
    for (int a = 0; a < low.length; a++) {
      low[a] = (low[a] - high[a]) / (2 * reach);
    }
    return low;
  }

  /**
   * The symmetric matrix nearest to A that gives these products with these orthonormal directions:
   * with R = W − A U, A + R Uᵀ + U Rᵀ − U (Uᵀ R) Uᵀ.
   */
  private static void update(double[] a, List<double[]> directions, List<double[]> products) {
    List<double[]> residuals = new ArrayList<>();
    for (int k = 0; k < directions.size(); k++) {
      residuals.add(residual(a, directions.get(k), products.get(k)));
    }
    for (int k = 0; k < directions.size(); k++) {
      double[] u = directions.get(k);
      double[] r = residuals.get(k);
      for (int l = 0; l < directions.size(); l++) {
        double[] v = directions.get(l);
        double both = (WeakDirections.dot(v, r) + WeakDirections.dot(residuals.get(l), u)) / 2;
        r = plus(r, -both / 2, v);
      }
      addBothWays(a, u, r);
    }
  }

  private static double[] residual(double[] a, double[] u, double[] product) {
    double[] r = product.clone();
    for (int i = 0; i < r.length; i++) {
      for (int j = 0; j < r.length; j++) {
        r[i] -= a[i * r.length + j] * u[j];
      }
    }
    return r;
  }

  private static double[] plus(double[] a, double factor, double[] b) {
    double[] out = a.clone();
    for (int j = 0; j < out.length; j++) {
      out[j] += factor * b[j];
    }
    return out;
  }

  /** A + r uᵀ + u rᵀ. */
  private static void addBothWays(double[] a, double[] u, double[] r) {
    int n = u.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i * n + j] += r[i] * u[j] + u[i] * r[j];
      }
    }
  }

  private void holdWhatIsAtItsBound(double[] x, double[] a) {
    int n = layout.size;
    for (int j = 0; j < n; j++) {
      if (layout.isBounded(j) && step.atBound(j, x[j])) {
        for (int k = 0; k < n; k++) {
          a[j * n + k] = 0;
          a[k * n + j] = 0;
        }
        a[j * n + j] = 1;
      }
    }
  }
}
