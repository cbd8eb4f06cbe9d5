package org.leadager.engine.data;

import java.util.ArrayList;
import java.util.List;
import org.leadager.engine.kernel.DisjointSets;

/**
 * Ratings of subjects by raters: row r holds the answers of rater r about subject r. Immutable.
 *
 * @param answers one row per rater form
 * @param subjects who is rated, by row
 * @param raters who rates, by row
 */
public record Ratings(ItemResponses answers, Grouping subjects, Grouping raters) {
  /** Checks that the three agree in their number of rows. */
  public Ratings {
    if (answers.rows() != subjects.rows() || answers.rows() != raters.rows()) {
      throw new IllegalArgumentException("answers, subjects and raters differ in rows");
    }
  }

  /**
   * Sets of raters that can be compared with one another, because a chain of shared subjects links
   * them (union–find over subjects and raters). More than one set means that severity differences
   * between the sets are not in the data. Raters without any answer are in none.
   *
   * @return rater codes by component, largest first
   */
  public List<List<Integer>> components() {
    int subjectCount = subjects.groups();
    DisjointSets sets = new DisjointSets(subjectCount + raters.groups());
    boolean[] rated = new boolean[raters.groups()];
    for (int r = 0; r < answers.rows(); r++) {
      if (answered(r)) {
        rated[raters.group(r)] = true;
        sets.join(subjects.group(r), subjectCount + raters.group(r));
      }
    }
    List<List<Integer>> byRoot = new ArrayList<>();
    int[] index = new int[subjectCount + raters.groups()];
    for (int rater = 0; rater < raters.groups(); rater++) {
      int root = sets.root(subjectCount + rater);
      if (rated[rater] && index[root] == 0) {
        byRoot.add(new ArrayList<>());
        index[root] = byRoot.size();
      }
      if (rated[rater]) {
        byRoot.get(index[root] - 1).add(rater);
      }
    }
    byRoot.sort((a, b) -> Integer.compare(b.size(), a.size()));
    return byRoot;
  }

  private boolean answered(int row) {
    for (int i = 0; i < answers.items(); i++) {
      if (answers.code(row, i) != ItemResponses.MISSING) {
        return true;
      }
    }
    return false;
  }
}
