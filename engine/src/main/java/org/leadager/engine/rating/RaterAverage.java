package org.leadager.engine.rating;

import java.util.List;

/**
 * The expected answer over raters who differ by a normal amount, E f(η + spread Z), along the table
 * of a {@link ResponseCurve}.
 *
 * <p>By the trapezoid rule, whose error on the whole line falls like exp(−2π d / h) for steps of h
 * and a function without singularity closer than d to the line (Trefethen and Weideman 2014). For
 * an answer d is π / slope, so steps of the table serve slopes to 10 and beyond, where Gauss rules
 * of like size lose their digits.
 */
final class RaterAverage {
  /** Rule for a single point: nodes from −5.6 to 5.6 SD, beyond which lie 2e-8 of the mass. */
  static final int NODES = 33;

  private static final double NODE_STEP = .35;
  private static final double[] NODE = new double[NODES];
  private static final double[] WEIGHT = new double[NODES];

  static {
    for (int m = 0; m < NODES; m++) {
      NODE[m] = (m - NODES / 2) * NODE_STEP;
      WEIGHT[m] = NODE_STEP * Normal.density(NODE[m]);
    }
  }

  /** Beyond so many SDs a normal number does not fall. */
  private static final double REACH = 8;

  private static final double STEP = ResponseCurve.point(1) - ResponseCurve.point(0);

  private final ModelTerms terms;
  private final int source;
  private final double share;
  private final double[] value = new double[ResponseCurve.POINTS];
  private final double[] slope = new double[ResponseCurve.POINTS];

  /**
   * @param share weight of each item in the expected answer
   */
  RaterAverage(ModelTerms terms, int source, double share) {
    this.terms = terms;
    this.source = source;
    this.share = share;
    java.util.Arrays.fill(value, 1);
  }

  static double node(int m) {
    return NODE[m];
  }

  static double weight(int m) {
    return WEIGHT[m];
  }

  /** Adds items whose raters all differ by the same spread. */
  void add(List<Integer> items, double spread) {
    int half = (int) Math.ceil(REACH * spread / STEP);
    double[] weight = weights(half, spread);
    double[] ownValue = new double[ResponseCurve.POINTS + 2 * half];
    double[] ownSlope = new double[ownValue.length];
    for (int n = 0; n < ownValue.length; n++) {
      double eta = ResponseCurve.point(n - half);
      for (int i : items) {
        double a = terms.parameters.slope(i);
        for (double b : terms.parameters.row(i, source)) {
          double p = 1 / (1 + Math.exp(-a * (eta - b)));
          ownValue[n] += share * p;
          ownSlope[n] += share * a * p * (1 - p);
        }
      }
    }
    for (int n = 0; n < value.length; n++) {
      for (int m = 0; m < weight.length; m++) {
        value[n] += weight[m] * ownValue[n + m];
        slope[n] += weight[m] * ownSlope[n + m];
      }
    }
  }

  /** Normal weights of the table's steps from −half to half, summing to one. */
  private static double[] weights(int half, double spread) {
    double[] weight = new double[2 * half + 1];
    double sum = 0;
    for (int m = 0; m < weight.length; m++) {
      double z = (m - half) * STEP / spread;
      weight[m] = Math.exp(-z * z / 2);
      sum += weight[m];
    }
    for (int m = 0; m < weight.length; m++) {
      weight[m] /= sum;
    }
    return weight;
  }

  ResponseCurve curve() {
    return new ResponseCurve(value, slope);
  }
}
