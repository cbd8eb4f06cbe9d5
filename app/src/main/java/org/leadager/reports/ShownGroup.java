package org.leadager.reports;

import java.util.Set;

/**
 * A group of raters that may be shown.
 *
 * @param kind whose view it is
 * @param raters numbers of the raters who stand behind it
 */
record ShownGroup(Kind kind, Set<Integer> raters) {
  /** In the order in which reports list them. */
  enum Kind {
    SELF,
    BOSS,
    PEERS,
    REPORTS,
    OTHERS,
    /** Groups too small to stand alone, taken together. */
    COLLEAGUES;

    /** Self and boss are named sources and are told so before they answer. */
    boolean named() {
      return this == SELF || this == BOSS;
    }
  }

  ShownGroup {
    raters = Set.copyOf(raters);
  }

  int size() {
    return raters.size();
  }
}
