package org.leadager.engine.crossed;

import java.util.ArrayList;
import java.util.List;
import org.leadager.engine.data.Grouping;

/** Small designs from numbers. */
final class Designs {
  private Designs() {}

  /** Cells are pairs of a rater's and a ratee's number. */
  static CrossedRatings of(int[][] cells, double[] answers) {
    List<String> raters = new ArrayList<>();
    List<String> ratees = new ArrayList<>();
    for (int[] cell : cells) {
      raters.add(String.valueOf(cell[0]));
      ratees.add(String.valueOf(cell[1]));
    }
    return CrossedRatings.of(answers, Grouping.of(raters), Grouping.of(ratees));
  }

  /** Row r belongs to group r modulo {@code groups}. */
  static Grouping alternating(int rows, int groups) {
    List<String> labels = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      labels.add("group " + r % groups);
    }
    return Grouping.of(labels);
  }
}
