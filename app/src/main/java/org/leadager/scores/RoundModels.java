package org.leadager.scores;

import org.leadager.instruments.Parameters;

/** Finds what the subjects of a round are scored with: once for the whole round. */
final class RoundModels {
  private RoundModels() {}

  static Basis of(RoundScope scope) {
    Parameters parameters = scope.instrument().parameters();
    if (RatingShape.scored(scope.instrument(), scope.form()).isEmpty()) {
      return new Basis.None("none", "This form asks nothing that an axis could be told from.");
    }
    if (parameters == null) {
      return new Basis.None("none", "This instrument comes without parameters.");
    }
    return DayOneModel.fits(parameters, scope.instrument().axes().size())
        ? new Basis.Model(DayOneModel.of(scope.instrument(), scope.form(), parameters))
        : new Basis.None(
            parameters.version(), "The instrument's parameters contradict each other.");
  }
}
