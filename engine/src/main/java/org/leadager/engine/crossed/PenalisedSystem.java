package org.leadager.engine.crossed;

/**
 * A = Λ Z'WZ Λ + I, the equations of penalised least squares (Bates et al. 2015, eq. 15), of which
 * the outer factor's diagonal block D is eliminated: S = A_inner − C' D⁻¹ C. Cost: Σ k² over the
 * outer levels' numbers of answers k, and a dense factor of the inner levels.
 */
final class PenalisedSystem {
  private final Design design;
  private final double[] pivot;
  private final double[] cross;
  private final DensePositive schur;

  PenalisedSystem(Design design, double[] weight, double outerSd, double innerSd) {
    this.design = design;
    this.pivot = new double[design.outers];
    this.cross = new double[design.answers];
    double[][] s = new double[design.inners][design.inners];
    for (int j = 0; j < design.inners; j++) {
      s[j][j] = 1;
    }
    for (int e = 0; e < design.answers; e++) {
      cross[e] = outerSd * innerSd * weight[e];
      pivot[design.outer[e]] += outerSd * outerSd * weight[e];
      s[design.inner[e]][design.inner[e]] += innerSd * innerSd * weight[e];
    }
    for (int i = 0; i < design.outers; i++) {
      pivot[i]++;
      eliminate(i, s);
    }
    schur = new DensePositive(s);
  }

  private void eliminate(int i, double[][] s) {
    for (int e = design.start[i]; e < design.start[i + 1]; e++) {
      double scaled = cross[e] / pivot[i];
      int row = design.inner[e];
      for (int f = design.start[i]; f < design.start[i + 1]; f++) {
        if (design.inner[f] >= row) {
          s[row][design.inner[f]] -= scaled * cross[f];
        }
      }
    }
  }

  /** log |A|. */
  double logDeterminant() {
    double sum = schur.logDeterminant();
    for (double d : pivot) {
      sum += Math.log(d);
    }
    return sum;
  }

  /** A⁻¹ b. */
  double[] solve(double[] b) {
    int outers = design.outers;
    double[] x = b.clone();
    double[] rest = new double[design.inners];
    System.arraycopy(b, outers, rest, 0, rest.length);
    for (int e = 0; e < design.answers; e++) {
      int i = design.outer[e];
      rest[design.inner[e]] -= cross[e] * b[i] / pivot[i];
    }
    schur.solve(rest);
    for (int e = 0; e < design.answers; e++) {
      x[design.outer[e]] -= cross[e] * rest[design.inner[e]];
    }
    for (int i = 0; i < outers; i++) {
      x[i] /= pivot[i];
    }
    System.arraycopy(rest, 0, x, outers, rest.length);
    return x;
  }

  /** The elements of A⁻¹ that the answers touch. */
  Spread spread() {
    double[][] inverse = schur.inverse();
    double[] variance = new double[design.effects()];
    double[] covariance = new double[design.answers];
    for (int i = 0; i < design.outers; i++) {
      double sum = 1;
      for (int e = design.start[i]; e < design.start[i + 1]; e++) {
        double q = 0;
        for (int f = design.start[i]; f < design.start[i + 1]; f++) {
          q += cross[f] * element(inverse, design.inner[f], design.inner[e]);
        }
        covariance[e] = -q / pivot[i];
        sum -= cross[e] * covariance[e];
      }
      variance[i] = sum / pivot[i];
    }
    for (int j = 0; j < design.inners; j++) {
      variance[design.outers + j] = inverse[j][j];
    }
    return new Spread(variance, covariance);
  }

  private static double element(double[][] lower, int a, int b) {
    return a > b ? lower[a][b] : lower[b][a];
  }

  /** Variances of the effects in units of their SDs, and their covariance at each answer. */
  static final class Spread {
    final double[] variance;
    final double[] covariance;

    private Spread(double[] variance, double[] covariance) {
      this.variance = variance;
      this.covariance = covariance;
    }
  }
}
