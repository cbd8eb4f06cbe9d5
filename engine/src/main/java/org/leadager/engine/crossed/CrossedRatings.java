package org.leadager.engine.crossed;

import org.leadager.engine.data.Grouping;

/**
 * One answer by row, by whom and about whom; rows may belong to fixed groups (waves, units, forms).
 * A missing answer is NaN. Immutable.
 */
public final class CrossedRatings {
  private final double[] answers;
  private final Grouping raters;
  private final Grouping ratees;
  private final Grouping groups;

  private CrossedRatings(double[] answers, Grouping raters, Grouping ratees, Grouping groups) {
    this.answers = answers;
    this.raters = raters;
    this.ratees = ratees;
    this.groups = groups;
  }

  /**
   * Ratings of one group.
   *
   * @throws IllegalArgumentException when the three differ in rows or an answer is infinite
   */
  public static CrossedRatings of(double[] answers, Grouping raters, Grouping ratees) {
    if (answers.length != raters.rows() || answers.length != ratees.rows()) {
      throw new IllegalArgumentException("answers, raters and ratees differ in rows");
    }
    for (double answer : answers) {
      if (Double.isInfinite(answer)) {
        throw new IllegalArgumentException("an answer is infinite");
      }
    }
    return new CrossedRatings(answers.clone(), raters, ratees, Grouping.single(answers.length));
  }

  /** The same ratings with a fixed effect for each of these groups of rows. */
  public CrossedRatings groupedBy(Grouping fixedGroups) {
    if (fixedGroups.rows() != answers.length) {
      throw new IllegalArgumentException("answers and groups differ in rows");
    }
    return new CrossedRatings(answers, raters, ratees, fixedGroups);
  }

  /** Number of rows, with or without an answer. */
  public int rows() {
    return answers.length;
  }

  /** Answer of a row; NaN where it is missing. */
  public double answer(int row) {
    return answers[row];
  }

  /** Who rates, by row. */
  public Grouping raters() {
    return raters;
  }

  /** Who is rated, by row. */
  public Grouping ratees() {
    return ratees;
  }

  /** The fixed group, by row. */
  public Grouping groups() {
    return groups;
  }

  /** Number of rows with an answer. */
  public int answered() {
    int count = 0;
    for (double answer : answers) {
      if (!Double.isNaN(answer)) {
        count++;
      }
    }
    return count;
  }
}
