package org.leadager.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists cut to what a person reads at once; result.json keeps them whole. */
final class Shortened {
  private static final int MOST_ALIKE = 3;
  private static final int MOST_VALUES = 8;
  private static final Pattern VALUES = Pattern.compile("\\[([-\\d., ]*)]");

  private Shortened() {}

  /** The first few names and how many more there are. */
  static String names(List<String> names) {
    return names.size() <= MOST_VALUES + 1
        ? String.join(", ", names)
        : "%s and %,d more"
            .formatted(
                String.join(", ", names.subList(0, MOST_VALUES)), names.size() - MOST_VALUES);
  }

  /**
   * Of the sentences that differ only in the item they begin with and in their figures the first
   * three and a count, in the order in which they came; lists of values within a sentence cut too.
   */
  static List<String> warnings(List<String> all, List<String> items) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (String one : all) {
      alike.computeIfAbsent(kind(one, items), k -> new ArrayList<>()).add(one);
    }
    List<String> shown = new ArrayList<>();
    for (List<String> some : alike.values()) {
      int first = some.size() <= MOST_ALIKE + 1 ? some.size() : MOST_ALIKE;
      some.subList(0, first).forEach(one -> shown.add(values(one)));
      if (first < some.size()) {
        shown.add(
            "The same of %,d more items: result.json has them all.".formatted(some.size() - first));
      }
    }
    return shown;
  }

  /** What the sentence says whatever the item; itself where it begins with none. */
  private static String kind(String sentence, List<String> items) {
    return items.stream()
        .filter(sentence::startsWith)
        .max(Comparator.comparingInt(String::length))
        .map(item -> sentence.substring(item.length()))
        .map(rest -> VALUES.matcher(rest).replaceAll("[]").replaceAll("-?\\d+(\\.\\d+)?", "#"))
        .orElse(sentence);
  }

  private static String values(String sentence) {
    return VALUES
        .matcher(sentence)
        .replaceAll(found -> Matcher.quoteReplacement(cut(found.group(1))));
  }

  private static String cut(String values) {
    List<String> all = List.of(values.split(", ", -1));
    return "[" + names(all) + "]";
  }
}
