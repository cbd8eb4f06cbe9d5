package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.List;

/**
 * Which items to leave out once answers count (from {@link LearningStage#ITEM_UPDATE}): those that
 * hardly tell people apart, and those that people answer the other way round.
 *
 * @param dropped in the order of the items; empty when all stay
 */
public record ItemScreening(List<Dropped> dropped) {
  /** Below this slope an item hardly tells people apart. */
  public static final double LOWEST_SLOPE = .5;

  /** A relation this far below none, in standard errors, is chance in 1 of 20 such items. */
  private static final double CHANCE = Normal.quantile(.95);

  /** Why an item is left out. */
  public enum Cause {
    /** a below {@link #LOWEST_SLOPE}. */
    FLAT,
    /** Who gives it a high answer gives the other items low ones. */
    REVERSED
  }

  /**
   * An item to leave out.
   *
   * @param item its index
   * @param slope a; the model's slopes are positive, so that of a reversed item is near zero, or
   *     held up by its prior
   * @param reason a plain sentence that counts items from 1
   */
  public record Dropped(int item, Cause cause, double slope, String reason) {}

  public ItemScreening {
    dropped = List.copyOf(dropped);
  }

  /**
   * Screens an instrument's items.
   *
   * @param parameters as calibrated on these answers
   * @param subjects the same answers; subjects' own are left out
   */
  public static ItemScreening of(
      RatingStructure structure, ItemParameters parameters, List<SubjectRatings> subjects) {
    ItemRestCorrelation rest = new ItemRestCorrelation(structure);
    subjects.forEach(rest::add);
    List<Dropped> dropped = new ArrayList<>();
    for (int i = 0; i < parameters.items(); i++) {
      double a = parameters.slope(i);
      if (rest.standardised(i) < -CHANCE) {
        dropped.add(
            new Dropped(
                i,
                Cause.REVERSED,
                a,
                ("Item %d: who gives it a high answer gives the other items low ones. Check whether"
                        + " it is worded the other way round.")
                    .formatted(i + 1)));
      } else if (a < LOWEST_SLOPE) {
        dropped.add(
            new Dropped(
                i,
                Cause.FLAT,
                a,
                "Item %d hardly tells people apart: its slope is %.2f, below %.1f. Reword it or leave it out."
                    .formatted(i + 1, a, LOWEST_SLOPE)));
      }
    }
    return new ItemScreening(dropped);
  }
}
