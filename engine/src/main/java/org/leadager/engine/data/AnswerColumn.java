package org.leadager.engine.data;

import java.util.Arrays;

/**
 * One item's answers while they are read: codes in the order in which values first occur, put into
 * the order of the values at the end.
 */
final class AnswerColumn {
  /** Whole numbers below this find their code in a table, as most answers do. */
  private static final int SMALL = 128;

  private static final byte UNSEEN = -1;

  private final String name;
  private final double[] values = new double[ItemResponses.MAX_CATEGORIES];
  private final byte[] small = new byte[SMALL];
  private int categories;
  private byte[] code = new byte[64];
  private int rows;

  AnswerColumn(String name) {
    this.name = name;
    Arrays.fill(small, UNSEEN);
  }

  void add(double value) {
    if (rows == code.length) {
      code = Arrays.copyOf(code, code.length + (code.length >> 1));
    }
    code[rows] = code(value);
    rows++;
  }

  private byte code(double value) {
    if (value >= 0 && value < SMALL && value == (int) value) {
      if (small[(int) value] == UNSEEN) {
        small[(int) value] = next(value);
      }
      return small[(int) value];
    }
    if (Double.isNaN(value)) {
      return ItemResponses.MISSING;
    }
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("an infinite value in " + name);
    }
    for (int k = 0; k < categories; k++) {
      if (values[k] == value) {
        return (byte) k;
      }
    }
    return next(value);
  }

  private byte next(double value) {
    if (categories == values.length) {
      throw new IllegalArgumentException(
          name
              + " has more than "
              + ItemResponses.MAX_CATEGORIES
              + " categories: not a rating scale");
    }
    values[categories] = value + 0.0; // −0 is 0
    return (byte) categories++;
  }

  /** The values that occur, ascending. */
  double[] categories() {
    double[] sorted = Arrays.copyOf(values, categories);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Place of each answer among {@link #categories()}, or MISSING. */
  byte[] codes() {
    double[] sorted = categories();
    byte[] place = new byte[categories];
    for (int k = 0; k < categories; k++) {
      place[k] = (byte) Arrays.binarySearch(sorted, values[k]);
    }
    byte[] codes = new byte[rows];
    for (int r = 0; r < rows; r++) {
      codes[r] = code[r] == ItemResponses.MISSING ? code[r] : place[code[r]];
    }
    return codes;
  }
}
