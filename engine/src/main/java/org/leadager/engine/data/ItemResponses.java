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
    Builder builder = new Builder(names);
    for (int i = 0; i < columns.length; i++) {
      for (double value : columns[i]) {
        builder.add(i, value);
      }
    }
    return builder.build();
  }

  /** Collects answers one by one, each item's in row order; one byte is kept of each. */
  public static final class Builder {
    private final List<String> names;
    private final AnswerColumn[] columns;

    /**
     * Of the items with these names, which must be distinct.
     *
     * @throws IllegalArgumentException where names repeat
     */
    public Builder(List<String> names) {
      if (names.stream().distinct().count() != names.size()) {
        throw new IllegalArgumentException("item names repeat");
      }
      this.names = List.copyOf(names);
      columns = new AnswerColumn[names.size()];
      Arrays.setAll(columns, i -> new AnswerColumn(this.names.get(i)));
    }

    /**
     * Appends the answer of the next row; NaN is a missing answer.
     *
     * @throws IllegalArgumentException where it is infinite or one category too many
     */
    public void add(int item, double value) {
      columns[item].add(value);
    }

    /**
     * The answers so far.
     *
     * @throws IllegalArgumentException where items have different numbers of rows
     */
    public ItemResponses build() {
      byte[][] codes = new byte[columns.length][];
      double[][] labels = new double[columns.length][];
      for (int i = 0; i < columns.length; i++) {
        codes[i] = columns[i].codes();
        labels[i] = columns[i].categories();
        if (codes[i].length != codes[0].length) {
          throw new IllegalArgumentException("columns differ in length: " + names.get(i));
        }
      }
      return new ItemResponses(names, codes, labels, codes.length == 0 ? 0 : codes[0].length);
    }
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

  /**
   * The same answers with some items turned round: y becomes {@code ends} − y.
   *
   * @param items which
   * @param ends the lowest plus the highest value of the scale
   */
  public ItemResponses reversed(List<Integer> items, double ends) {
    byte[][] turned = codes.clone();
    double[][] turnedLabels = labels.clone();
    for (int i : items) {
      int last = labels[i].length - 1;
      turnedLabels[i] = new double[last + 1];
      for (int k = 0; k <= last; k++) {
        turnedLabels[i][k] = ends - labels[i][last - k];
      }
      turned[i] = new byte[rows];
      for (int r = 0; r < rows; r++) {
        turned[i][r] = codes[i][r] == MISSING ? MISSING : (byte) (last - codes[i][r]);
      }
    }
    return new ItemResponses(names, turned, turnedLabels, rows);
  }

  /**
   * These items and then the others, of the same rows.
   *
   * @throws IllegalArgumentException where rows differ in number or names repeat
   */
  public ItemResponses beside(ItemResponses others) {
    List<String> both = new ArrayList<>(names);
    both.addAll(others.names);
    if (others.rows != rows || both.stream().distinct().count() != both.size()) {
      throw new IllegalArgumentException("rows differ or item names repeat");
    }
    byte[][] joined = Arrays.copyOf(codes, both.size());
    double[][] joinedLabels = Arrays.copyOf(labels, both.size());
    System.arraycopy(others.codes, 0, joined, items(), others.items());
    System.arraycopy(others.labels, 0, joinedLabels, items(), others.items());
    return new ItemResponses(List.copyOf(both), joined, joinedLabels, rows);
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
