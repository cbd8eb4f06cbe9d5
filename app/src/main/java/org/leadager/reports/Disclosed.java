package org.leadager.reports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of one panel may be used and shown. Every figure of a report is computed from the admitted
 * answers alone, so that no difference of two figures leads back to a group that is not shown.
 *
 * @param reportable whether there may be a report at all
 * @param groups the groups that may be shown, in the order of {@link ShownGroup.Kind}
 * @param withheld how many protected groups had answers and are not shown
 * @param raters the raters who count, by block of items
 */
record Disclosed(
    boolean reportable, List<ShownGroup> groups, int withheld, Map<String, Set<Integer>> raters) {
  Disclosed {
    groups = List.copyOf(groups);
    raters = Map.copyOf(raters);
  }

  /** Whether this rater's answers to the items of this block may be used. */
  boolean admits(int rater, String block) {
    return raters.getOrDefault(block, Set.of()).contains(rater);
  }

  /** Everybody who counts, the subject's own answers left out. */
  Set<Integer> others() {
    return groups.stream()
        .filter(g -> g.kind() != ShownGroup.Kind.SELF)
        .flatMap(g -> g.raters().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Raters other than the subject who count in a block. */
  int others(String block) {
    Set<Integer> counted = raters.getOrDefault(block, Set.of());
    return (int) others().stream().filter(counted::contains).count();
  }
}
