package org.leadager.engine.rating;

/** Structure, parameters and priors laid out flat for the inner loops. */
final class ModelTerms {
  final RatingStructure structure;
  final ItemParameters parameters;
  final RatingPriors priors;
  final int axes;

  /** Length of a local design row: w for each axis, 1, slant sign. */
  final int width;

  /** Local design ẑ of each item, {@link #width} numbers each. */
  final double[] design;

  /** ẑ ẑᵀ of each item, lower triangle, {@code width × width} numbers each. */
  final double[] designSquare;

  final int[] competence;

  /** Bounds of each category, −∞ first and +∞ last: bound[item][source][k], k = 0 … K. */
  final double[][][] bound;

  /** ln(1 − exp(−a (b_{k+1} − b_k))): the part of ln P(Y = k) that does not depend on η. */
  final double[][][] logGap;

  final double testletPrecision;
  final double slantPrecision;
  final double[] axisPrecision;
  final double axisLogDeterminant;

  ModelTerms(RatingStructure structure, ItemParameters parameters, RatingPriors priors) {
    this.structure = structure;
    this.parameters = parameters;
    this.priors = priors;
    axes = structure.axes();
    width = axes + 2;
    int n = structure.items().size();
    Check.that(parameters.items() == n, "parameters and structure differ in their items");
    design = new double[n * width];
    competence = new int[n];
    bound = new double[n][structure.sources()][];
    logGap = new double[n][structure.sources()][];
    designSquare = new double[n * width * width];
    for (int i = 0; i < n; i++) {
      layOut(i);
      square(i);
    }
    testletPrecision = structure.has(Effect.TESTLET) ? 1 / priors.testletVariance() : 0;
    slantPrecision = structure.has(Effect.SLANT) ? 1 / priors.slantVariance() : 1;
    double[] l = priors.axisCorrelation();
    Dense.cholesky(l, axes);
    axisLogDeterminant = Dense.logDeterminant(l, axes);
    axisPrecision = Dense.inverse(l, axes);
  }

  private void square(int i) {
    for (int j = 0; j < width; j++) {
      for (int k = 0; k <= j; k++) {
        designSquare[(i * width + j) * width + k] = design[i * width + j] * design[i * width + k];
      }
    }
  }

  private void layOut(int i) {
    RatingItem item = structure.items().get(i);
    for (int a = 0; a < axes; a++) {
      design[i * width + a] = item.weights().get(a);
    }
    design[i * width + axes] = 1;
    design[i * width + axes + 1] = structure.has(Effect.SLANT) ? item.slant() : 0;
    competence[i] = item.competence();
    for (int g = 0; g < structure.sources(); g++) {
      bound[i][g] = bounds(parameters.row(i, g));
      logGap[i][g] = logGaps(parameters.slope(i), parameters.row(i, g));
    }
  }

  /** −∞, the thresholds, +∞. */
  static double[] bounds(double[] b) {
    double[] edges = new double[b.length + 2];
    edges[0] = Double.NEGATIVE_INFINITY;
    System.arraycopy(b, 0, edges, 1, b.length);
    edges[b.length + 1] = Double.POSITIVE_INFINITY;
    return edges;
  }

  /** ln(1 − exp(−a (b_{k+1} − b_k))) of each category, 0 for the lowest and the highest. */
  static double[] logGaps(double a, double[] b) {
    double[] gaps = new double[b.length + 1];
    for (int k = 1; k < b.length; k++) {
      gaps[k] = Math.log(-Math.expm1(-a * (b[k] - b[k - 1])));
    }
    return gaps;
  }

  /** True when the items of this competence share a testlet. */
  boolean hasTestlet(int c) {
    return testletPrecision > 0 && c != RatingItem.NO_COMPETENCE;
  }
}
