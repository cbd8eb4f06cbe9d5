package org.leadager.engine.calibrate;

/**
 * Derivatives of Σ_{kq} r_kq log P_k(θ_q) of one item in its free parameters (slopes, intercepts):
 * ∂/∂a_j = Σ θ_jq ∂/∂η. Used by the M-step, the observed score and the complete information.
 */
final class ItemDerivatives {
  private final Layout layout;
  private final int item;
  private final double[] p;
  private final double[][] g;

  ItemDerivatives(Layout layout, int item) {
    this.layout = layout;
    this.item = item;
    int k = layout.categories[item];
    this.p = new double[k];
    this.g = new double[k][k];
  }

  /** Σ r log P at intercepts and slopes in x. */
  double value(double[] x, Statistics stats) {
    double[] d = layout.intercepts(x, item);
    int nodes = layout.grid.size();
    double sum = 0;
    for (int q = 0; q < nodes; q++) {
      layout.model.probabilities(layout.eta(x, item, q), d, p);
      for (int k = 0; k < p.length; k++) {
        double r = stats.counts[layout.table[item] + k * nodes + q];
        sum += r > 0 ? r * Math.log(p[k]) : 0;
      }
    }
    return sum;
  }

  /** Adds the gradient, and −(expected or exact) Hessian, of the item at the given places. */
  void add(double[] x, Statistics stats, double[] gradient, double[][] information, boolean exact) {
    double[] d = layout.intercepts(x, item);
    int nodes = layout.grid.size();
    int size = p.length;
    double[] r = new double[size];
    for (int q = 0; q < nodes; q++) {
      double eta = layout.eta(x, item, q);
      double total = 0;
      for (int k = 0; k < size; k++) {
        r[k] = stats.counts[layout.table[item] + k * nodes + q];
        total += r[k];
      }
      if (total < 1e-14) {
        continue;
      }
      layout.model.probabilities(eta, d, p);
      layout.model.scores(eta, d, p, g);
      double[][] h = new double[size][size];
      if (exact) {
        layout.model.addCurvature(eta, d, p, r, h);
      } else {
        addExpected(total, h);
      }
      spread(q, r, h, gradient, information);
    }
  }

  private void addExpected(double total, double[][] h) {
    for (int k = 0; k < p.length; k++) {
      for (int a = 0; a < p.length; a++) {
        for (int b = 0; b < p.length; b++) {
          h[a][b] -= total * p[k] * g[k][a] * g[k][b];
        }
      }
    }
  }

  private void spread(int q, double[] r, double[][] h, double[] gradient, double[][] information) {
    int size = layout.size(item);
    for (int a = 0; a < size; a++) {
      double fa = factor(a, q);
      int ia = base(a);
      for (int k = 0; k < p.length; k++) {
        gradient[a] += r[k] == 0 ? 0 : r[k] * g[k][ia] * fa;
      }
      for (int b = 0; b < size; b++) {
        information[a][b] -= h[ia][base(b)] * fa * factor(b, q);
      }
    }
  }

  /** Score of one answer in every free parameter: scores[a][k·Q + q]. */
  double[][] scores(double[] x) {
    double[] d = layout.intercepts(x, item);
    int nodes = layout.grid.size();
    double[][] scores = new double[layout.size(item)][p.length * nodes];
    for (int q = 0; q < nodes; q++) {
      double eta = layout.eta(x, item, q);
      layout.model.probabilities(eta, d, p);
      layout.model.scores(eta, d, p, g);
      for (int a = 0; a < scores.length; a++) {
        for (int k = 0; k < p.length; k++) {
          scores[a][k * nodes + q] = g[k][base(a)] * factor(a, q);
        }
      }
    }
    return scores;
  }

  private int base(int a) {
    int slopes = layout.slopes(item);
    return a < slopes ? 0 : a - slopes + 1;
  }

  private double factor(int a, int q) {
    return a < layout.slopes(item) ? layout.grid.at(layout.dims[item][a], q) : 1;
  }
}
