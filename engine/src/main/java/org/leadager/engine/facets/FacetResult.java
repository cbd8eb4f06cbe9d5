package org.leadager.engine.facets;

import java.util.List;
import java.util.Optional;

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
   * @param parameters number of free parameters: thresholds, the subjects' variance and, of fixed
   *     raters, a severity for each but one, of random raters their variance
   * @param variance of the subjects
   * @param iterations passes over the data
   * @param converged whether no parameter moved any more
   * @param warnings what must be known before any figure is believed
   * @param items in the order of the data
   * @param raters in the order of the data
   * @param subjects in the order of the data
   * @param random what only a model with random raters has; empty where raters are fixed
   */
  record Fitted(
      double deviance,
      int parameters,
      double variance,
      int iterations,
      boolean converged,
      List<String> warnings,
      List<Item> items,
      List<Rater> raters,
      List<Subject> subjects,
      Optional<Random> random)
      implements FacetResult {

    /** Akaike's criterion. */
    public double aic() {
      return deviance + 2.0 * parameters;
    }

    /**
     * Schwarz's criterion over the subjects with answers, whose standings are what is drawn
     * independently.
     */
    public double bic() {
      long rated = subjects.stream().filter(s -> s.answers() > 0).count();
      return deviance + Math.log((double) rated) * parameters;
    }
  }

  /**
   * How much raters differ, as draws from a population.
   *
   * @param raterVariance of the severities, logits squared
   * @param raterVarianceSe its standard error; NaN at the limit 0
   * @param varianceSe standard error of the subjects' variance; NaN at the limit 0
   */
  record Random(double raterVariance, double raterVarianceSe, double varianceSe) {}

  /**
   * An item.
   *
   * @param name the item
   * @param difficulty mean of its thresholds
   * @param se standard error of the difficulty; NaN where it is not to be had
   * @param thresholds for a rater of severity 0. Partial credit: where neighbouring categories are
   *     equally likely; graded: where this category or a higher one is as likely as not
   */
  record Item(String name, double difficulty, double se, List<Double> thresholds) {}

  /**
   * A rater.
   *
   * @param name the rater
   * @param severity logits. Fixed raters: the mean over raters is 0; NaN where all answers are
   *     extreme. Random raters: posterior mean, drawn towards 0 where answers are few
   * @param se standard error (random raters: posterior deviation); NaN where it is not to be had
   * @param answers number of answers given
   */
  record Rater(String name, double severity, double se, int answers) {}

  /**
   * A subject.
   *
   * @param name the subject
   * @param standing posterior mean (EAP)
   * @param se posterior standard deviation
   * @param answers number of answers behind the standing: without those of raters left out
   */
  record Subject(String name, double standing, double se, int answers) {}
}
