package org.leadager.engine.calibrate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;

/**
 * Whether groups can be compared: on every dimension a chain of items with common parameters, or
 * held ones, must lead from group to group (union–find over groups and the scale).
 */
final class Linkage {
  private static final int LEAST_ROWS = 3;
  private static final int MOST_GROUPS = 100;
  private final Prepared data;
  private final List<String> dimensions;
  private final Grouping rows;
  private final boolean[][] answered;

  private Linkage(Prepared data, List<String> dimensions) {
    this.data = data;
    this.dimensions = dimensions;
    this.rows = data.rows();
    this.answered = new boolean[data.answers().items()][rows.groups()];
    for (int i = 0; i < answered.length; i++) {
      for (int r = 0; r < rows.rows(); r++) {
        answered[i][rows.group(r)] |= data.answers().code(r, i) != ItemResponses.MISSING;
      }
    }
  }

  /** Why groups cannot be compared, or anchors not used; empty where they can. */
  static Optional<String> refusal(Prepared data, List<String> dimensions) {
    if (data.rows().groups() == 1 && data.anchors().isEmpty()) {
      return Optional.empty();
    }
    if (data.rows().groups() > MOST_GROUPS) {
      return Optional.of(
          "There are %d groups; at most %d can be compared."
              .formatted(data.rows().groups(), MOST_GROUPS));
    }
    Linkage linkage = new Linkage(data, dimensions);
    return linkage.emptyGroup().or(linkage::anchorThatDoesNotFit).or(linkage::unlinked);
  }

  private Optional<String> emptyGroup() {
    int[] sizes = rows.sizes();
    for (int g = 0; g < sizes.length; g++) {
      int group = g;
      if (sizes[g] < LEAST_ROWS) {
        return Optional.of(
            "Group %s needs at least %d rows, not %d: leave it out or join it with another."
                .formatted(rows.label(g), LEAST_ROWS, sizes[g]));
      }
      if (Arrays.stream(answered).noneMatch(item -> item[group])) {
        return Optional.of(
            "Group %s has no answers to the items that can be used: leave it out."
                .formatted(rows.label(g)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> anchorThatDoesNotFit() {
    for (int i = 0; i < answered.length; i++) {
      ItemParameters anchor = data.anchors().get(data.answers().names().get(i));
      if (anchor != null && anchor.slopes().size() != dimensions.size()) {
        return Optional.of(
            anchor.name() + " is held at slopes on other dimensions than asked for.");
      }
      if (anchor != null && anchor.intercepts().size() != data.answers().categories(i) - 1) {
        return Optional.of(
            "%s is held at values for %d answers, but %d occur: hold other items only."
                .formatted(
                    anchor.name(), anchor.intercepts().size() + 1, data.answers().categories(i)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> unlinked() {
    int scale = rows.groups();
    for (int d = 0; d < dimensions.size(); d++) {
      int[] parent = new int[scale + 1];
      Arrays.setAll(parent, a -> a);
      for (int i = 0; i < answered.length; i++) {
        if (data.byItem().get(i).contains(d)) {
          join(parent, i, scale);
        }
      }
      boolean anchored = !data.anchors().isEmpty();
      int home = root(parent, anchored ? scale : 0);
      for (int g = 0; g < scale; g++) {
        if (root(parent, g) != home) {
          return Optional.of(
              "Group %s shares no item on %s with %s: its mean and variance cannot be told apart from its items' difficulty. Free fewer items or leave it out."
                  .formatted(
                      rows.label(g),
                      dimensions.get(d),
                      anchored ? "the held items" : "group " + rows.label(0)));
        }
      }
    }
    return Optional.empty();
  }

  /** Joins the groups that answered a common item, and the scale where it is held. */
  private void join(int[] parent, int item, int scale) {
    boolean held = data.anchors().containsKey(data.answers().names().get(item));
    int first = held ? scale : -1;
    for (int g = 0; g < scale; g++) {
      if (answered[item][g]) {
        first = first < 0 ? g : first;
        parent[root(parent, g)] = root(parent, first);
      }
    }
  }

  private static int root(int[] parent, int node) {
    int i = node;
    while (parent[i] != i) {
      i = parent[i];
    }
    return i;
  }
}
