package org.leadager.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.leadager.instruments.Instrument.Group;
import org.leadager.reports.ShownGroup.Kind;

/**
 * The one gate between answers and anything that is shown. It decides once per panel, before
 * scoring, whose answers are used at all:
 *
 * <ol>
 *   <li>A rater counts in a block of items (a competence) at half of its items or more.
 *   <li>A protected group under the minimum is taken together with the other small ones, always all
 *       of them in the same order, as "colleagues"; those must be four or more, and never fewer
 *       than the minimum, or they are withheld.
 *   <li>A group with too few counting raters in a block is left out of that block.
 *   <li>What is withheld is left out of every total: a total minus the groups shown is nothing, so
 *       there is nothing to subtract. That holds with one hidden group as with several.
 *   <li>With fewer than four raters besides the subject left, there is no report.
 * </ol>
 *
 * <p>Self and boss are named sources. Pure; the same panel gives the same answer.
 */
final class Disclosure {
  /** The product's minimum for a protected group: an organisation may raise it, never lower it. */
  static final int LEAST_GROUP = 3;

  /** Raters besides the subject that a report needs, and the least size of "colleagues". */
  static final int LEAST_PANEL = 4;

  /** Raters with words that a question's comments need. */
  static final int LEAST_COMMENTS = 5;

  private final int minimum;
  private final Map<String, Set<String>> blocks;

  /**
   * @param minimum raters a protected group needs; what lies under {@link #LEAST_GROUP} counts as
   *     that
   * @param blocks item codes that were asked, by block; each item in one block
   */
  Disclosure(int minimum, Map<String, Set<String>> blocks) {
    this.minimum = Math.max(LEAST_GROUP, minimum);
    this.blocks = Map.copyOf(blocks);
  }

  int minimum() {
    return minimum;
  }

  /** Decides what of this panel may be used and shown. */
  Disclosed decide(List<Respondent> panel) {
    Map<Integer, Kind> kinds = kinds(panel);
    Map<String, Set<Integer>> counted = new HashMap<>();
    blocks.forEach((block, items) -> counted.put(block, counted(panel, kinds, items)));
    List<ShownGroup> groups = groups(kinds, counted);
    int others =
        groups.stream().filter(g -> g.kind() != Kind.SELF).mapToInt(ShownGroup::size).sum();
    int withheld = withheld(panel, groups);
    if (others < LEAST_PANEL) {
      return new Disclosed(false, List.of(), withheld, Map.of());
    }
    return new Disclosed(true, groups, withheld, counted);
  }

  /** Whom each effective rater is shown with; those who are not shown are absent. */
  private Map<Integer, Kind> kinds(List<Respondent> panel) {
    Map<Group, List<Integer>> byGroup = new EnumMap<>(Group.class);
    for (Respondent rater : panel) {
      if (blocks.values().stream().anyMatch(items -> counts(rater, items))) {
        byGroup.computeIfAbsent(rater.group(), g -> new ArrayList<>()).add(rater.number());
      }
    }
    Map<Integer, Kind> kinds = new HashMap<>();
    List<Integer> small = new ArrayList<>();
    byGroup.forEach((group, raters) -> {
      Kind kind = Kind.valueOf(group.name());
      if (kind.named() || raters.size() >= minimum) {
        raters.forEach(r -> kinds.put(r, kind));
      } else {
        small.addAll(raters);
      }
    });
    if (small.size() >= least(Kind.COLLEAGUES)) {
      small.forEach(r -> kinds.put(r, Kind.COLLEAGUES));
    }
    return kinds;
  }

  private Set<Integer> counted(
      List<Respondent> panel, Map<Integer, Kind> kinds, Set<String> items) {
    Map<Kind, Set<Integer>> byKind = new EnumMap<>(Kind.class);
    for (Respondent rater : panel) {
      Kind kind = kinds.get(rater.number());
      if (kind != null && counts(rater, items)) {
        byKind.computeIfAbsent(kind, k -> new TreeSet<>()).add(rater.number());
      }
    }
    return byKind.entrySet().stream()
        .filter(e -> e.getValue().size() >= least(e.getKey()))
        .flatMap(e -> e.getValue().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<ShownGroup> groups(
      Map<Integer, Kind> kinds, Map<String, Set<Integer>> counted) {
    Map<Kind, Set<Integer>> byKind = new EnumMap<>(Kind.class);
    counted
        .values()
        .forEach(raters ->
            raters.forEach(r -> byKind.computeIfAbsent(kinds.get(r), k -> new TreeSet<>()).add(r)));
    return byKind.entrySet().stream().map(e -> new ShownGroup(e.getKey(), e.getValue())).toList();
  }

  private static int withheld(List<Respondent> panel, List<ShownGroup> groups) {
    Set<Integer> shown =
        groups.stream().flatMap(g -> g.raters().stream()).collect(Collectors.toSet());
    Predicate<Respondent> isShown = r -> shown.contains(r.number());
    Set<Group> seen =
        panel.stream().filter(isShown).map(Respondent::group).collect(Collectors.toSet());
    return (int)
        panel.stream()
            .filter(r -> !r.items().isEmpty() && !seen.contains(r.group()))
            .map(Respondent::group)
            .distinct()
            .count();
  }

  private int least(Kind kind) {
    return kind.named() ? 1 : kind == Kind.COLLEAGUES ? Math.max(LEAST_PANEL, minimum) : minimum;
  }

  private static boolean counts(Respondent rater, Set<String> items) {
    long answered = items.stream().filter(rater.items()::contains).count();
    return answered > 0 && 2 * answered >= items.size();
  }
}
