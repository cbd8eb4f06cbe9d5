package org.leadager.engine.rating;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The answer for a subject nobody has rated: the priors, marked as such. */
final class Unscored {
  private Unscored() {}

  static SubjectScore priorOnly(ModelTerms terms) {
    int n = terms.axes;
    JointEstimate joint = new JointEstimate(new double[n], terms.priors.axisCorrelation());
    return new SubjectScore(
        Outcome.NO_RATINGS,
        "There are no answers to score.",
        0,
        new SubjectScore.PanelSize(0, 0, 0),
        joint,
        IntStream.range(0, n).mapToObj(a -> new AxisScore(a, joint.get(a), null, null)).toList(),
        List.of(),
        List.of(),
        OptionalDouble.empty(),
        IntStream.range(0, n).mapToObj(a -> 0.0).toList());
  }
}
