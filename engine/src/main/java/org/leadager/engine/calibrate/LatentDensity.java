package org.leadager.engine.calibrate;

import java.util.Optional;
import org.leadager.engine.kernel.Cholesky;

/**
 * The normal density N(μ, Σ) of the latent traits, with derivatives in the elements of μ and Σ.
 *
 * <p>With W = Σ⁻¹ and u = W(θ − μ): ∂ log φ/∂μ = u, ∂²/∂μ∂μ' = −W, ∂²/∂μ∂Σ_ab = −W E_ab u, ∂ log
 * φ/∂Σ_ab = ½ u'E_ab u − ½ tr(W E_ab), E_ab the symmetric unit matrix; ∂²/∂Σ_ab∂Σ_cd = ½ tr(W E_ab
 * W E_cd) − (E_ab u)'W(E_cd u).
 */
final class LatentDensity {
  private final double[] mean;
  private final double[][] w;
  private final double logDeterminant;

  private LatentDensity(double[] mean, double[][] w, double logDeterminant) {
    this.mean = mean;
    this.logDeterminant = logDeterminant;
    this.w = w;
  }

  static Optional<LatentDensity> of(double[] mean, double[][] sigma) {
    return Cholesky.of(sigma).map(f -> new LatentDensity(mean, f.inverse(), f.logDeterminant()));
  }

  /** Weights of the joint nodes, summing to one; none on the padding. */
  double[] weights(Layout layout) {
    NodeSet nodes = layout.joint;
    double[] weight = new double[nodes.size];
    double sum = 0;
    for (int q = 0; q < weight.length; q++) {
      if (nodes.inside(q, layout.grid.points())) {
        double[] u = precisionTimes(nodes, q);
        double square = 0;
        for (int a = 0; a < w.length; a++) {
          square += (nodes.theta[a][q] - mean[a]) * u[a];
        }
        weight[q] = Math.exp(-square / 2);
        sum += weight[q];
      }
    }
    for (int q = 0; q < weight.length; q++) {
      weight[q] /= sum;
    }
    return weight;
  }

  /** u = W(θ_q − μ). */
  double[] precisionTimes(NodeSet nodes, int q) {
    double[] u = new double[w.length];
    for (int a = 0; a < w.length; a++) {
      for (int b = 0; b < w.length; b++) {
        u[a] += w[a][b] * (nodes.theta[b][q] - mean[b]);
      }
    }
    return u;
  }

  /** ∂ log φ/∂(e-th free parameter of the group). */
  double score(LatentBlock block, int e, double[] u) {
    return e < block.means ? u[e] : score(block.element[e - block.means], u);
  }

  /** ∂² log φ in the e-th and f-th free parameter of the group. */
  double curvature(LatentBlock block, int e, int f, double[] u) {
    int m = block.means;
    if (e < m && f < m) {
      return -w[e][f];
    }
    if (e >= m && f >= m) {
      return curvature(block.element[e - m], block.element[f - m], u);
    }
    double[] unit = unitTimes(block.element[Math.max(e, f) - m], u);
    double sum = 0;
    for (int a = 0; a < unit.length; a++) {
      sum -= w[Math.min(e, f)][a] * unit[a];
    }
    return sum;
  }

  private double score(int[] e, double[] u) {
    double s = u[e[0]] * u[e[1]] - w[e[0]][e[1]];
    return e[0] == e[1] ? s / 2 : s;
  }

  private double curvature(int[] e, int[] f, double[] u) {
    double[] eu = unitTimes(e, u);
    double[] fu = unitTimes(f, u);
    double quadratic = 0;
    for (int a = 0; a < w.length; a++) {
      for (int b = 0; b < w.length; b++) {
        quadratic += eu[a] * w[a][b] * fu[b];
      }
    }
    return halfTrace(e, f) - quadratic;
  }

  /** ½ tr(W E_e W E_f), which is −½ ∂² log |Σ|. */
  double halfTrace(int[] e, int[] f) {
    double trace = w[e[1]][f[0]] * w[f[1]][e[0]] + w[e[1]][f[1]] * w[f[0]][e[0]];
    return (e[0] == e[1] ? 0.5 : 1) * (f[0] == f[1] ? 0.5 : 1) * trace;
  }

  /** log |Σ|. */
  double logDeterminant() {
    return logDeterminant;
  }

  /** ∂ log |Σ| = tr(W E_e). */
  double determinantSlope(int[] e) {
    return w[e[0]][e[1]] * (e[0] == e[1] ? 1 : 2);
  }

  private static double[] unitTimes(int[] e, double[] u) {
    double[] v = new double[u.length];
    v[e[0]] += u[e[1]];
    if (e[0] != e[1]) {
      v[e[1]] += u[e[0]];
    }
    return v;
  }
}
