package org.leadager.engine.rating;

/**
 * What is held before the answers about the variances a calibration estimates: log-normal for a
 * variance, normal on the scale of atanh for a correlation of two axes. A spread of 0 holds the
 * centre fixed.
 *
 * @param centre prior medians, and everything that is not estimated: the self source, the leniency,
 *     severity's share
 * @param haloLogSd spread of ln Var(h)
 * @param effectLogSd spread of ln of the variances of s, δ, x and v
 * @param correlationSd spread of atanh ρ
 */
public record VariancePriors(
    RatingPriors centre, double haloLogSd, double effectLogSd, double correlationSd) {
  private static final double WEAK_LOG_SD = 1.5;
  private static final double WEAK_CORRELATION_SD = 1;

  public VariancePriors {
    Check.notNegative(haloLogSd, "the spread of a halo variance");
    Check.notNegative(effectLogSd, "the spread of an effect's variance");
    Check.notNegative(correlationSd, "the spread of a correlation");
  }

  /** For an instrument nobody knows anything about: the answers decide. */
  public static VariancePriors weak(RatingStructure structure) {
    RatingPriors.Builder b = RatingPriors.builder(structure);
    b.competenceSd(.30).sourceSd(.45).slantSd(.35).testletSd(.35);
    for (int g = 0; g < structure.sources(); g++) {
      b.haloVariance(g, 1.5);
    }
    return new VariancePriors(b.build(), WEAK_LOG_SD, WEAK_LOG_SD, WEAK_CORRELATION_SD);
  }
}
