package org.leadager.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leadager.instruments.Instrument;

/** Where each column of a file stands, and what is wrong with its first row. */
final class Header {
  final int subject;
  final int rater;
  final int source;
  final int[] items;
  final int width;
  final List<String> problems = new ArrayList<>();

  private final Map<String, Integer> at = new HashMap<>();

  Header(List<String> names, Columns columns, Instrument instrument) {
    width = names.size();
    for (int i = 0; i < width; i++) {
      String name = names.get(i).strip();
      if (at.putIfAbsent(name, i) != null) {
        problems.add("The column “" + shorten(name) + "” is there twice.");
      }
    }
    subject = take(columns.subject(), true);
    rater = take(columns.rater(), true);
    source = take(columns.source(), instrument.sources().size() > 1);
    items = instrument.items().stream().mapToInt(item -> take(item.code(), true)).toArray();
    at.keySet().stream()
        .sorted()
        .forEach(name ->
            problems.add(
                "The column “" + shorten(name) + "” is neither an item nor a name we expect."));
  }

  private int take(String name, boolean needed) {
    Integer found = at.remove(name);
    if (found == null && needed) {
      problems.add("There is no column “" + name + "”.");
    }
    return found == null ? -1 : found;
  }

  static String shorten(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
