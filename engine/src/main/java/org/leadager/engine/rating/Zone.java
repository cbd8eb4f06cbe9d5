package org.leadager.engine.rating;

/** Where a person stands against what the role needs, in words that say how sure we are. */
public enum Zone {
  CLEAR_STRENGTH,
  LIKELY_STRENGTH,
  CANNOT_TELL,
  LIKELY_NEED,
  CLEAR_NEED;

  private static final double CLEAR = .90;
  private static final double LIKELY = .75;

  /** The zone of P(level ≥ need). */
  public static Zone of(double probabilityAbove) {
    if (probabilityAbove >= LIKELY) {
      return probabilityAbove >= CLEAR ? CLEAR_STRENGTH : LIKELY_STRENGTH;
    }
    if (1 - probabilityAbove >= LIKELY) {
      return 1 - probabilityAbove >= CLEAR ? CLEAR_NEED : LIKELY_NEED;
    }
    return CANNOT_TELL;
  }
}
