package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * All answers about one subject in flat columns: one row per answer, missing answers simply absent.
 * The subject's own answers may be among them; they are recognised by their source and scored
 * apart.
 */
public final class SubjectRatings {
  /** The identity of a rater who rates this subject only, as far as anyone knows. */
  public static final int NO_IDENTITY = -1;

  final int[] raterSource;
  final double[] raterWeight;
  final int[] raterIdentity;
  final int[] rater;
  final int[] item;

  /** 1-based. */
  final int[] category;

  private SubjectRatings(Builder b) {
    raterSource = ints(b.source);
    raterIdentity = ints(b.identity);
    raterWeight = b.weight.stream().mapToDouble(Double::doubleValue).toArray();
    rater = ints(b.rater);
    item = ints(b.item);
    category = ints(b.category);
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  public static Builder builder(RatingStructure structure) {
    return new Builder(structure);
  }

  public int raters() {
    return raterSource.length;
  }

  public int ratings() {
    return rater.length;
  }

  public int raterSource(int r) {
    return raterSource[r];
  }

  public int rater(int row) {
    return rater[row];
  }

  public int item(int row) {
    return item[row];
  }

  /** The answer, 1 … categories. */
  public int category(int row) {
    return category[row];
  }

  /** Collects raters, then their answers; every argument is checked at once. */
  public static final class Builder {
    private final RatingStructure structure;
    private final List<Integer> source = new ArrayList<>();
    private final List<Integer> identity = new ArrayList<>();
    private final List<Double> weight = new ArrayList<>();
    private final List<Integer> rater = new ArrayList<>();
    private final List<Integer> item = new ArrayList<>();
    private final List<Integer> category = new ArrayList<>();
    private final BitSet seen = new BitSet();

    private Builder(RatingStructure structure) {
      this.structure = structure;
    }

    /** Adds a rater with full weight and returns their index. */
    public int rater(int sourceIndex) {
      return rater(sourceIndex, 1, NO_IDENTITY);
    }

    /**
     * Adds a rater and returns their index.
     *
     * @param raterWeightValue 1, or less for a rater whose answers look careless
     * @param raterIdentityValue the same number wherever the same person rates, not negative; or
     *     {@link #NO_IDENTITY}
     */
    public int rater(int sourceIndex, double raterWeightValue, int raterIdentityValue) {
      Check.index(sourceIndex, structure.sources(), "source");
      Check.that(
          raterWeightValue > 0 && raterWeightValue <= 1,
          "a rater's weight lies in (0, 1], not " + raterWeightValue);
      Check.that(raterIdentityValue >= NO_IDENTITY, "a rater's identity must not be negative");
      source.add(sourceIndex);
      weight.add(raterWeightValue);
      identity.add(raterIdentityValue);
      return source.size() - 1;
    }

    /** Adds one answer, 1 … categories of its item; a rater answers an item once. */
    public Builder rating(int raterIndex, int itemIndex, int answer) {
      Check.index(raterIndex, source.size(), "rater");
      Check.index(itemIndex, structure.items().size(), "item");
      int categories = structure.items().get(itemIndex).categories();
      Check.that(
          answer >= 1 && answer <= categories,
          "item " + itemIndex + ": answer " + answer + " is not within 1.." + categories);
      int cell = raterIndex * structure.items().size() + itemIndex;
      if (seen.get(cell)) {
        throw new IllegalArgumentException(
            "rater " + raterIndex + " answers item " + itemIndex + " twice");
      }
      seen.set(cell);
      rater.add(raterIndex);
      item.add(itemIndex);
      category.add(answer);
      return this;
    }

    public SubjectRatings build() {
      return new SubjectRatings(this);
    }
  }
}
