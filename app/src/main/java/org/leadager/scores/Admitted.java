package org.leadager.scores;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose answers may be used. What is not admitted enters no figure, so that no difference of two
 * figures leads back to it.
 *
 * @param reportable whether there may be figures about this subject at all
 * @param groups the groups that may be shown, in the order of reports
 * @param withheld how many protected groups had answers and are not shown
 */
public record Admitted(boolean reportable, List<Group> groups, int withheld) {
  public Admitted {
    groups = List.copyOf(groups);
  }

  /**
   * A group that may be shown.
   *
   * @param kind self, boss, peers, reports, others or colleagues
   * @param items admitted items by rater: all others of the rater stay out
   */
  public record Group(String kind, Map<Integer, Set<String>> items) {
    public Group {
      items = Map.copyOf(items);
    }

    /** Raters who stand behind it. */
    public int size() {
      return items.size();
    }
  }
}
