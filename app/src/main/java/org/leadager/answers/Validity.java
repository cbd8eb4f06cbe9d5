package org.leadager.answers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.leadager.instruments.Instrument;

/** Whether answers fit the form they are given to. */
final class Validity {
  static final int LONGEST_COMMENT = 4_000;

  private Validity() {}

  /** The codes of what does not fit; codes of no question among them. */
  static Set<String> invalid(Instrument instrument, List<Instrument.Item> items, Save save) {
    Set<String> invalid = new TreeSet<>();
    for (Map.Entry<String, Draft.Answer> entry : save.values().entrySet()) {
      if (!fits(instrument, items, entry.getKey(), entry.getValue().value())) {
        invalid.add(entry.getKey());
      }
    }
    for (Map.Entry<String, String> entry : save.comments().entrySet()) {
      if (!instrument.openQuestions().contains(entry.getKey())
          || entry.getValue().length() > LONGEST_COMMENT
          || entry.getValue().indexOf('\0') >= 0) {
        invalid.add(entry.getKey());
      }
    }
    return invalid;
  }

  private static boolean fits(
      Instrument instrument,
      List<Instrument.Item> items,
      String code,
      @org.jspecify.annotations.Nullable Integer value) {
    if (items.stream().anyMatch(i -> i.code().equals(code))) {
      return value == null || (value >= 1 && value <= instrument.scale().points());
    }
    Instrument.Amounts amounts = instrument.amounts();
    return amounts != null
        && amounts.items().stream().anyMatch(a -> a.code().equals(code))
        && (value == null || (value >= amounts.min() && value <= amounts.max()));
  }
}
