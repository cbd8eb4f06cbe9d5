package org.leadager.engine.simulate;

import java.util.List;
import org.leadager.engine.rating.SubjectRatings;

/**
 * One subject's ratings with the truth behind them.
 *
 * @param subject what is true of the subject
 * @param raters what is true of each rater
 * @param answers for each rater one answer per item, 1 … categories
 * @param ratings the same answers as the model scores them
 */
public record SimulatedPanel(
    SubjectTruth subject,
    List<RaterTruth> raters,
    List<List<Integer>> answers,
    SubjectRatings ratings) {
  public SimulatedPanel {
    raters = List.copyOf(raters);
    answers = answers.stream().map(List::copyOf).toList();
  }
}
