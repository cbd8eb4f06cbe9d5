package org.leadager.scores;

import java.util.stream.Stream;
import org.leadager.instruments.Parameters;

/** Finds what the subjects of a round are scored with: once for the whole round. */
final class RoundModels {
  private RoundModels() {}

  /**
   * The model of a round.
   *
   * @param panels all panels of the round, read only where the instrument has no parameters
   */
  static Basis of(RoundScope scope, Stream<Panel> panels) {
    if (RatingShape.scored(scope.instrument(), scope.form()).isEmpty()) {
      return new Basis.None("none", "This form asks nothing that an axis could be told from.");
    }
    Parameters parameters = scope.instrument().parameters();
    if (parameters == null) {
      return CalibratedModel.of(scope, panels);
    }
    return DayOneModel.fits(parameters, scope.instrument().axes().size())
        ? new Basis.Model(DayOneModel.of(scope.instrument(), scope.form(), parameters))
        : new Basis.None(
            parameters.version(), "The instrument's parameters contradict each other.");
  }
}
