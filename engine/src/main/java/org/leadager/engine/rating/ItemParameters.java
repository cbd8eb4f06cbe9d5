package org.leadager.engine.rating;

import java.util.Arrays;

/**
 * Slopes a and ordered thresholds b of every item, the thresholds per source or shared: P(Y ≥ k) =
 * 1 / (1 + exp(−a (η − b_k))), k = 2 … categories. Comes with the uncertainty that scoring carries
 * into its results.
 */
public final class ItemParameters {
  private final double[] slope;

  /** b[item][source][k], k = 0 for the step from category 1 to 2. */
  private final double[][][] threshold;

  private final ItemUncertainty[] uncertainty;
  private final double commonShiftSd;

  private ItemParameters(Builder b) {
    slope = b.slope.clone();
    threshold = new double[slope.length][][];
    for (int i = 0; i < slope.length; i++) {
      Check.that(b.threshold[i].length > 0, "item " + i + " has no parameters");
      threshold[i] = copy(b.threshold[i]);
    }
    uncertainty = b.uncertainty.clone();
    commonShiftSd = b.commonShiftSd;
  }

  private static double[][] copy(double[][] rows) {
    double[][] out = new double[rows.length][];
    for (int g = 0; g < rows.length; g++) {
      out[g] = rows[g].clone();
    }
    return out;
  }

  public static Builder builder(RatingStructure structure) {
    return new Builder(structure);
  }

  public int items() {
    return slope.length;
  }

  public double slope(int item) {
    return slope[item];
  }

  /** Threshold {@code step} = 0 … categories − 2 of an item for raters of one source. */
  public double threshold(int item, int source, int step) {
    return threshold[item][source][step];
  }

  public double[] thresholds(int item, int source) {
    return threshold[item][source].clone();
  }

  public ItemUncertainty uncertainty(int item) {
    return uncertainty[item];
  }

  /** SD of one shift common to all thresholds: the doubt about where the origin lies. */
  public double commonShiftSd() {
    return commonShiftSd;
  }

  /** The live row, for the inner loops of this package only. */
  double[] row(int item, int source) {
    return threshold[item][source];
  }

  boolean isCertain() {
    return commonShiftSd == 0
        && Arrays.stream(uncertainty).allMatch(u -> u.equals(ItemUncertainty.NONE));
  }

  /** Collects parameters item by item; every value is checked at once. */
  public static final class Builder {
    private final RatingStructure structure;
    private final double[] slope;
    private final double[][][] threshold;
    private final ItemUncertainty[] uncertainty;
    private double commonShiftSd;

    private Builder(RatingStructure structure) {
      this.structure = structure;
      int n = structure.items().size();
      slope = new double[n];
      threshold = new double[n][0][0];
      uncertainty = new ItemUncertainty[n];
      Arrays.fill(uncertainty, ItemUncertainty.NONE);
    }

    /** Thresholds shared by all sources. */
    public Builder item(int item, double a, double[] thresholds) {
      double[][] perSource = new double[structure.sources()][];
      Arrays.fill(perSource, thresholds);
      return item(item, a, perSource);
    }

    /** Thresholds per source. */
    public Builder item(int item, double a, double[][] thresholdsPerSource) {
      Check.index(item, slope.length, "item");
      Check.positive(a, "the slope of item " + item);
      Check.that(
          thresholdsPerSource.length == structure.sources(),
          "item " + item + " needs thresholds for " + structure.sources() + " sources");
      for (double[] row : thresholdsPerSource) {
        checkRow(item, row);
      }
      slope[item] = a;
      threshold[item] = copy(thresholdsPerSource);
      return this;
    }

    private void checkRow(int item, double[] row) {
      int steps = structure.items().get(item).categories() - 1;
      Check.that(
          row.length == steps,
          "item " + item + " needs " + steps + " thresholds, not " + row.length);
      for (int k = 0; k < steps; k++) {
        Check.that(Double.isFinite(row[k]), "item " + item + " has a threshold that is no number");
        Check.that(k == 0 || row[k] > row[k - 1], "the thresholds of item " + item + " must rise");
      }
    }

    public Builder uncertainty(int item, ItemUncertainty value) {
      Check.index(item, slope.length, "item");
      uncertainty[item] = value;
      return this;
    }

    public Builder commonShiftSd(double sd) {
      Check.notNegative(sd, "the SD of the common shift");
      commonShiftSd = sd;
      return this;
    }

    public ItemParameters build() {
      return new ItemParameters(this);
    }
  }
}
