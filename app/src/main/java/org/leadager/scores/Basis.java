package org.leadager.scores;

/** What a round's subjects can be scored with. */
sealed interface Basis {
  /** Name of the parameter set. */
  String parameters();

  /** A model with its parameters. */
  record Model(RoundModel round) implements Basis {
    @Override
    public String parameters() {
      return round.parameters();
    }
  }

  /**
   * No trustworthy parameters.
   *
   * @param reason a plain sentence
   */
  record None(String parameters, String reason) implements Basis {}
}
