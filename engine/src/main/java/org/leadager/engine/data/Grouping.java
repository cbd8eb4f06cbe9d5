package org.leadager.engine.data;

import java.util.ArrayList;
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
    Map<String, Integer> seen = new LinkedHashMap<>();
    int[] codes = new int[labelByRow.size()];
    for (int r = 0; r < codes.length; r++) {
      String label = labelByRow.get(r);
      Integer code = seen.get(label);
      if (code == null) {
        code = seen.size();
        seen.put(label, code);
      }
      codes[r] = code;
    }
    return new Grouping(codes, List.copyOf(new ArrayList<>(seen.keySet())));
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
