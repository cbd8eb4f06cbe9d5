package org.leadager.reports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Figures in words that mean the same everywhere in a report. */
final class Sayings {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);
  private static final int[][] FRACTIONS = {
    {1, 10}, {1, 5}, {1, 4}, {1, 3}, {2, 5}, {1, 2}, {3, 5}, {2, 3}, {3, 4}, {4, 5}, {9, 10}
  };
  private static final double EDGE = 0.05;

  private Sayings() {}

  /** "about 1 chance in 5", by the nearest simple fraction. */
  static String chances(double probability) {
    if (probability < EDGE) {
      return "less than 1 chance in 20";
    }
    if (probability > 1 - EDGE) {
      return "more than 19 chances in 20";
    }
    int[] best = FRACTIONS[0];
    for (int[] fraction : FRACTIONS) {
      if (distance(fraction, probability) < distance(best, probability)) {
        best = fraction;
      }
    }
    return "about %d %s in %d".formatted(best[0], best[0] == 1 ? "chance" : "chances", best[1]);
  }

  private static double distance(int[] fraction, double probability) {
    return Math.abs((double) fraction[0] / fraction[1] - probability);
  }

  /** A label in the middle of a sentence; abbreviations and digits stay as they are. */
  static String lower(String label) {
    boolean word =
        label.length() > 1 && (Character.isLowerCase(label.charAt(1)) || label.charAt(1) == ' ');
    return word ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
  }

  static String upper(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** "a, b and c". */
  static String list(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    int last = parts.size() - 1;
    return String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  static String day(Instant at) {
    return DAY.format(at);
  }

  /** "1 person", "4 people". */
  static String people(int count) {
    return count == 1 ? "1 person" : count + " people";
  }
}
