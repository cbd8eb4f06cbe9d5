package org.leadager.engine.rating;

/**
 * How the posterior mode of the core moves with the item parameters, to first order.
 *
 * <p>At the mode the gradient g(θ, φ) is zero, so dθ/dφ = H⁻¹ ∂g/∂φ. With D for the {@link ItemPull
 * pulls} of all parameters, S⁻¹ D Dᵀ S⁻¹ is the part of the core's covariance that comes from not
 * knowing the items exactly. S⁻¹ is applied to D Dᵀ and to the linear functions that are asked for,
 * never to each column: there are hundreds.
 */
final class ItemSensitivity {
  private final int core;
  private final int columns;

  /** S⁻¹, full. */
  private final double[] given;

  /** D, as {@link ItemPull} lays it out. */
  private final double[] pull;

  private final double[] common;

  ItemSensitivity(ItemPull pulls, double[] given) {
    this.given = given;
    core = pulls.core;
    columns = pulls.columns.size;
    pull = pulls.pull;
    common = pulls.common;
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
    double[] out = new double[pull.length == 0 ? 0 : columns];
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
