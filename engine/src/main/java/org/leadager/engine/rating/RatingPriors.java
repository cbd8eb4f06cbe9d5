package org.leadager.engine.rating;

import java.util.Arrays;

/**
 * Variances of the model's effects on the scale of η, where each axis has mean 0 and variance 1
 * over subjects.
 */
public final class RatingPriors {
  private final double[] axisCorrelation;
  private final int axes;
  private final double competenceVariance;
  private final double sourceVariance;
  private final double slantVariance;
  private final double testletVariance;
  private final double[] haloVariance;
  private final double[] haloMean;
  private final double severityShare;

  private RatingPriors(Builder b) {
    axes = b.structure.axes();
    axisCorrelation = b.axisCorrelation.clone();
    competenceVariance = b.competenceVariance;
    sourceVariance = b.sourceVariance;
    slantVariance = b.slantVariance;
    testletVariance = b.testletVariance;
    haloVariance = b.haloVariance.clone();
    haloMean = b.haloMean.clone();
    severityShare = b.severityShare;
  }

  public static Builder builder(RatingStructure structure) {
    return new Builder(structure);
  }

  /** ρ between two axes. */
  public double axisCorrelation(int i, int j) {
    return axisCorrelation[i * axes + j];
  }

  /** Var(s). */
  public double competenceVariance() {
    return competenceVariance;
  }

  /** Var(δ). */
  public double sourceVariance() {
    return sourceVariance;
  }

  /** Var(x). */
  public double slantVariance() {
    return slantVariance;
  }

  /** Var(v). */
  public double testletVariance() {
    return testletVariance;
  }

  /** Var(h) of a source's raters; for the self source the doubt about the leniency is inside. */
  public double haloVariance(int source) {
    return haloVariance[source];
  }

  /** Mean of h: zero, and the leniency for the self source. */
  public double haloMean(int source) {
    return haloMean[source];
  }

  /** Share of Var(h) that is the rater's severity t, the same for every subject they rate. */
  public double severityShare() {
    return severityShare;
  }

  double[] axisCorrelation() {
    return axisCorrelation.clone();
  }

  /** The same priors as a builder, to change some of them. */
  Builder toBuilder(RatingStructure structure) {
    Builder b = new Builder(structure);
    System.arraycopy(axisCorrelation, 0, b.axisCorrelation, 0, axisCorrelation.length);
    System.arraycopy(haloVariance, 0, b.haloVariance, 0, haloVariance.length);
    System.arraycopy(haloMean, 0, b.haloMean, 0, haloMean.length);
    b.competenceVariance = competenceVariance;
    b.sourceVariance = sourceVariance;
    b.slantVariance = slantVariance;
    b.testletVariance = testletVariance;
    b.severityShare = severityShare;
    return b;
  }

  /** Collects the variances; those of effects the structure has must be given and positive. */
  public static final class Builder {
    private final RatingStructure structure;
    private final double[] axisCorrelation;
    private final double[] haloVariance;
    private final double[] haloMean;
    private double competenceVariance;
    private double sourceVariance;
    private double slantVariance;
    private double testletVariance;
    private double severityShare;

    private Builder(RatingStructure structure) {
      this.structure = structure;
      axisCorrelation = Dense.identity(structure.axes());
      haloVariance = new double[structure.sources()];
      haloMean = new double[structure.sources()];
    }

    /** ρ between two axes, above −1 and below 1. */
    public Builder axisCorrelation(int i, int j, double rho) {
      int n = structure.axes();
      Check.index(i, n, "axis");
      Check.index(j, n, "axis");
      Check.that(i != j && Math.abs(rho) < 1, "a correlation of two axes lies within -1 and 1");
      axisCorrelation[i * n + j] = rho;
      axisCorrelation[j * n + i] = rho;
      return this;
    }

    public Builder competenceSd(double sd) {
      competenceVariance = square(sd, "the SD of a competence");
      return this;
    }

    public Builder sourceSd(double sd) {
      sourceVariance = square(sd, "the SD of a source's view");
      return this;
    }

    public Builder slantSd(double sd) {
      slantVariance = square(sd, "the SD of a rater's slant");
      return this;
    }

    public Builder testletSd(double sd) {
      testletVariance = square(sd, "the SD of a rater's view of a competence");
      return this;
    }

    public Builder haloVariance(int source, double variance) {
      Check.index(source, structure.sources(), "source");
      Check.positive(variance, "the halo variance of source " + source);
      haloVariance[source] = variance;
      return this;
    }

    /** The subject's own ratings: leniency N(mean, sd²) on top of a halo. */
    public Builder self(double leniencyMean, double leniencySd, double variance) {
      int self = structure.selfSource();
      Check.that(self != RatingStructure.NO_SELF, "the instrument has no self source");
      haloMean[self] = leniencyMean;
      return haloVariance(self, variance + square(leniencySd, "the SD of self-leniency"));
    }

    public Builder severityShare(double share) {
      Check.that(share >= 0 && share < 1, "severity's share of the halo lies in [0, 1)");
      severityShare = share;
      return this;
    }

    private static double square(double sd, String what) {
      Check.positive(sd, what);
      return sd * sd;
    }

    public RatingPriors build() {
      require(Effect.COMPETENCE, competenceVariance);
      require(Effect.SOURCE, sourceVariance);
      require(Effect.SLANT, slantVariance);
      require(Effect.TESTLET, testletVariance);
      Check.that(
          Arrays.stream(haloVariance).allMatch(v -> v > 0), "every source needs a halo variance");
      Check.that(
          Dense.cholesky(axisCorrelation.clone(), structure.axes()),
          "the axes' correlations do not form a positive definite matrix");
      return new RatingPriors(this);
    }

    private void require(Effect effect, double variance) {
      Check.that(!structure.has(effect) || variance > 0, "the effect " + effect + " needs its SD");
    }
  }
}
