package org.leadager.engine.rating;

/**
 * How the posterior mode of the core moves with the item parameters, to first order.
 *
 * <p>At the mode the gradient g(θ, φ) is zero, so dθ/dφ = H⁻¹ ∂g/∂φ. Columns hold S⁻¹ Σ ω (∂ℓ'/∂φ)
 * u times the SD of φ; their outer product is the part of the core's covariance that comes from not
 * knowing the items exactly.
 */
final class ItemSensitivity {
  private final PosteriorMode mode;
  private final ModelTerms terms;
  private final ParameterColumns columns;
  private final int core;

  /** Column φ starts at φ · core. */
  private final double[] moved;

  private final double[] common;
  private final GradedResponse response = new GradedResponse();

  ItemSensitivity(PosteriorMode mode, ParameterColumns columns) {
    this.mode = mode;
    this.columns = columns;
    terms = mode.posterior.terms;
    core = mode.posterior.layout.size;
    common = new double[core];
    moved = new double[terms.parameters.isCertain() ? 0 : columns.size * core];
    if (moved.length > 0) {
      gather();
      solve();
    }
  }

  private void gather() {
    Panel panel = mode.posterior.panel;
    double[] u = new double[core];
    double[] hx = new double[2];
    for (int r = 0; r < panel.raters; r++) {
      for (int b = panel.raterStart[r]; b < panel.raterStart[r + 1]; b++) {
        double intercept = mode.posterior.intercept(mode.state, r, b);
        for (int n = panel.blockStart[b]; n < panel.blockStart[b + 1]; n++) {
          int i = panel.item[n];
          mode.elimination.project(r, b, i, u, hx);
          gatherRating(r, n, intercept + mode.posterior.slopePart(mode.state, r, i), u);
        }
      }
    }
  }

  /** ∂ℓ'/∂φ of one answer: thresholds pull by a² p (1 − p), the slope by a ∂ℓ'/∂a. */
  private void gatherRating(int r, int n, double eta, double[] u) {
    Panel panel = mode.posterior.panel;
    int i = panel.item[n];
    int g = panel.source[r];
    int k = panel.answer[n];
    double a = terms.parameters.slope(i);
    double[] bounds = terms.bound[i][g];
    response.evaluate(eta, a, bounds, terms.logGap[i][g], k);
    double omega = panel.weight[r];
    double byLogSlope = response.slope;
    if (k > 0) {
      byLogSlope -= response.lowerPull * (eta - bounds[k]);
      add(columns.threshold(i, k - 1), omega * response.lowerPull, u);
    }
    if (k < bounds.length - 2) {
      byLogSlope -= response.upperPull * (eta - bounds[k + 1]);
      add(columns.threshold(i, k), omega * response.upperPull, u);
    }
    add(columns.logSlope(i), omega * byLogSlope, u);
    add(columns.shift(i), omega * response.weight, u);
    add(columns.sourceShift(i, g), omega * response.weight, u);
    for (int j = 0; j < core; j++) {
      common[j] += omega * response.weight * u[j];
    }
  }

  private void add(int column, double factor, double[] u) {
    int at = column * core;
    for (int j = 0; j < core; j++) {
      moved[at + j] += factor * u[j];
    }
  }

  private void solve() {
    double[] one = new double[core];
    for (int column = 0; column < columns.size; column++) {
      double sd = columns.sd(column);
      System.arraycopy(moved, column * core, one, 0, core);
      if (sd == 0) {
        java.util.Arrays.fill(one, 0);
      } else {
        Dense.solve(mode.elimination.matrix, core, one);
      }
      for (int j = 0; j < core; j++) {
        moved[column * core + j] = sd * one[j];
      }
    }
    Dense.solve(mode.elimination.matrix, core, common);
    for (int j = 0; j < core; j++) {
      common[j] *= terms.parameters.commonShiftSd();
    }
  }

  /** Adds to the core's covariance what comes from uncertain items. */
  void addTo(double[] covariance) {
    for (int at = 0; at < moved.length; at += core) {
      for (int j = 0; j < core; j++) {
        double mj = moved[at + j];
        if (mj != 0) {
          for (int k = 0; k < core; k++) {
            covariance[j * core + k] += mj * moved[at + k];
          }
        }
      }
    }
  }

  /** How a linear function of the core moves with each parameter's SD. */
  double[] of(double[] functional) {
    double[] out = new double[moved.length == 0 ? 0 : columns.size];
    for (int column = 0; column < out.length; column++) {
      out[column] = dot(functional, moved, column * core);
    }
    return out;
  }

  /** How a linear function of the core moves with one SD of the common shift. */
  double ofCommonShift(double[] functional) {
    return dot(functional, common, 0);
  }

  private double dot(double[] functional, double[] values, int at) {
    double sum = 0;
    for (int j = 0; j < core; j++) {
      sum += functional[j] * values[at + j];
    }
    return sum;
  }
}
