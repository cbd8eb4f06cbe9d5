package org.leadager.engine.fit;

/**
 * How items are tested.
 *
 * @param level below which a corrected p counts as a difference
 * @param correction for the number of items
 * @param rounds at most so many: one tests each item with all others as anchors; in further ones
 *     the items found are free while the others are tested
 */
public record DifOptions(double level, Correction correction, int rounds) {
  /** Five in a hundred, Holm's correction, purified. */
  public static final DifOptions STANDARD = new DifOptions(.05, Correction.HOLM, 6);

  /** Checks the ranges. */
  public DifOptions {
    if (!(level > 0 && level < 1) || rounds < 1) {
      throw new IllegalArgumentException("a level between 0 and 1 and a round are needed");
    }
  }

  /** What is kept below the level. */
  public enum Correction {
    /** The chance of any false finding (Holm 1979). */
    HOLM,
    /** The expected share of false ones among the findings (Benjamini and Hochberg 1995). */
    BENJAMINI_HOCHBERG
  }
}
