package org.leadager.engine.rating;

/**
 * P(X ≤ h, Y ≤ k) of a standard bivariate normal pair.
 *
 * <p>Plackett's identity: the derivative of the probability with respect to ρ is the density, so
 * the probability is Φ(h) Φ(k) plus an integral over the correlation from 0 to ρ. With ρ = sin θ
 * the integrand stays bounded; Gauss–Legendre pieces integrate it. Close to |ρ| = 1 the integral
 * runs from ±1 instead, where the probability is known (Drezner and Wesolowsky 1990).
 */
final class BivariateNormal {
  private static final int PIECES = 8;
  private static final double[] NODE;
  private static final double[] WEIGHT;

  static {
    GaussRule rule = GaussRule.legendre(20);
    NODE = rule.nodes();
    WEIGHT = rule.weights();
  }

  private BivariateNormal() {}

  static double cdf(double h, double k, double rho) {
    Check.that(rho >= -1 && rho <= 1, "a correlation lies within -1 and 1, not " + rho);
    double theta = Math.asin(rho);
    double p;
    if (Math.abs(rho) < .925) {
      p = Normal.cdf(h) * Normal.cdf(k) + integral(h, k, 0, theta);
    } else if (rho > 0) {
      p = Normal.cdf(Math.min(h, k)) - integral(h, k, theta, Math.PI / 2);
    } else {
      p = Math.max(0, Normal.cdf(h) - Normal.cdf(-k)) + integral(h, k, -Math.PI / 2, theta);
    }
    return Math.min(1, Math.max(0, p));
  }

  /** ∫ exp(−(h² − 2hk sin t + k²) / (2 cos² t)) dt / 2π. */
  private static double integral(double h, double k, double from, double to) {
    double sum = 0;
    double step = (to - from) / PIECES;
    for (int piece = 0; piece < PIECES; piece++) {
      double mid = from + (piece + .5) * step;
      for (int i = 0; i < NODE.length; i++) {
        sum += WEIGHT[i] * integrand(h, k, mid + NODE[i] * step / 2);
      }
    }
    return sum * step / 2 / (2 * Math.PI);
  }

  private static double integrand(double h, double k, double t) {
    double sin = Math.sin(t);
    double cos2 = Math.cos(t) * Math.cos(t);
    double exponent = (h * h - 2 * h * k * sin + k * k) / (2 * cos2);
    return cos2 == 0 ? 0 : Math.exp(-exponent);
  }
}
