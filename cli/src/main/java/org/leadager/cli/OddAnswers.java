package org.leadager.cli;

import java.util.List;
import java.util.stream.IntStream;
import org.leadager.engine.data.ItemResponses;

/** Answers that can be analysed, but may not be what they seem. */
final class OddAnswers {
  private static final double FAR = 5;

  private OddAnswers() {}

  static void warn(ItemResponses y, List<String> warnings) {
    long silent = IntStream.range(0, y.rows()).filter(r -> empty(y, r)).count();
    if (silent > 0) {
      warnings.add(Words.count(silent, "row has", "rows have") + " no answer at all.");
    }
    for (int i = 0; i < y.items(); i++) {
      far(y, i, warnings);
    }
    if (!whole(y)) {
      warnings.add("Some answers are not whole numbers, so that r_wg(j) cannot be told.");
    }
  }

  private static boolean empty(ItemResponses y, int row) {
    for (int i = 0; i < y.items(); i++) {
      if (y.code(row, i) != ItemResponses.MISSING) {
        return false;
      }
    }
    return true;
  }

  /** Codes such as 99 or −9 often stand for no answer. */
  private static void far(ItemResponses y, int item, List<String> warnings) {
    int last = y.categories(item) - 1;
    if (last < 2) {
      return;
    }
    double low = y.label(item, 0);
    double high = y.label(item, last);
    boolean above = high - y.label(item, last - 1) > FAR * (y.label(item, last - 1) - low);
    boolean below = y.label(item, 1) - low > FAR * (high - y.label(item, 1));
    if (above || below) {
      warnings.add(
          "%s: the answer %s lies far from the others; if it means no answer, leave the cell empty."
              .formatted(y.names().get(item), number(above ? high : low)));
    }
  }

  private static String number(double v) {
    return v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v);
  }

  static boolean whole(ItemResponses y) {
    for (int i = 0; i < y.items(); i++) {
      for (int k = 0; k < y.categories(i); k++) {
        if (y.label(i, k) != Math.rint(y.label(i, k))) {
          return false;
        }
      }
    }
    return true;
  }
}
