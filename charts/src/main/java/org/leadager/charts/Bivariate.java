package org.leadager.charts;

/**
 * A bivariate normal posterior of the two axes, in the units of their scales. It leans, because the
 * errors of the two axes are shared.
 */
public record Bivariate(
    double meanAcross, double meanUp, double varianceAcross, double covariance, double varianceUp) {
  /** Room for the last bits of a covariance computed elsewhere. */
  private static final double ROUNDING = 1e-9;

  public Bivariate {
    Checks.finite("mean", meanAcross, meanUp);
    Checks.finite("covariance", varianceAcross, covariance, varianceUp);
    if (varianceAcross < 0 || varianceUp < 0) {
      throw new IllegalArgumentException("A variance below nought");
    }
    if (covariance * covariance > varianceAcross * varianceUp * (1 + ROUNDING)) {
      throw new IllegalArgumentException("A correlation beyond one");
    }
  }
}
