package org.leadager.engine.crossed;

import java.util.Arrays;
import org.leadager.engine.kernel.Cholesky;

/**
 * Half the profiled REML criterion as a function of the two SDs relative to the residual's (Bates
 * et al. 2015, eq. 41), with its gradient: for a factor with q levels, SD θ, effects u and their
 * variances T in units of θσ, ∂/∂θ = (q − tr T − u'u / σ²) / θ.
 */
final class RemlObjective implements QuasiNewton.Objective {
  private static final double WIDEST = 1e3;
  private final Design design;
  private final double[] weight;
  private final int[] groupSize;

  RemlObjective(Design design) {
    this.design = design;
    this.weight = new double[design.answers];
    Arrays.fill(weight, 1);
    this.groupSize = DesignCheck.sizes(design.group, design.groups);
  }

  @Override
  public QuasiNewton.Point at(double[] x) {
    if (Math.abs(x[0]) > WIDEST || Math.abs(x[1]) > WIDEST) {
      return QuasiNewton.Point.outside(x);
    }
    Solution s = solve(x[0], x[1]);
    double[] gradient = new double[2];
    int[] edge = {0, design.outers, design.effects()};
    for (int factor = 0; factor < 2; factor++) {
      double excess = edge[factor + 1] - edge[factor];
      for (int i = edge[factor]; i < edge[factor + 1]; i++) {
        excess -= s.variance[i] + s.u[i] * s.u[i] / s.residualVariance;
      }
      gradient[factor] = x[factor] == 0 ? 0 : excess / x[factor];
    }
    return new QuasiNewton.Point(x, s.criterion / 2, gradient);
  }

  /**
   * Everything at one θ: μ̂ from X'V⁻¹X μ = X'V⁻¹y, û from A u = ΛZ'(y − Xμ̂), r² = |y − Xμ̂|² −
   * û'ΛZ'(y − Xμ̂), σ̂² = r²/(n − p), and −2ℓ = log|A| + log|X'V⁻¹X| + (n − p)(1 + log 2πσ̂²).
   */
  Solution solve(double outerSd, double innerSd) {
    PenalisedSystem system = new PenalisedSystem(design, weight, outerSd, innerSd);
    double[][] columns = new double[design.groups][];
    double[][] solved = new double[design.groups][];
    for (int g = 0; g < design.groups; g++) {
      columns[g] = groupColumn(g, outerSd, innerSd);
      solved[g] = system.solve(columns[g]);
    }
    Cholesky fixed = Cholesky.ridged(information(columns, solved));
    double[] y = design.collect(design.y, outerSd, innerSd);
    double[] means = fixed.solve(projected(y, solved));
    double[] residual = new double[design.answers];
    double square = 0;
    for (int e = 0; e < residual.length; e++) {
      residual[e] = design.y[e] - means[design.group[e]];
      square += residual[e] * residual[e];
    }
    double[] b = design.collect(residual, outerSd, innerSd);
    double[] u = system.solve(b);
    int df = design.answers - design.groups;
    double variance = (square - dot(b, u)) / df;
    double criterion =
        system.logDeterminant()
            + fixed.logDeterminant()
            + df * (1 + Math.log(2 * Math.PI * variance));
    double[] spread = system.spread().variance;
    addFixed(spread, solved, fixed.inverse());
    return new Solution(criterion, variance, means, fixed.inverseDiagonal(), u, spread);
  }

  private double[] groupColumn(int g, double outerSd, double innerSd) {
    double[] indicator = new double[design.answers];
    for (int e = 0; e < indicator.length; e++) {
      indicator[e] = design.group[e] == g ? 1 : 0;
    }
    return design.collect(indicator, outerSd, innerSd);
  }

  /** X'V⁻¹X = X'X − (ΛZ'X)' A⁻¹ (ΛZ'X). */
  private double[][] information(double[][] columns, double[][] solved) {
    double[][] information = new double[columns.length][columns.length];
    for (int g = 0; g < columns.length; g++) {
      for (int h = 0; h < columns.length; h++) {
        information[g][h] = (g == h ? groupSize[g] : 0) - dot(columns[g], solved[h]);
      }
    }
    return information;
  }

  /** X'V⁻¹y. */
  private double[] projected(double[] y, double[][] solved) {
    double[] sum = new double[solved.length];
    for (int e = 0; e < design.answers; e++) {
      sum[design.group[e]] += design.y[e];
    }
    for (int g = 0; g < sum.length; g++) {
      sum[g] -= dot(y, solved[g]);
    }
    return sum;
  }

  /** What not knowing the means adds to the variances of the effects. */
  private static void addFixed(double[] variance, double[][] solved, double[][] covariance) {
    for (int g = 0; g < solved.length; g++) {
      for (int h = 0; h < solved.length; h++) {
        for (int i = 0; i < variance.length; i++) {
          variance[i] += solved[g][i] * covariance[g][h] * solved[h][i];
        }
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Estimates at given relative SDs; variances in units of the residual's. */
  static final class Solution {
    final double criterion;
    final double residualVariance;
    final double[] means;
    final double[] meanVariance;
    final double[] u;
    final double[] variance;

    private Solution(
        double criterion,
        double residualVariance,
        double[] means,
        double[] meanVariance,
        double[] u,
        double[] variance) {
      this.criterion = criterion;
      this.residualVariance = residualVariance;
      this.means = means;
      this.meanVariance = meanVariance;
      this.u = u;
      this.variance = variance;
    }
  }
}
