package org.leadager.engine.model;

import java.util.Arrays;

/**
 * Divide-by-total probabilities P_k ∝ exp(kη + d_k), d_0 = 0: what the models of the partial credit
 * family have in common.
 */
sealed interface Divided extends ItemModel
    permits GeneralisedPartialCredit, PartialCredit, RatingScale {

  @Override
  default void probabilities(double eta, double[] d, double[] p) {
    double largest = 0;
    for (int k = 1; k < p.length; k++) {
      p[k] = k * eta + d[k - 1];
      largest = Math.max(largest, p[k]);
    }
    p[0] = 0;
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = Math.exp(p[k] - largest);
      sum += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
  }

  /** ∂ log P_k/∂η = k − E(Y); ∂ log P_k/∂d_j = [k = j] − P_j. */
  @Override
  default void scores(double eta, double[] d, double[] p, double[][] g) {
    double mean = mean(p);
    for (int k = 0; k < p.length; k++) {
      g[k][0] = k - mean;
      for (int j = 1; j < p.length; j++) {
        g[k][j] = (k == j ? 1 : 0) - p[j];
      }
    }
  }

  /** The curvature is −Cov of (Y, indicators), whatever the answer. */
  @Override
  default void addCurvature(double eta, double[] d, double[] p, double[] weight, double[][] h) {
    double total = 0;
    double mean = mean(p);
    double square = 0;
    for (int k = 0; k < p.length; k++) {
      total += weight[k];
      square += p[k] * k * k;
    }
    h[0][0] -= total * (square - mean * mean);
    for (int j = 1; j < p.length; j++) {
      double cross = total * p[j] * (j - mean);
      h[0][j] -= cross;
      h[j][0] -= cross;
      for (int k = 1; k < p.length; k++) {
        h[j][k] -= total * ((j == k ? p[j] : 0) - p[j] * p[k]);
      }
    }
  }

  /** A sum over categories at every point: nothing stays the same. */
  @Override
  default void prepare(double[] d, Moments m) {}

  /** Value, gradient Σ r (k − E), r_j − nP_j, and information n·Cov of (Y, indicators). */
  @Override
  default void moments(double eta, double[] d, double[] r, Moments m) {
    double[] p = m.p;
    probabilities(eta, d, p);
    double n = 0;
    double score = 0;
    m.value = 0;
    for (int k = 0; k < p.length; k++) {
      n += r[k];
      score += k * r[k];
      m.value += r[k] == 0 ? 0 : r[k] * Math.log(Math.max(p[k], Double.MIN_NORMAL));
      m.gradient[k] = 0;
      Arrays.fill(m.information[k], 0);
    }
    double mean = mean(p);
    m.gradient[0] = score - n * mean;
    for (int j = 1; j < p.length; j++) {
      m.gradient[j] = r[j] - n * p[j];
      m.information[0][0] += n * p[j] * j * (j - mean);
      m.information[0][j] = n * p[j] * (j - mean);
      m.information[j][0] = m.information[0][j];
      for (int k = 1; k < p.length; k++) {
        m.information[j][k] = n * p[j] * ((j == k ? 1 : 0) - p[k]);
      }
    }
  }

  @Override
  default double[] start(double[] share) {
    double[] d = new double[share.length - 1];
    for (int k = 1; k < share.length; k++) {
      d[k - 1] = Math.log(Math.max(share[k], 1e-6) / Math.max(share[0], 1e-6));
    }
    return d;
  }

  /** k(η + c) + d_k: the k-th intercept moves by kc. */
  @Override
  default double[] shifted(double[] d, double change) {
    double[] moved = d.clone();
    for (int k = 0; k < d.length; k++) {
      moved[k] += (k + 1) * change;
    }
    return moved;
  }

  @Override
  default boolean admissible(double[] d) {
    return true;
  }

  private static double mean(double[] p) {
    double mean = 0;
    for (int k = 1; k < p.length; k++) {
      mean += k * p[k];
    }
    return mean;
  }
}
