package org.leadager.engine.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which group each row belongs to: codes 0, 1, … in order of first appearance. Immutable. */
public final class Grouping {
  private final int[] codes;
  private final List<String> labels;

  private Grouping(int[] codes, List<String> labels) {
    this.codes = codes;
    this.labels = labels;
  }

  /** Groups rows by equal labels. */
  public static Grouping of(List<String> labelByRow) {
    Builder builder = new Builder();
    labelByRow.forEach(builder::add);
    return builder.build();
  }

  /** Collects labels row by row. */
  public static final class Builder {
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private int[] codes = new int[64];
    private int rows;

    /** Without rows so far. */
    public Builder() {}

    /** The label of the next row. */
    public void add(String label) {
      if (rows == codes.length) {
        codes = Arrays.copyOf(codes, codes.length + (codes.length >> 1));
      }
      Integer code = seen.putIfAbsent(label, seen.size());
      codes[rows] = code == null ? seen.size() - 1 : code;
      rows++;
    }

    /** The groups so far. */
    public Grouping build() {
      return new Grouping(Arrays.copyOf(codes, rows), List.copyOf(seen.keySet()));
    }
  }

  /** One group that holds {@code rows} rows. */
  public static Grouping single(int rows) {
    return new Grouping(new int[rows], List.of("all"));
  }

  /** Number of rows. */
  public int rows() {
    return codes.length;
  }

  /** Number of groups. */
  public int groups() {
    return labels.size();
  }

  /** Group of a row. */
  public int group(int row) {
    return codes[row];
  }

  /** Label of a group. */
  public String label(int group) {
    return labels.get(group);
  }

  /** Rows per group. */
  public int[] sizes() {
    int[] sizes = new int[labels.size()];
    for (int code : codes) {
      sizes[code]++;
    }
    return sizes;
  }
}
