package org.leadager.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instrument.Group;

/** Kinds of groups, by the words that {@link Admitted} has for them. */
final class Kinds {
  static final String SELF = of(Group.SELF);
  static final String BOSS = of(Group.BOSS);

  /** Groups too small to stand alone, taken together. */
  static final String COLLEAGUES = "colleagues";

  private Kinds() {}

  static String of(Group group) {
    return group.name().toLowerCase(Locale.ROOT);
  }

  /** All kinds that can occur with an instrument, in the order of reports. */
  static List<String> of(Instrument instrument) {
    List<String> kinds = new ArrayList<>();
    for (Group group : Group.values()) {
      if (instrument.sources().stream().anyMatch(s -> s.group() == group)) {
        kinds.add(of(group));
      }
    }
    if (kinds.stream().anyMatch(Kinds::isProtected)) {
      kinds.add(COLLEAGUES);
    }
    return kinds;
  }

  /** Self and boss are named and know it; everybody else is protected. */
  static boolean isProtected(String kind) {
    return !kind.equals(SELF) && !kind.equals(BOSS);
  }

  /** Codes of the instrument's sources that a kind of group stands for. */
  static List<String> sources(Instrument instrument, String kind) {
    return instrument.sources().stream()
        .filter(
            s -> kind.equals(COLLEAGUES) ? isProtected(of(s.group())) : kind.equals(of(s.group())))
        .map(Instrument.Source::code)
        .toList();
  }

  /** Every kind there is, in the order of reports. */
  static List<String> all() {
    List<String> kinds = new ArrayList<>(Arrays.stream(Group.values()).map(Kinds::of).toList());
    kinds.add(COLLEAGUES);
    return kinds;
  }
}
