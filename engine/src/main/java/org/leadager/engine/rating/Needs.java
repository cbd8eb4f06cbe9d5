package org.leadager.engine.rating;

import java.util.Map;
import java.util.OptionalDouble;

/** What a role needs, as an expected answer (1 … categories) per competence; nothing by default. */
public final class Needs {
  private static final Needs NONE = new Needs(Map.of());

  private final Map<Integer, Double> frequency;

  private Needs(Map<Integer, Double> frequency) {
    this.frequency = Map.copyOf(frequency);
  }

  /** No need set: no comparison is made. */
  public static Needs none() {
    return NONE;
  }

  /** Needed expected answer by competence index; competences left out have no need. */
  public static Needs of(Map<Integer, Double> frequencyByCompetence) {
    frequencyByCompetence.forEach(
        (c, f) -> Check.that(Double.isFinite(f) && f >= 1, "need of competence " + c + ": " + f));
    return new Needs(frequencyByCompetence);
  }

  public OptionalDouble of(int competence) {
    Double f = frequency.get(competence);
    return f == null ? OptionalDouble.empty() : OptionalDouble.of(f);
  }

  public boolean isEmpty() {
    return frequency.isEmpty();
  }
}
