package org.leadager.engine.fit;

import java.util.Arrays;
import java.util.Optional;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.Cholesky;
import org.leadager.engine.model.ItemModel;

/**
 * ½ log |I(θ)| of one row, I(θ) = Σ_i J_i(η_i) a_i a_i' being the expected information of the items
 * it answered: Jeffreys' penalty, which added to log L gives Warm's (1989) weighted likelihood.
 *
 * <p>With g_k and h_k the first and second derivatives of log P_k in η: J = Σ_k P_k g_k² and, since
 * ∂P_k/∂η = P_k g_k, J' = Σ_k P_k g_k (g_k² + 2 h_k). The gradient is ½ Σ_i J_i' (a_i' I⁻¹ a_i)
 * a_i.
 */
final class WeightedLikelihood {
  private static final double STEP = 1e-4;
  private final ItemModel model;
  private final Curves curves;
  private final ItemResponses y;
  private final int row;
  private final int dimensions;

  WeightedLikelihood(Calibration calibration, Curves curves, int row) {
    this.model = calibration.model();
    this.curves = curves;
    this.y = calibration.responses();
    this.row = row;
    this.dimensions = calibration.pattern().dimensions().size();
  }

  /**
   * Whether the penalty falls without end in every direction, so that there is a finite maximum:
   * the slopes of the answered items must span the traits.
   */
  boolean bounded() {
    double[][] spanned = new double[dimensions][dimensions];
    for (int i = 0; i < curves.items(); i++) {
      if (answered(i)) {
        addOuter(spanned, curves.slopes[i], 1);
      }
    }
    return Cholesky.of(spanned).isPresent();
  }

  private boolean answered(int item) {
    return y.code(row, item) != ItemResponses.MISSING;
  }

  /** ½ log |I(θ)|; −∞ where I(θ) cannot be told from a singular matrix. */
  double value(double[] theta) {
    return Cholesky.of(information(theta))
        .map(factor -> factor.logDeterminant() / 2)
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private double[][] information(double[] theta) {
    double[][] information = new double[dimensions][dimensions];
    for (int i = 0; i < curves.items(); i++) {
      if (answered(i)) {
        addOuter(information, curves.slopes[i], ofEta(i, theta)[0]);
      }
    }
    return information;
  }

  private static void addOuter(double[][] sum, double[] a, double by) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum[i][j] += by * a[i] * a[j];
      }
    }
  }

  /** J and J' of an item. */
  private double[] ofEta(int item, double[] theta) {
    double eta = curves.eta(item, theta);
    double[] d = curves.intercepts[item];
    int categories = d.length + 1;
    double[] p = new double[categories];
    double[][] g = new double[categories][categories];
    double[][] h = new double[categories][categories];
    double[] weight = new double[categories];
    model.probabilities(eta, d, p);
    model.scores(eta, d, p, g);
    double[] information = new double[2];
    for (int k = 0; k < categories; k++) {
      Arrays.stream(h).forEach(line -> Arrays.fill(line, 0));
      weight[k] = 1;
      model.addCurvature(eta, d, p, weight, h);
      weight[k] = 0;
      information[0] += p[k] * g[k][0] * g[k][0];
      information[1] += p[k] * g[k][0] * (g[k][0] * g[k][0] + 2 * h[0][0]);
    }
    return information;
  }

  /** The gradient of the penalty, by trait; zero where I(θ) cannot be told from singular. */
  double[] gradient(double[] theta) {
    double[] gradient = new double[dimensions];
    Optional<Cholesky> factor = Cholesky.of(information(theta));
    for (int i = 0; i < curves.items(); i++) {
      if (answered(i) && factor.isPresent()) {
        double[] a = curves.slopes[i];
        double[] solved = factor.get().solve(a);
        double leverage = 0;
        for (int d = 0; d < dimensions; d++) {
          leverage += a[d] * solved[d];
        }
        double by = ofEta(i, theta)[1] * leverage / 2;
        for (int d = 0; d < dimensions; d++) {
          gradient[d] += by * a[d];
        }
      }
    }
    return gradient;
  }

  /** The penalty's negative Hessian, by central differences of its gradient. */
  double[][] curvature(double[] theta) {
    double[][] curvature = new double[dimensions][dimensions];
    for (int a = 0; a < dimensions; a++) {
      double[] moved = theta.clone();
      moved[a] = theta[a] + STEP;
      double[] up = gradient(moved);
      moved[a] = theta[a] - STEP;
      double[] down = gradient(moved);
      for (int b = 0; b < dimensions; b++) {
        double half = (down[b] - up[b]) / (4 * STEP);
        curvature[a][b] += half;
        curvature[b][a] += half;
      }
    }
    return curvature;
  }
}
