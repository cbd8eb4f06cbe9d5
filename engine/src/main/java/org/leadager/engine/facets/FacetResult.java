package org.leadager.engine.facets;

import java.util.List;

/** A many-facet calibration, or the reason why there is none. */
public sealed interface FacetResult {

  /**
   * Nothing was estimated.
   *
   * @param reason a sentence for the person who brought the data
   */
  record Refused(String reason) implements FacetResult {}

  /**
   * The estimates.
   *
   * @param deviance −2 log-likelihood
   * @param variance of the subjects
   * @param iterations passes over the data
   * @param converged whether no parameter moved any more
   * @param warnings what must be known before any figure is believed
   * @param items in the order of the data
   * @param raters in the order of the data
   * @param subjects in the order of the data
   */
  record Fitted(
      double deviance,
      double variance,
      int iterations,
      boolean converged,
      List<String> warnings,
      List<Item> items,
      List<Rater> raters,
      List<Subject> subjects)
      implements FacetResult {}

  /**
   * An item.
   *
   * @param name the item
   * @param difficulty mean of its thresholds
   * @param se standard error of the difficulty; NaN where it is not to be had
   * @param thresholds where neighbouring categories are equally likely, for a rater of severity 0
   */
  record Item(String name, double difficulty, double se, List<Double> thresholds) {}

  /**
   * A rater.
   *
   * @param name the rater
   * @param severity logits; the mean over raters is 0; NaN where all answers are extreme
   * @param se standard error; NaN where it is not to be had
   * @param answers number of answers given
   */
  record Rater(String name, double severity, double se, int answers) {}

  /**
   * A subject.
   *
   * @param name the subject
   * @param standing posterior mean (EAP)
   * @param se posterior standard deviation
   */
  record Subject(String name, double standing, double se) {}
}
