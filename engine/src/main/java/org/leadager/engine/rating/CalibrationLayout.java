package org.leadager.engine.rating;

import java.util.Arrays;

/**
 * Where each estimated number stands in one vector: per item ln a, the first threshold, the ln of
 * each gap to the next and the sources' shifts; then ln variances, then atanh of the axes'
 * correlations. Any vector is admissible but for correlations of three axes.
 */
final class CalibrationLayout {
  final RatingStructure structure;

  /** Values of everything that is not estimated. */
  final ItemParameters baseItems;

  final RatingPriors basePriors;

  /** First number of each item; −1 for an item that is not estimated. */
  final int[] item;

  /** Position of each item's shift for each source; −1 when there is none. */
  final int[][] shift;

  final SourceShifts shifts;

  /** Position of ln Var(h) by source, of ln variance by effect; −1 when held. */
  final int[] halo;

  final int[] effect;

  /** Position of atanh ρ_ij by i · axes + j, i above j; −1 when held. */
  final int[] correlation;

  final int size;

  /** Numbers of all items; they come first. */
  final int itemSize;

  CalibrationLayout(
      RatingStructure structure,
      ItemParameters items,
      VariancePriors variances,
      boolean[] usable,
      boolean[] haloFree,
      SourceShifts shifts) {
    this.structure = structure;
    baseItems = items;
    basePriors = variances.centre();
    this.shifts = shifts;
    item = new int[usable.length];
    shift = new int[usable.length][structure.sources()];
    int next = 0;
    for (int i = 0; i < usable.length; i++) {
      item[i] = usable[i] ? next : -1;
      next += usable[i] ? structure.items().get(i).categories() : 0;
      for (int g = 0; g < structure.sources(); g++) {
        shift[i][g] = usable[i] && shifts.has(i, g) ? next++ : -1;
      }
    }
    itemSize = next;
    halo = new int[structure.sources()];
    for (int g = 0; g < halo.length; g++) {
      halo[g] = haloFree[g] && variances.haloLogSd() > 0 ? next++ : -1;
    }
    effect = new int[CalibrationStatistics.EFFECTS.length];
    for (int e = 0; e < effect.length; e++) {
      boolean free = structure.has(CalibrationStatistics.EFFECTS[e]) && variances.effectLogSd() > 0;
      effect[e] = free ? next++ : -1;
    }
    int axes = structure.axes();
    correlation = new int[axes * axes];
    Arrays.fill(correlation, -1);
    for (int i = 0; i < axes; i++) {
      for (int j = 0; j < i; j++) {
        correlation[i * axes + j] = variances.correlationSd() > 0 ? next++ : -1;
      }
    }
    size = next;
  }

  double[] start() {
    double[] x = new double[size];
    for (int i = 0; i < item.length; i++) {
      if (item[i] >= 0) {
        put(x, i, Math.log(baseItems.slope(i)), baseItems.row(i, 0));
      }
    }
    for (int g = 0; g < halo.length; g++) {
      set(x, halo[g], Math.log(basePriors.haloVariance(g)));
    }
    for (int e = 0; e < effect.length; e++) {
      set(x, effect[e], Math.log(variance(basePriors, e)));
    }
    int axes = structure.axes();
    for (int k = 0; k < correlation.length; k++) {
      if (correlation[k] >= 0) {
        x[correlation[k]] = atanh(basePriors.axisCorrelation(k / axes, k % axes));
      }
    }
    return x;
  }

  /** x moved so far along a direction in ln a, b, ln variance and atanh ρ. */
  double[] moved(double[] x, double[] direction, double by) {
    double[] out = x.clone();
    for (int j = 0; j < size; j++) {
      out[j] += by * direction[j];
    }
    for (int i = 0; i < item.length; i++) {
      if (item[i] >= 0) {
        double[] b = thresholds(x, i);
        for (int k = 0; k < b.length; k++) {
          b[k] += by * direction[item[i] + 1 + k];
        }
        put(out, i, out[item[i]], b);
      }
    }
    return out;
  }

  private static void set(double[] x, int at, double value) {
    if (at >= 0) {
      x[at] = value;
    }
  }

  static double atanh(double r) {
    return Math.log((1 + r) / (1 - r)) / 2;
  }

  static double variance(RatingPriors priors, int e) {
    return switch (CalibrationStatistics.EFFECTS[e]) {
      case COMPETENCE -> priors.competenceVariance();
      case SOURCE -> priors.sourceVariance();
      case SLANT -> priors.slantVariance();
      case TESTLET -> priors.testletVariance();
    };
  }

