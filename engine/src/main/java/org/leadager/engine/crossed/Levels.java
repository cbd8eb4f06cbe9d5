package org.leadager.engine.crossed;

import java.util.Optional;

/** Whether the levels of a factor can be told apart from each other and from chance. */
final class Levels {
  private Levels() {}

  /**
   * The reason why they cannot.
   *
   * @param answers number by level
   * @param name of one level, in words
   */
  static Optional<String> refusal(int[] answers, String name) {
    int levels = 0;
    int most = 0;
    for (int count : answers) {
      levels += count > 0 ? 1 : 0;
      most = Math.max(most, count);
    }
    if (levels < 2) {
      return Optional.of("Fewer than two " + name + "s have answers.");
    }
    return most < 2
        ? Optional.of("Every " + name + " has one answer: what is theirs is not told from chance.")
        : Optional.empty();
  }
}
