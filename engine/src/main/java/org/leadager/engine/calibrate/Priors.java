package org.leadager.engine.calibrate;

/**
 * Independent normal priors on item parameters, for maximum a posteriori estimates where data are
 * few: slopes around a mean, intercepts around zero. An infinite deviation is no prior.
 *
 * @param slopeMean where slopes are expected
 * @param slopeDeviation how far from there, in standard deviations of the normal; positive
 * @param interceptDeviation how far intercepts are from zero; positive
 * @param latent on means, variances and correlations of the traits
 */
public record Priors(
    double slopeMean, double slopeDeviation, double interceptDeviation, LatentPriors latent) {
  /** Maximum likelihood. */
  public static final Priors NONE =
      new Priors(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Weak ones for answer scales: slopes 1.5 ± 1, intercepts 0 ± 4. */
  public static final Priors WEAK = new Priors(1.5, 1, 4);

  /** On item parameters only. */
  public Priors(double slopeMean, double slopeDeviation, double interceptDeviation) {
    this(slopeMean, slopeDeviation, interceptDeviation, LatentPriors.NONE);
  }

  /** The same with these priors on the traits. */
  public Priors latent(LatentPriors traits) {
    return new Priors(slopeMean, slopeDeviation, interceptDeviation, traits);
  }

  /** Checks the deviations. */
  public Priors {
    if (!(slopeDeviation > 0) || !(interceptDeviation > 0) || !Double.isFinite(slopeMean)) {
      throw new IllegalArgumentException("priors need a mean and positive deviations");
    }
  }

  double mean(boolean slope) {
    return slope ? slopeMean : 0;
  }

  /** 1/deviation². */
  double precision(boolean slope) {
    double deviation = slope ? slopeDeviation : interceptDeviation;
    return 1 / (deviation * deviation);
  }
}
