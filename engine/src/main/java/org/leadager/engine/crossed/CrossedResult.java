package org.leadager.engine.crossed;

import java.util.List;

/** What a crossed model answered, or the reason why it did not. */
public sealed interface CrossedResult {

  /**
   * Nothing was estimated.
   *
   * @param reason a sentence for the person who brought the data
   */
  record Refused(String reason) implements CrossedResult {}

  /**
   * Answer = group mean + rater + ratee + residual, by REML.
   *
   * @param answers number of answers used
   * @param remlCriterion −2 restricted log-likelihood
   * @param raterVariance between raters
   * @param rateeVariance between ratees
   * @param residualVariance within
   * @param means of the fixed groups, in the order of the data
   * @param raters best linear unbiased predictions, in the order of the data
   * @param ratees best linear unbiased predictions, in the order of the data
   * @param run how the search went
   */
  record Gaussian(
      int answers,
      double remlCriterion,
      double raterVariance,
      double rateeVariance,
      double residualVariance,
      List<Estimate> means,
      List<Level> raters,
      List<Level> ratees,
      Run run)
      implements CrossedResult {}

  /**
   * logit P(answer ≤ k) = threshold_k − group − rater − ratee, by Laplace.
   *
   * @param answers number of answers used
   * @param logLik Laplace's approximation of the log-likelihood
   * @param raterSd standard deviation between raters, logits
   * @param rateeSd standard deviation between ratees, logits
   * @param categories the different answers, ascending
   * @param thresholds one between each two neighbouring categories, named "1|2"
   * @param shifts of the fixed groups against the first one, which is left out
   * @param raters modes of the effects, in the order of the data
   * @param ratees modes of the effects, in the order of the data
   * @param run how the search went
   */
  record Ordinal(
      int answers,
      double logLik,
      Estimate raterSd,
      Estimate rateeSd,
      List<Double> categories,
      List<Estimate> thresholds,
      List<Estimate> shifts,
      List<Level> raters,
      List<Level> ratees,
      Run run)
      implements CrossedResult {}

  /**
   * A fixed parameter.
   *
   * @param name what it belongs to
   * @param value estimate
   * @param se standard error; NaN where it is not to be had
   */
  record Estimate(String name, double value, double se) {}

  /**
   * A rater or a ratee.
   *
   * @param name its label
   * @param effect deviation from the group's mean (high = rates or is rated higher)
   * @param se standard error of prediction
   * @param answers number of answers; with none the effect is 0 and the error the population's
   */
  record Level(String name, double effect, double se, int answers) {}

  /**
   * How the search went.
   *
   * @param steps of the search
   * @param converged whether less than 1e-4 standard errors were left to go
   * @param sets of raters and ratees that no chain of answers links; 1 in a connected design
   * @param warnings what must be known before any figure is believed
   */
  record Run(int steps, boolean converged, int sets, List<String> warnings) {}
}