  /** Whether a position holds a number with bounds: ln a, a variance or a correlation. */
  boolean isBounded(int at) {
    return at >= itemSize || Arrays.stream(item).anyMatch(first -> first == at);
  }

  int steps(int i) {
    return structure.items().get(i).categories() - 1;
  }

  /** Numbers of item i: ln a, thresholds, shifts. */
  int numbers(int i) {
    int count = steps(i) + 1;
    for (int at : shift[i]) {
      count += at >= 0 ? 1 : 0;
    }
    return count;
  }

  double slope(double[] x, int i) {
    return Math.exp(x[item[i]]);
  }

  double[] thresholds(double[] x, int i) {
    double[] b = new double[steps(i)];
    int at = item[i] + 1;
    b[0] = x[at];
    for (int k = 1; k < b.length; k++) {
      b[k] = b[k - 1] + Math.exp(x[at + k]);
    }
    return b;
  }

  void put(double[] x, int i, double logSlope, double[] b) {
    int at = item[i];
    x[at] = logSlope;
    x[at + 1] = b[0];
    for (int k = 1; k < b.length; k++) {
      x[at + 1 + k] = Math.log(b[k] - b[k - 1]);
    }
  }

  private double[][] thresholdsBySource(double[] x, int i) {
    double[][] rows = new double[structure.sources()][];
    for (int g = 0; g < rows.length; g++) {
      double by = shift[i][g] < 0 ? 0 : x[shift[i][g]];
      rows[g] = Arrays.stream(thresholds(x, i)).map(b -> b + by).toArray();
    }
    return rows;
  }

  ItemParameters.Builder items(double[] x) {
    ItemParameters.Builder b = ItemParameters.builder(structure);
    for (int i = 0; i < item.length; i++) {
      if (item[i] >= 0) {
        b.item(i, slope(x, i), thresholdsBySource(x, i));
      } else {
        b.item(i, baseItems.slope(i), baseItems.row(i, 0));
        b.uncertainty(i, baseItems.uncertainty(i));
      }
    }
    return b;
  }

  /** What was held before the answers, for items whose errors could not be found. */
  void addBaseUncertainty(ItemParameters.Builder b) {
    for (int i = 0; i < item.length; i++) {
      b.uncertainty(i, baseItems.uncertainty(i));
    }
    b.commonShiftSd(baseItems.commonShiftSd());
  }

  RatingPriors priors(double[] x) {
    RatingPriors.Builder b = basePriors.toBuilder(structure);
    for (int g = 0; g < halo.length; g++) {
      if (halo[g] >= 0) {
        b.haloVariance(g, Math.exp(x[halo[g]]));
      }
    }
    for (int e = 0; e < effect.length; e++) {
      if (effect[e] >= 0) {
        putEffect(b, e, Math.exp(x[effect[e]] / 2));
      }
    }
    int axes = structure.axes();
    for (int k = 0; k < correlation.length; k++) {
      if (correlation[k] >= 0) {
        b.axisCorrelation(k / axes, k % axes, Math.tanh(x[correlation[k]]));
      }
    }
    return b.build();
  }

  private static void putEffect(RatingPriors.Builder b, int e, double sd) {
    switch (CalibrationStatistics.EFFECTS[e]) {
      case COMPETENCE -> b.competenceSd(sd);
      case SOURCE -> b.sourceSd(sd);
      case SLANT -> b.slantSd(sd);
      case TESTLET -> b.testletSd(sd);
    }
  }

  ModelTerms terms(double[] x) {
    return new ModelTerms(structure, items(x).build(), priors(x));
  }

  /** Whether the correlations in x form a positive definite matrix. */
  boolean correlationsFit(double[] x) {
    return Dense.cholesky(correlations(x), structure.axes());
  }

  /** Inverse of the axes' correlation matrix. */
  double[] priorPrecision(double[] x) {
    double[] l = correlations(x);
    Dense.cholesky(l, structure.axes());
    return Dense.inverse(l, structure.axes());
  }

  private double[] correlations(double[] x) {
    double[] r = basePriors.axisCorrelation();
    int axes = structure.axes();
    for (int k = 0; k < correlation.length; k++) {
      if (correlation[k] >= 0) {
        r[k] = Math.tanh(x[correlation[k]]);
        r[k % axes * axes + k / axes] = r[k];
      }
    }
    return r;
  }
}
