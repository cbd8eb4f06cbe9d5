package org.leadager.engine.calibrate;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Which dimensions each item may load on; all other slopes are zero.
 *
 * @param dimensions names, 1 to 3
 * @param byItem dimension indices of each item, at least one
 */
public record LoadingPattern(List<String> dimensions, List<Set<Integer>> byItem) {
  /** Checks the shape. */
  public LoadingPattern {
    dimensions = List.copyOf(dimensions);
    byItem = byItem.stream().map(Set::copyOf).toList();
    if (dimensions.isEmpty() || dimensions.size() > 3) {
      throw new IllegalArgumentException("one to three dimensions");
    }
    int count = dimensions.size();
    for (Set<Integer> of : byItem) {
      if (of.isEmpty() || of.stream().anyMatch(d -> d < 0 || d >= count)) {
        throw new IllegalArgumentException("every item needs a dimension that exists");
      }
    }
  }

  /** All items on one dimension. */
  public static LoadingPattern single(int items) {
    return new LoadingPattern(List.of("theta"), Collections.nCopies(items, Set.of(0)));
  }

  int[] of(int item) {
    return byItem.get(item).stream().sorted().mapToInt(Integer::intValue).toArray();
  }
}
