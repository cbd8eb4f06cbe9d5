package org.leadager.engine.rating;

import java.util.List;

/** A calibrated instrument, or the reason why there is none. */
public sealed interface CalibrationOutcome {
  /**
   * Nothing was estimated.
   *
   * @param reason a sentence for the person who brought the answers
   */
  record NotEnough(String reason) implements CalibrationOutcome {}

  /**
   * Estimates, to be believed only when {@link #converged}.
   *
   * @param outcome {@link Outcome#CONVERGED} or {@link Outcome#NOT_CONVERGED}
   * @param reason a plain sentence when the outcome is not {@link Outcome#CONVERGED}, else empty
   * @param parameters item parameters with their standard errors as uncertainty
   * @param priors estimated variances and correlations
   * @param correlations the axes' correlations that were estimated, with their errors; none where
   *     they are held, at their bounds, or where the answers do not determine them
   * @param fit what they rest on
   * @param warnings in the order in which they were found; empty when nothing
   */
  record Calibrated(
      Outcome outcome,
      String reason,
      ItemParameters parameters,
      RatingPriors priors,
      List<CorrelationEstimate> correlations,
      Fit fit,
      List<CalibrationWarning> warnings)
      implements CalibrationOutcome {
    public Calibrated {
      correlations = List.copyOf(correlations);
      warnings = List.copyOf(warnings);
    }

    public boolean converged() {
      return outcome == Outcome.CONVERGED;
    }
  }

  /**
   * What a calibration rests on.
   *
   * @param subjects with at least one answer that was used
   * @param raters with at least one answer that was used
   * @param ratings answers used
   * @param parameters estimated numbers
   * @param iterations passes over all subjects
   * @param logLikelihood approximate marginal log-likelihood at the estimates, penalties left out
   */
  record Fit(
      int subjects,
      int raters,
      int ratings,
      int parameters,
      int iterations,
      double logLikelihood) {}
}
