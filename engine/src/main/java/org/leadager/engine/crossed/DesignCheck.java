package org.leadager.engine.crossed;

import java.util.Optional;
import org.leadager.engine.kernel.DisjointSets;

/** Whether a design can tell raters, ratees and noise apart, and how many sets it falls into. */
final class DesignCheck {
  private static final int MOST_INNERS = 5000;
  private static final int MOST_GROUPS = 200;
  private final Design design;
  private final CrossedRatings data;

  DesignCheck(Design design, CrossedRatings data) {
    this.design = design;
    this.data = data;
  }

  /** The reason why nothing can be estimated, if there is one. */
  Optional<String> refusal() {
    int[] outer = sizes(design.outer, design.outers);
    int[] inner = sizes(design.inner, design.inners);
    String outerName = design.ratersOuter ? "rater" : "ratee";
    String innerName = design.ratersOuter ? "ratee" : "rater";
    Optional<String> reason =
        Levels.refusal(outer, outerName).or(() -> Levels.refusal(inner, innerName));
    if (reason.isEmpty()) {
      reason = coverage();
    }
    if (reason.isEmpty() && samePartition()) {
      reason =
          Optional.of("Each rater rates one ratee of their own: the two cannot be told apart.");
    }
    return reason;
  }

  private Optional<String> coverage() {
    if (design.inners > MOST_INNERS) {
      return Optional.of(
          "More than " + MOST_INNERS + " raters and more than " + MOST_INNERS + " ratees.");
    }
    if (design.groups > MOST_GROUPS) {
      return Optional.of("More than " + MOST_GROUPS + " fixed groups.");
    }
    int[] group = sizes(design.group, design.groups);
    for (int g = 0; g < group.length; g++) {
      if (group[g] == 0) {
        return Optional.of("Group " + data.groups().label(g) + " has no answers; leave it out.");
      }
    }
    boolean constant = true;
    for (double y : design.y) {
      constant &= y == design.y[0];
    }
    return constant ? Optional.of("All answers are the same.") : Optional.empty();
  }

  static int[] sizes(int[] code, int levels) {
    int[] sizes = new int[levels];
    for (int one : code) {
      sizes[one]++;
    }
    return sizes;
  }

  private boolean samePartition() {
    int[] partner = new int[design.effects()];
    for (int e = 0; e < design.answers; e++) {
      int i = design.outer[e];
      int j = design.outers + design.inner[e];
      if ((partner[i] != 0 && partner[i] != j + 1) || (partner[j] != 0 && partner[j] != i + 1)) {
        return false;
      }
      partner[i] = j + 1;
      partner[j] = i + 1;
    }
    return true;
  }

  /** Sets of raters and ratees that no chain of answers links (union–find). */
  int sets() {
    DisjointSets linked = new DisjointSets(design.effects());
    int[] answers = new int[design.effects()];
    for (int e = 0; e < design.answers; e++) {
      int j = design.outers + design.inner[e];
      answers[design.outer[e]]++;
      answers[j]++;
      linked.join(design.outer[e], j);
    }
    int sets = 0;
    for (int i = 0; i < answers.length; i++) {
      sets += answers[i] > 0 && linked.root(i) == i ? 1 : 0;
    }
    return sets;
  }
}
