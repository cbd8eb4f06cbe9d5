package org.leadager.engine.rating;

/**
 * How the posterior mode of the core moves with the item parameters, to first order.
 *
 * <p>At the mode the gradient g(θ, φ) is zero, so dθ/dφ = H⁻¹ ∂g/∂φ. Columns hold Σ ω (∂ℓ'/∂φ) u
 * times the SD of φ; with D for all of them, S⁻¹ D Dᵀ S⁻¹ is the part of the core's covariance that
 * comes from not knowing the items exactly. S⁻¹ is applied to D Dᵀ and to the linear functions that
 * are asked for, never to each column: there are hundreds.
 */
final class ItemSensitivity {
  private final PosteriorMode mode;
  private final ModelTerms terms;
  private final ParameterColumns columns;
  private final int core;

  /** S⁻¹, full. */
  private final double[] given;

  /** D: column φ starts at φ · core, zeros fill up fours; empty when the items are certain. */
  private final double[] pull;

  private final double[] common;
  private final GradedResponse response = new GradedResponse();

  ItemSensitivity(PosteriorMode mode, ParameterColumns columns, double[] given) {
    this.mode = mode;
    this.columns = columns;
    this.given = given;
    terms = mode.posterior.terms;
    core = mode.posterior.layout.size;
    common = new double[core];
    pull = new double[terms.parameters.isCertain() ? 0 : (columns.size + 3) / 4 * 4 * core];
    if (pull.length > 0) {
      gather();
      scale();
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
      pull[at + j] += factor * u[j];
    }
  }

  private void scale() {
    for (int column = 0; column < columns.size; column++) {
      double sd = columns.sd(column);
      for (int j = column * core; j < (column + 1) * core; j++) {
        pull[j] *= sd;
      }
    }
    for (int j = 0; j < core; j++) {
      common[j] *= terms.parameters.commonShiftSd();
    }
  }

  /** Adds to the core's covariance what comes from uncertain items. */
  void addTo(double[] covariance) {
    if (pull.length == 0) {
      return;
    }
    double[] product = times(given, outerProduct());
    for (int j = 0; j < core; j++) {
      for (int k = 0; k < core; k++) {
        double sum = 0;
        for (int l = 0; l < core; l++) {
          sum += product[j * core + l] * given[k * core + l];
        }
        covariance[j * core + k] += sum;
      }
    }
  }

  /** D Dᵀ, full; four columns at a time, so that the sum is loaded and stored a fourth as often. */
  private double[] outerProduct() {
    double[] out = new double[core * core];
    for (int at = 0; at < pull.length; at += 4 * core) {
      for (int j = 0; j < core; j++) {
        addFour(at, j, out);
      }
    }
    return out;
  }

  private void addFour(int at, int j, double[] out) {
    double p = pull[at + j];
    double q = pull[at + core + j];
    double r = pull[at + 2 * core + j];
    double s = pull[at + 3 * core + j];
    if (p == 0 && q == 0 && r == 0 && s == 0) {
      return;
    }
    for (int k = 0; k < core; k++) {
      out[j * core + k] +=
          p * pull[at + k]
              + q * pull[at + core + k]
              + r * pull[at + 2 * core + k]
              + s * pull[at + 3 * core + k];
    }
  }

  private double[] times(double[] a, double[] b) {
    double[] out = new double[core * core];
    for (int j = 0; j < core; j++) {
      for (int l = 0; l < core; l++) {
        double factor = a[j * core + l];
        for (int k = 0; k < core; k++) {
          out[j * core + k] += factor * b[l * core + k];
        }
      }
    }
    return out;
  }

  /** How a linear function of the core moves with each parameter's SD. */
  double[] of(double[] functional) {
    double[] out = new double[pull.length == 0 ? 0 : columns.size];
    if (out.length > 0) {
      double[] solved = solved(functional);
      for (int column = 0; column < out.length; column++) {
        out[column] = dot(solved, pull, column * core);
      }
    }
    return out;
  }

  /** How a linear function of the core moves with one SD of the common shift. */
  double ofCommonShift(double[] functional) {
    return dot(solved(functional), common, 0);
  }

  /** S⁻¹ f. */
  private double[] solved(double[] functional) {
    double[] out = new double[core];
    for (int j = 0; j < core; j++) {
      if (functional[j] != 0) {
        for (int k = 0; k < core; k++) {
          out[k] += functional[j] * given[j * core + k];
        }
      }
    }
    return out;
  }

  private double dot(double[] solved, double[] values, int at) {
    double sum = 0;
    for (int j = 0; j < core; j++) {
      sum += solved[j] * values[at + j];
    }
    return sum;
  }
}
