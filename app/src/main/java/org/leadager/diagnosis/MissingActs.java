package org.leadager.diagnosis;

import java.util.Arrays;
import java.util.List;

/** The answer to "which acts are missing": competences, read as a side. */
final class MissingActs {
  private MissingActs() {}

  /** Competence codes of a stored choice such as {@code M1,S2}; none for "I do not know". */
  static List<String> codes(String choice) {
    return Arrays.stream(choice.split(",", -1)).filter(c -> c.matches("[MLS][0-9]+")).toList();
  }

  /**
   * Mostly management when management acts outnumber leadership acts two to one or more, and the
   * other way round; otherwise both. Shared acts belong to neither side. Empty choices say nothing.
   */
  static String side(List<String> codes) {
    long m = codes.stream().filter(c -> c.startsWith("M")).count();
    long l = codes.stream().filter(c -> c.startsWith("L")).count();
    if (codes.isEmpty()) {
      return "";
    }
    if (m > 0 && m >= 2 * l) {
      return "management";
    }
    return l > 0 && l >= 2 * m ? "leadership" : "both";
  }
}
