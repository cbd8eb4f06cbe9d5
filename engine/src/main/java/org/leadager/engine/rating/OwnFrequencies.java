package org.leadager.engine.rating;

/**
 * Parameters that reproduce a set's own category frequencies, for instruments without day-one
 * parameters: where the search starts, and what items without usable answers keep.
 */
final class OwnFrequencies {
  /** Weight of all of an item's answers from nowhere together: a quarter of one answer. */
  private static final double EXTRA_ANSWERS = .25;

  /** Share of them that is spread evenly, so that no category is ever impossible. */
  private static final double EVEN_SHARE = .2;

  /** Of the size that instruments of this kind have. */
  static final double SLOPE = 1.3;

  /** Doubt about an item that was never estimated. */
  private static final ItemUncertainty UNKNOWN = new ItemUncertainty(.5, 1, .5, 0);

  private final RatingStructure structure;
  private final int[][] count;
  private final double[] spread;

  OwnFrequencies(RatingStructure structure, int[][] count, RatingPriors priors) {
    this.structure = structure;
    this.count = count;
    spread = new double[count.length];
    double halo = 0;
    for (int g = 0; g < structure.sources(); g++) {
      halo += priors.haloVariance(g) / structure.sources();
    }
    for (int i = 0; i < spread.length; i++) {
      spread[i] = Math.sqrt(halo + axisVariance(structure.items().get(i), priors));
    }
  }

  private double axisVariance(RatingItem item, RatingPriors priors) {
    double sum = 0;
    for (int a = 0; a < structure.axes(); a++) {
      for (int b = 0; b < structure.axes(); b++) {
        sum += item.weights().get(a) * item.weights().get(b) * priors.axisCorrelation(a, b);
      }
    }
    return sum;
  }

  /**
   * A fraction of an answer per item, spread over its categories as the answers to all items like
   * it are.
   */
  ExtraAnswers extra() {
    double[][] weight = new double[count.length][];
    for (int i = 0; i < count.length; i++) {
      weight[i] = pooled(count[i].length);
      for (int k = 0; k < weight[i].length; k++) {
        double share = (1 - EVEN_SHARE) * weight[i][k] + EVEN_SHARE / weight[i].length;
        weight[i][k] = EXTRA_ANSWERS * share;
      }
    }
    return new ExtraAnswers(weight, spread);
  }

  /** Category shares over all items with so many categories. */
  private double[] pooled(int categories) {
    double[] share = new double[categories];
    double total = 0;
    for (int[] item : count) {
      for (int k = 0; item.length == categories && k < categories; k++) {
        share[k] += item[k];
        total += item[k];
      }
    }
    for (int k = 0; k < categories; k++) {
      share[k] = total > 0 ? share[k] / total : 1.0 / categories;
    }
    return share;
  }

  /** Thresholds by the logistic–normal approximation of the marginal probabilities. */
  ItemParameters parameters() {
    ItemParameters.Builder b = ItemParameters.builder(structure);
    double[][] extra = extra().weight;
    for (int i = 0; i < count.length; i++) {
      double total = 0;
      for (int k = 0; k < count[i].length; k++) {
        total += count[i][k] + extra[i][k];
      }
      double widening = Math.sqrt(1 + Math.PI / 8 * Math.pow(SLOPE * spread[i], 2)) / SLOPE;
      double[] thresholds = new double[count[i].length - 1];
      double below = 0;
      for (int k = 0; k < thresholds.length; k++) {
        below += (count[i][k] + extra[i][k]) / total;
        thresholds[k] = widening * Math.log(below / (1 - below));
      }
      b.item(i, SLOPE, thresholds).uncertainty(i, UNKNOWN);
    }
    return b.build();
  }
}
