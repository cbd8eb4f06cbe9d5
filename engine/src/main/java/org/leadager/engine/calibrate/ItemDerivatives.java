package org.leadager.engine.calibrate;

import java.util.Arrays;
import org.leadager.engine.model.Moments;

/**
 * Derivatives of Σ_{kq} r_kq log P_k(θ_q) of one item in its free parameters (slopes, intercepts):
 * ∂/∂a_j = Σ θ_jq ∂/∂η; the priors' logarithms are part of the sum. Used by the M-step, the
 * observed score and the complete information.
 */
final class ItemDerivatives {
  private static final double NOBODY = 1e-14;
  private final Layout layout;
  private final int item;
  private final NodeSet nodes;
  private final Moments m;
  private final int slopes;
  private final double[] counts;
  final double[] gradient;
  final double[][] information;
  double value;

  ItemDerivatives(Layout layout, int item, Statistics stats) {
    this.layout = layout;
    this.item = item;
    this.nodes = layout.nodes(item);
    this.counts = stats.counts;
    this.slopes = layout.slopes(item);
    this.m = new Moments(layout.categories[item]);
    this.gradient = new double[layout.size(item)];
    this.information = new double[gradient.length][gradient.length];
  }

  /** Value, gradient and Fisher information at the parameters in x. */
  void at(double[] x) {
    double[] d = layout.intercepts(x, item);
    double[] eta = layout.eta(x, item);
    double[] r = new double[layout.categories[item]];
    layout.model.prepare(d, m);
    value = 0;
    clear();
    for (int q = 0; q < nodes.size; q++) {
      if (counts(q, r) > NOBODY) {
        layout.model.moments(eta[q], d, r, m);
        value += m.value;
        spread(q);
      }
    }
    addPriors(x);
    mirror();
  }

  /** The exact negative Hessian instead of the Fisher information. */
  void exactAt(double[] x) {
    double[] d = layout.intercepts(x, item);
    double[] eta = layout.eta(x, item);
    double[] r = new double[layout.categories[item]];
    double[] p = new double[r.length];
    clear();
    for (int q = 0; q < nodes.size; q++) {
      if (counts(q, r) > NOBODY) {
        layout.model.probabilities(eta[q], d, p);
        for (double[] row : m.information) {
          Arrays.fill(row, 0);
        }
        for (int k = 0; k < r.length; k++) {
          r[k] = -r[k];
        }
        layout.model.addCurvature(eta[q], d, p, r, m.information);
        spread(q);
      }
    }
    addPriors(x);
    mirror();
  }

  private void addPriors(double[] x) {
    for (int a = 0; a < gradient.length; a++) {
      double precision = layout.priors.precision(a < slopes);
      double off = x[layout.offset[item] + a] - layout.priors.mean(a < slopes);
      value -= precision * off * off / 2;
      gradient[a] -= precision * off;
      information[a][a] += precision;
    }
  }

  private void clear() {
    Arrays.fill(gradient, 0);
    for (double[] row : information) {
      Arrays.fill(row, 0);
    }
  }

  private double counts(int q, double[] r) {
    double total = 0;
    for (int k = 0; k < r.length; k++) {
      r[k] = counts[layout.table[item] + k * nodes.size + q];
      total += r[k];
    }
    return total;
  }

  /** Adds the moments at a node to the lower triangle. */
  private void spread(int q) {
    for (int a = 0; a < gradient.length; a++) {
      double fa = factor(a, q);
      int ia = base(a);
      gradient[a] += m.gradient[ia] * fa;
      for (int b = 0; b <= a; b++) {
        information[a][b] += m.information[ia][base(b)] * fa * factor(b, q);
      }
    }
  }

  private void mirror() {
    for (int a = 0; a < gradient.length; a++) {
      for (int b = 0; b < a; b++) {
        information[b][a] = information[a][b];
      }
    }
  }

  /** Score of one answer in every free parameter: scores[a][k·nodes + q]. */
  double[][] scores(double[] x) {
    double[] d = layout.intercepts(x, item);
    double[] eta = layout.eta(x, item);
    int categories = layout.categories[item];
    double[] p = new double[categories];
    double[][] g = new double[categories][categories];
    double[][] scores = new double[gradient.length][categories * nodes.size];
    for (int q = 0; q < nodes.size; q++) {
      layout.model.probabilities(eta[q], d, p);
      layout.model.scores(eta[q], d, p, g);
      for (int a = 0; a < scores.length; a++) {
        for (int k = 0; k < categories; k++) {
          scores[a][k * nodes.size + q] = g[k][base(a)] * factor(a, q);
        }
      }
    }
    return scores;
  }

  private int base(int a) {
    return a < slopes ? 0 : a - slopes + 1;
  }

  private double factor(int a, int q) {
    return a < slopes ? nodes.theta[a][q] : 1;
  }
}
