package org.leadager.reports;

import java.util.Locale;
import org.leadager.charts.Source;
import org.leadager.instruments.Instrument;

/** Kinds of groups as snapshots name them, and their marks in charts. */
final class Groups {
  static final String SELF = "self";
  static final String COLLEAGUES = "colleagues";

  private Groups() {}

  static String kind(Instrument.Group group) {
    return group.name().toLowerCase(Locale.ROOT);
  }

  /** Colleagues, who come from several small groups, share the mark of the others. */
  static Source mark(String kind) {
    return switch (kind) {
      case "self" -> Source.SELF;
      case "boss" -> Source.BOSS;
      case "peers" -> Source.PEERS;
      case "reports" -> Source.REPORTS;
      default -> Source.OTHERS;
    };
  }

  /** Self and boss are shown as themselves, all others only in groups. */
  static boolean named(String kind) {
    return kind.equals(SELF) || kind.equals("boss");
  }
}
