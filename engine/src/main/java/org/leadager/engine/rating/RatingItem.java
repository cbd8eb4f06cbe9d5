package org.leadager.engine.rating;

import java.util.List;

/**
 * What the model knows of an item besides its parameters.
 *
 * @param weights w, one per axis; at least one is not zero
 * @param competence index of the competence it belongs to, or {@link #NO_COMPETENCE}
 * @param slant +1, −1 or 0: how a rater's slant enters this item
 * @param categories number of answers, 3 to 10, coded 1 … categories; a reversed item comes already
 *     reversed
 */
public record RatingItem(List<Double> weights, int competence, int slant, int categories) {
  /** The competence index of an item that belongs to none. */
  public static final int NO_COMPETENCE = -1;

  static final int MIN_CATEGORIES = 3;
  static final int MAX_CATEGORIES = 10;

  public RatingItem {
    weights = List.copyOf(weights);
    Check.that(
        weights.stream().allMatch(Double::isFinite), "an item's axis weights must be finite");
    Check.that(
        weights.stream().anyMatch(w -> w != 0), "an item must have a weight on at least one axis");
    Check.that(competence >= NO_COMPETENCE, "competence index " + competence + " is negative");
    Check.that(Math.abs(slant) <= 1, "slant must be -1, 0 or 1, not " + slant);
    Check.that(
        categories >= MIN_CATEGORIES && categories <= MAX_CATEGORIES,
        "an item has 3 to 10 categories, not " + categories);
  }

  /** True when the item speaks about the given axis and no other. */
  boolean isPure(int axis) {
    for (int a = 0; a < weights.size(); a++) {
      if ((weights.get(a) != 0) != (a == axis)) {
        return false;
      }
    }
    return true;
  }
}
