package org.leadager.engine.rating;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Everything the model says about one subject.
 *
 * @param outcome how the search for the posterior's top ended
 * @param reason a plain sentence when the outcome is not {@link Outcome#CONVERGED}, else empty
 * @param iterations Newton steps taken
 * @param panel raters and answers used, and steps taken
 * @param joint joint posterior of all axes: means, covariance, ellipse
 * @param axes each axis
 * @param competences each competence; empty for an instrument without them
 * @param sourceViews the sources with answers, for an instrument with source views; else empty
 * @param bothAbove P(every axis ≥ its need) for an instrument with two axes, when both needs exist
 * @param commonShift change of each axis for a shift of one SD of the origin: the doubt that a mean
 *     over many subjects does not average away
 */
public record SubjectScore(
    Outcome outcome,
    String reason,
    int iterations,
    PanelSize panel,
    JointEstimate joint,
    List<AxisScore> axes,
    List<CompetenceScore> competences,
    List<SourceView> sourceViews,
    OptionalDouble bothAbove,
    List<Double> commonShift) {
  /**
   * What a score rests on.
   *
   * @param raters raters with at least one answer
   * @param ratings answers
   * @param sharedRaters raters whose severity was told from what they say about others
   */
  public record PanelSize(int raters, int ratings, int sharedRaters) {}

  public SubjectScore {
    axes = List.copyOf(axes);
    competences = List.copyOf(competences);
    sourceViews = List.copyOf(sourceViews);
    commonShift = List.copyOf(commonShift);
  }

  public boolean converged() {
    return outcome == Outcome.CONVERGED;
  }
}
