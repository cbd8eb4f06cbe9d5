package org.leadager.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Answers of subjects to items: one primitive column per item, immutable, missing answers marked.
 *
 * <p>A category is a value that occurs; codes run 0, 1, … in the order of the values. A value that
 * nobody chose therefore has no code, which is what a likelihood can know about it; {@link
 * #gaps(int)} tells whether a whole number between the lowest and the highest value was skipped.
 */
public final class ItemResponses {
  /** The code of a missing answer. */
  public static final int MISSING = -1;

  /** More categories than this are no rating scale but a measurement. */
  public static final int MAX_CATEGORIES = 100;

  private static final int SMALL = 128;

  private final List<String> names;
  private final byte[][] codes;
  private final double[][] labels;
  private final int rows;

  private ItemResponses(List<String> names, byte[][] codes, double[][] labels, int rows) {
    this.names = names;
    this.codes = codes;
    this.labels = labels;
    this.rows = rows;
  }

  /**
   * Reads values by column; NaN is a missing answer.
   *
   * @param names one name per item, distinct
   * @param columns columns[item][row], all of one length
   * @throws IllegalArgumentException where shapes disagree, names repeat, a value is infinite or an
   *     item has more than {@link #MAX_CATEGORIES} categories
   */
  public static ItemResponses of(List<String> names, double[][] columns) {
    if (names.size() != columns.length) {
      throw new IllegalArgumentException("one name per column is needed");
    }
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException("item names repeat");
    }
    int rows = columns.length == 0 ? 0 : columns[0].length;
    byte[][] codes = new byte[columns.length][];
    double[][] labels = new double[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      if (columns[i].length != rows) {
        throw new IllegalArgumentException("columns differ in length: " + names.get(i));
      }
      labels[i] = distinctValues(names.get(i), columns[i]);
      codes[i] = encode(columns[i], labels[i]);
    }
    return new ItemResponses(List.copyOf(names), codes, labels, rows);
  }

  private static double[] distinctValues(String name, double[] column) {
    double[] found = new double[MAX_CATEGORIES];
    int n = 0;
    boolean[] seen = new boolean[SMALL];
    for (double v : column) {
      if (isSmall(v)) {
        if (seen[(int) v]) {
          continue;
        }
        seen[(int) v] = true;
      }
      if (Double.isInfinite(v)) {
        throw new IllegalArgumentException("an infinite value in " + name);
      }
      if (Double.isNaN(v)) {
        continue;
      }
      int at = Arrays.binarySearch(found, 0, n, v + 0.0);
      if (at < 0) {
        if (n == MAX_CATEGORIES) {
          throw new IllegalArgumentException(
              name + " has more than " + MAX_CATEGORIES + " categories: not a rating scale");
        }
        System.arraycopy(found, -at - 1, found, -at, n + at + 1);
        found[-at - 1] = v + 0.0;
        n++;
      }
    }
    return Arrays.copyOf(found, n);
  }

  private static byte[] encode(double[] column, double[] labels) {
    byte[] small = new byte[SMALL];
    for (int k = 0; k < labels.length; k++) {
      if (isSmall(labels[k])) {
        small[(int) labels[k]] = (byte) k;
      }
    }
    byte[] code = new byte[column.length];
    for (int r = 0; r < column.length; r++) {
      double v = column[r];
      if (isSmall(v)) {
        code[r] = small[(int) v];
      } else {
        code[r] = Double.isNaN(v) ? (byte) MISSING : (byte) Arrays.binarySearch(labels, v + 0.0);
      }
    }
    return code;
  }

  /** Whether a value is a whole number that a short table can hold, as most answers are. */
  private static boolean isSmall(double v) {
    return v >= 0 && v < SMALL && v == (int) v;
  }

  /** The item names in column order. */
  public List<String> names() {
    return names;
  }

  /** Number of subjects. */
  public int rows() {
    return rows;
  }

  /** Number of items. */
  public int items() {
    return codes.length;
  }

  /** Number of categories that occur in an item. */
  public int categories(int item) {
    return labels[item].length;
  }

  /** Category code of an answer, or {@link #MISSING}. */
  public int code(int row, int item) {
    return codes[item][row];
  }

  /** The answer as it was given, or NaN. */
  public double value(int row, int item) {
    int code = codes[item][row];
    return code == MISSING ? Double.NaN : labels[item][code];
  }

  /** The value behind a category code. */
  public double label(int item, int category) {
    return labels[item][category];
  }

  /** A copy of an item's codes, in row order. */
  public byte[] codes(int item) {
    return codes[item].clone();
  }

  /** Whole numbers between the lowest and the highest answer that nobody chose. */
  public List<Integer> gaps(int item) {
    List<Integer> gaps = new ArrayList<>();
    double[] values = labels[item];
    if (values.length == 0) {
      return gaps;
    }
    double last = values[values.length - 1];
    for (int v = (int) Math.ceil(values[0]); v < last && gaps.size() < MAX_CATEGORIES; v++) {
      if (Arrays.binarySearch(values, v) < 0) {
        gaps.add(v);
      }
    }
    return gaps;
  }

  /** Whether a row has no missing answer. */
  public boolean complete(int row) {
    for (byte[] column : codes) {
      if (column[row] == MISSING) {
        return false;
      }
    }
    return true;
  }

  /** The same rows with the given items only. */
  public ItemResponses select(List<Integer> items) {
    byte[][] kept = new byte[items.size()][];
    double[][] keptLabels = new double[items.size()][];
    List<String> keptNames = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = codes[items.get(i)];
      keptLabels[i] = labels[items.get(i)];
      keptNames.add(names.get(items.get(i)));
    }
    return new ItemResponses(List.copyOf(keptNames), kept, keptLabels, rows);
  }
}
