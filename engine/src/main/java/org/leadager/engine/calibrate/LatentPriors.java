package org.leadager.engine.calibrate;

/**
 * Priors on what is free of a group's latent mean μ and covariance Σ, with correlations R: μ_a
 * normal around 0, log Σ_aa normal around 0, and R with density |R|^(shape − 1), which draws
 * correlations towards zero and away from one (Lewandowski, Kurowicka and Joe 2009). Infinite
 * deviations and a shape of one are no priors.
 *
 * @param meanDeviation how far means are from zero; positive
 * @param logVarianceDeviation how far logarithms of variances are from zero; positive
 * @param correlationShape at least one
 */
public record LatentPriors(
    double meanDeviation, double logVarianceDeviation, double correlationShape) {
  /** Maximum likelihood. */
  public static final LatentPriors NONE =
      new LatentPriors(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1);

  /** Checks the ranges. */
  public LatentPriors {
    if (!(meanDeviation > 0) || !(logVarianceDeviation > 0) || !(correlationShape >= 1)) {
      throw new IllegalArgumentException("deviations must be positive, the shape at least one");
    }
  }

  /** Logarithm of the density of a group's free parameters, but for a constant. */
  double log(LatentBlock group, double[] x) {
    double[] mean = group.mean(x);
    double[][] sigma = group.covariance(x);
    double log = 0;
    double diagonal = 0;
    for (int a = 0; a < sigma.length; a++) {
      double variance = Math.log(sigma[a][a]);
      double v = variance / logVarianceDeviation;
      double m = mean[a] / meanDeviation;
      log -= (v * v + m * m) / 2;
      diagonal += variance;
    }
    double determinant = group.density(x).orElseThrow().logDeterminant();
    return log + (correlationShape - 1) * (determinant - diagonal);
  }

  /** Adds score and −Hessian of that logarithm. */
  void addDerivatives(LatentBlock group, double[] x, double[] g, double[][] information) {
    if (equals(NONE)) {
      return;
    }
    double precision = 1 / (meanDeviation * meanDeviation);
    for (int a = 0; a < group.means; a++) {
      g[a] -= precision * x[group.at + a];
      information[a][a] += precision;
    }
    LatentDensity density = group.density(x).orElseThrow();
    double shape = correlationShape - 1;
    for (int e = 0; e < group.element.length; e++) {
      int at = group.means + e;
      int[] ab = group.element[e];
      g[at] += shape * density.determinantSlope(ab);
      for (int f = 0; f < group.element.length; f++) {
        information[at][group.means + f] += 2 * shape * density.halfTrace(ab, group.element[f]);
      }
      if (ab[0] == ab[1]) {
        addVariance(x[group.at + at], at, g, information);
      }
    }
  }

  /** −½ (log v)²/s² − (shape − 1) log v. */
  private void addVariance(double v, int at, double[] g, double[][] information) {
    double precision = 1 / (logVarianceDeviation * logVarianceDeviation);
    double shape = correlationShape - 1;
    g[at] -= (precision * Math.log(v) + shape) / v;
    information[at][at] += (precision * (1 - Math.log(v)) - shape) / (v * v);
  }
}
