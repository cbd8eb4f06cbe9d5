package org.leadager.platform.http;

import java.util.Set;
import java.util.UUID;

/**
 * The signed-in person as the frame of a page needs them.
 *
 * @param roles names of the person's roles
 */
public record Viewer(UUID personId, UUID organisationId, String name, Set<String> roles) {
  public Viewer {
    roles = Set.copyOf(roles);
  }

  /** First letters of the first and last word of the name, for the round mark. */
  public String initials() {
    String[] words = name.strip().split("\\s+", -1);
    String first = firstLetter(words[0]);
    return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
  }

  private static String firstLetter(String word) {
    return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
  }
}
