package org.leadager.engine.rating;

/** Numbers the item parameters φ that are uncertain: ln a, shift, source shifts and thresholds. */
final class ParameterColumns {
  private final int sources;
  private final int perItem;
  private final ItemParameters parameters;
  final int size;

  ParameterColumns(RatingStructure structure, ItemParameters parameters) {
    this.parameters = parameters;
    sources = structure.sources();
    int steps = 0;
    for (RatingItem item : structure.items()) {
      steps = Math.max(steps, item.categories() - 1);
    }
    perItem = 2 + sources + steps;
    size = structure.items().size() * perItem;
  }

  int logSlope(int item) {
    return item * perItem;
  }

  int shift(int item) {
    return item * perItem + 1;
  }

  int sourceShift(int item, int source) {
    return item * perItem + 2 + source;
  }

  int threshold(int item, int step) {
    return item * perItem + 2 + sources + step;
  }

  /** First column of an item; its last is the one before {@code first(item + 1)}. */
  int first(int item) {
    return item * perItem;
  }

  /** SD of the parameter in a column. */
  double sd(int column) {
    ItemUncertainty u = parameters.uncertainty(column / perItem);
    int kind = column % perItem;
    if (kind == 0) {
      return u.logSlopeSd();
    }
    if (kind == 1) {
      return u.shiftSd();
    }
    return kind < 2 + sources ? u.sourceShiftSd() : u.jitterSd();
  }
}
