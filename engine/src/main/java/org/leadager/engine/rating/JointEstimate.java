package org.leadager.engine.rating;

/** Several quantities with a joint normal posterior: means and full covariance. */
public final class JointEstimate {
  private final double[] mean;
  private final double[] covariance;

  JointEstimate(double[] mean, double[] covariance) {
    this.mean = mean.clone();
    this.covariance = covariance.clone();
  }

  public int size() {
    return mean.length;
  }

  public double mean(int i) {
    return mean[i];
  }

  public double sd(int i) {
    return Math.sqrt(covariance(i, i));
  }

  public double covariance(int i, int j) {
    return covariance[i * mean.length + j];
  }

  /** Correlation of the errors of two of the quantities: the lean of their ellipse. */
  public double correlation(int i, int j) {
    return covariance(i, j) / (sd(i) * sd(j));
  }

  public Estimate get(int i) {
    return new Estimate(mean[i], sd(i));
  }

  /** The difference of two of the quantities. */
  public Estimate difference(int i, int j) {
    double variance = covariance(i, i) + covariance(j, j) - 2 * covariance(i, j);
    return new Estimate(mean[i] - mean[j], Math.sqrt(Math.max(0, variance)));
  }

  /** P(value i ≥ a and value j ≥ b). */
  public double probabilityBothAbove(int i, double a, int j, double b) {
    return BivariateNormal.cdf((mean[i] - a) / sd(i), (mean[j] - b) / sd(j), correlation(i, j));
  }
}
