package org.leadager.engine.rating;

/** What the expectation step sums over subjects; everything is additive. */
final class CalibrationStatistics {
  /** Effects in the order of {@link #effectSum}. */
  static final Effect[] EFFECTS = {Effect.COMPETENCE, Effect.SOURCE, Effect.SLANT, Effect.TESTLET};

  int subjects;

  /** Subjects whose stand-ins did not come to rest. */
  int unsettled;

  double logLikelihood;

  /** The items' tables at the parameters the sums belong to. */
  final ItemTables tables;

  /**
   * Expected weight of answers by item, source, category and point of the item's table; one source
   * stands for all where all share their thresholds.
   */
  final double[][][][] mass;

  /** Σ E θ θᵀ over subjects. */
  final double[] axisMoment;

  /** Σ E (h − mean)² and number of raters, by source. */
  final double[] haloSum;

  final double[] haloCount;

  /** Σ E of the square and number of unknowns, by effect. */
  final double[] effectSum = new double[EFFECTS.length];

  final double[] effectCount = new double[EFFECTS.length];

  CalibrationStatistics(RatingStructure structure, ItemTables tables, boolean bySource) {
    this(structure, tables, new double[tables.items()][][][]);
    int sources = bySource ? structure.sources() : 1;
    for (int i = 0; i < mass.length; i++) {
      int categories = structure.items().get(i).categories();
      mass[i] = new double[sources][categories][tables.item(i).points];
    }
  }

  private CalibrationStatistics(RatingStructure structure, ItemTables tables, double[][][][] mass) {
    this.tables = tables;
    this.mass = mass;
    axisMoment = new double[structure.axes() * structure.axes()];
    haloSum = new double[structure.sources()];
    haloCount = new double[structure.sources()];
  }

  /** For subjects' unknowns alone, not their answers. */
  static CalibrationStatistics moments(RatingStructure structure, ItemTables tables) {
    return new CalibrationStatistics(structure, tables, new double[0][][][]);
  }

  void add(CalibrationStatistics other) {
    subjects += other.subjects;
    unsettled += other.unsettled;
    logLikelihood += other.logLikelihood;
    for (int i = 0; i < mass.length; i++) {
      for (int g = 0; g < mass[i].length; g++) {
        for (int k = 0; k < mass[i][g].length; k++) {
          Dense.add(mass[i][g][k], other.mass[i][g][k]);
        }
      }
    }
    Dense.add(axisMoment, other.axisMoment);
    Dense.add(haloSum, other.haloSum);
    Dense.add(haloCount, other.haloCount);
    Dense.add(effectSum, other.effectSum);
    Dense.add(effectCount, other.effectCount);
  }
}
