package org.leadager.engine.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.Cholesky;

/**
 * C2 the long way, for four items with three answers: the chances of all 81 patterns by a
 * quadrature of its own, moments and their covariance from them, derivatives by differences, and
 * Browne's form of the statistic over the orthogonal complement of the derivatives.
 */
final class PatternMoments {
  private static final int NODES = 201;
  private final double[][] values;
  private final double[] chance;

  private PatternMoments(double[][] values, double[] chance) {
    this.values = values;
    this.chance = chance;
  }

  static double[] graded(double eta, double d1, double d2) {
    double p1 = 1 / (1 + Math.exp(-eta - d1));
    double p2 = 1 / (1 + Math.exp(-eta - d2));
    return new double[] {1 - p1, p1 - p2, p2};
  }

  static double[] divided(double eta, double d1, double d2) {
    double a = Math.exp(eta + d1);
    double b = Math.exp(2 * eta + d2);
    return new double[] {1 / (1 + a + b), a / (1 + a + b), b / (1 + a + b)};
  }

  /** x: easiness of each item, the first step, the variance. */
  static PatternMoments ratingScale(double[] x, int items) {
    return of(items, 0, x[items + 1], (i, theta) -> divided(theta, x[i] + x[items], 2 * x[i]));
  }

  /** x: slope and two intercepts of each item. */
  static PatternMoments graded(double[] x, int items, double mean, double variance) {
    return of(
        items, mean, variance, (i, theta) -> graded(x[3 * i] * theta, x[3 * i + 1], x[3 * i + 2]));
  }

  interface Law {
    double[] at(int item, double theta);
  }

  private static PatternMoments of(int items, double mean, double variance, Law law) {
    int patterns = (int) Math.pow(3, items);
    double[] chance = new double[patterns];
    double total = 0;
    for (int q = 0; q < NODES; q++) {
      double z = -8 + 16.0 * q / (NODES - 1);
      double weight = Math.exp(-z * z / 2);
      total += weight;
      double[][] p = new double[items][];
      for (int i = 0; i < items; i++) {
        p[i] = law.at(i, mean + Math.sqrt(variance) * z);
      }
      for (int s = 0; s < patterns; s++) {
        double product = weight;
        for (int i = 0; i < items; i++) {
          product *= p[i][answer(s, i)];
        }
        chance[s] += product;
      }
    }
    double sum = total;
    double[][] values = new double[patterns][];
    Arrays.setAll(values, s -> values(s, items));
    return new PatternMoments(values, Arrays.stream(chance).map(c -> c / sum).toArray());
  }

  private static int answer(int pattern, int item) {
    return pattern / (int) Math.pow(3, item) % 3;
  }

  /** What a pattern shows: each category but the lowest, each product of two answers. */
  private static double[] values(int pattern, int items) {
    List<Double> v = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      v.add(answer(pattern, i) == 1 ? 1.0 : 0.0);
      v.add(answer(pattern, i) == 2 ? 1.0 : 0.0);
      for (int j = 0; j < i; j++) {
        v.add((double) answer(pattern, i) * answer(pattern, j));
      }
    }
    return v.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double[] mean() {
    double[] mean = new double[values[0].length];
    for (int s = 0; s < chance.length; s++) {
      for (int a = 0; a < mean.length; a++) {
        mean[a] += chance[s] * values[s][a];
      }
    }
    return mean;
  }

  private static double[] stacked(List<PatternMoments> groups) {
    return groups.stream().flatMapToDouble(g -> Arrays.stream(g.mean())).toArray();
  }

  /** e'Δc (Δc'WΔc)⁻¹ Δc'e with W the covariance of the stacked moments of all groups. */
  static double c2(Function<double[], List<PatternMoments>> model, double[] z, Calibration fit) {
    List<PatternMoments> groups = model.apply(z);
    double[] expected = stacked(groups);
    int n = expected.length;
    double[] e = new double[n];
    double[][] w = new double[n][n];
    int at = 0;
    for (int g = 0; g < groups.size(); g++) {
      at += groups.get(g).place(g, fit, at, e, w);
    }
    List<double[]> basis = new ArrayList<>();
    for (int a = 0; a < z.length; a++) {
      double[] up = z.clone();
      double[] down = z.clone();
      up[a] += 1e-5;
      down[a] -= 1e-5;
      double[] high = stacked(model.apply(up));
      double[] low = stacked(model.apply(down));
      double[] slope = new double[n];
      Arrays.setAll(slope, m -> (high[m] - low[m]) / 2e-5);
      extend(basis, slope);
    }
    int first = basis.size();
    for (int a = 0; a < n; a++) {
      double[] unit = new double[n];
      unit[a] = 1;
      extend(basis, unit);
    }
    return quadratic(basis.subList(first, basis.size()), e, w);
  }

  /** Differences to what the group's rows show, and Ξ / N. */
  private int place(int group, Calibration fit, int at, double[] e, double[][] w) {
    double[] mean = mean();
    double rows = fit.groups().get(group).rows();
    ItemResponses y = fit.responses();
    for (int r = 0; r < y.rows(); r++) {
      int pattern = 0;
      for (int i = y.items() - 1; i >= 0; i--) {
        pattern = 3 * pattern + y.code(r, i);
      }
      for (int a = 0; fit.rows().group(r) == group && a < mean.length; a++) {
        e[at + a] += values[pattern][a] / rows;
      }
    }
    for (int a = 0; a < mean.length; a++) {
      e[at + a] -= mean[a];
      for (int b = 0; b < mean.length; b++) {
        for (int s = 0; s < chance.length; s++) {
          double product = (values[s][a] - mean[a]) * (values[s][b] - mean[b]);
          w[at + a][at + b] += chance[s] * product / rows;
        }
      }
    }
    return mean.length;
  }

  /** Gram and Schmidt, twice; what is left of nothing is left out. */
  private static void extend(List<double[]> basis, double[] v) {
    double before = Math.sqrt(dot(v, v));
    for (int twice = 0; twice < 2; twice++) {
      for (double[] b : basis) {
        double along = dot(v, b);
        for (int i = 0; i < v.length; i++) {
          v[i] -= along * b[i];
        }
      }
    }
    double left = Math.sqrt(dot(v, v));
    if (left > 1e-6 * before) {
      basis.add(Arrays.stream(v).map(x -> x / left).toArray());
    }
  }

  private static double quadratic(List<double[]> complement, double[] e, double[][] w) {
    int n = complement.size();
    double[] c = new double[n];
    double[][] inner = new double[n][n];
    for (int a = 0; a < n; a++) {
      c[a] = dot(complement.get(a), e);
      for (int b = 0; b < n; b++) {
        for (int i = 0; i < e.length; i++) {
          inner[a][b] += complement.get(a)[i] * dot(w[i], complement.get(b));
        }
      }
    }
    return dot(Cholesky.of(inner).orElseThrow().solve(c), c);
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
