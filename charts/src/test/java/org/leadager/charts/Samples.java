package org.leadager.charts;

import java.util.ArrayList;
import java.util.List;

/** Figures of an invented port manager, and a set the size of a historical one. */
final class Samples {
  static final Scale WORDS =
      Scale.ofWords("Seldom", "Sometimes", "Often", "Usually", "Almost always");
  static final Scale NEAR =
      new Scale(
          1.5,
          5,
          List.of(
              new Tick(2, "Sometimes"),
              new Tick(3, "Often"),
              new Tick(4, "Usually"),
              new Tick(5, "Almost always")));

  private Samples() {}

  static LeadagerMap.Figures person() {
    return new LeadagerMap.Figures(
        Axis.management(NEAR),
        Axis.leadership(NEAR),
        new Bivariate(3.72, 2.95, 0.08, 0.045, 0.11),
        new Need(3.5, 3.2),
        List.of(
            new Mark(Source.EVERYONE, "Everyone but you", 3.72, 2.95),
            new Mark(Source.SELF, "You", 4, 3.7),
            new Mark(Source.BOSS, "Boss", 4.05, 2.7),
            new Mark(Source.PEERS, "Peers", 3.45, 2.8),
            new Mark(Source.REPORTS, "Direct reports", 3.85, 3.05)));
  }

  static LeadagerMap.Figures crowded() {
    List<Mark> marks = new ArrayList<>();
    for (Source source : Source.values()) {
      String name = source.name().toLowerCase(java.util.Locale.ROOT);
      marks.add(new Mark(source, name, 3 + marks.size() * 0.02, 3));
    }
    return new LeadagerMap.Figures(
        Axis.management(NEAR),
        Axis.leadership(NEAR),
        new Bivariate(3, 3, 0.2, -0.1, 0.1),
        null,
        marks);
  }

  static GroupSummary.Figures companies(int count) {
    List<GroupSummary.Subject> subjects = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double across = 3.2 + Math.sin(i * 12.9898) * 0.9;
      double up = 0.6 * across + 1.2 + Math.cos(i * 78.233) * 0.5;
      subjects.add(
          new GroupSummary.Subject(
              "Company " + (i + 1),
              new Estimate(across - 0.25, across, across + 0.25),
              new Estimate(up - 0.2, up, up + 0.2)));
    }
    return new GroupSummary.Figures(
        Axis.other("Officers", WORDS),
        Axis.other("Non-commissioned officers", WORDS),
        null,
        subjects);
  }

  static List<ZoneStrip.Row> competences() {
    return List.of(
        row("Clear goals and roles", 4.1, 4.3, Zone.CLEAR_STRENGTH),
        row("Plans the work", 3.9, 4.1, Zone.LIKELY_STRENGTH),
        row("Guards against loss", 3.6, 3.6, Zone.CANNOT_TELL),
        row("Looks ahead", 2.7, 3.6, Zone.LIKELY_NEED),
        row("Gives direction", 2.2, 3.5, Zone.CLEAR_NEED),
        new ZoneStrip.Row(
            "Holds opposites",
            WORDS,
            new Estimate(1.6, 3.1, 4.4),
            null,
            3.5,
            ZoneStrip.Standing.grey()),
        new ZoneStrip.Row(
            "Wins support",
            WORDS,
            new Estimate(2.6, 3.1, 3.5),
            3.3,
            null,
            ZoneStrip.Standing.of(Zone.NONE)));
  }

  private static ZoneStrip.Row row(String name, double middle, double self, Zone zone) {
    return new ZoneStrip.Row(
        name,
        WORDS,
        new Estimate(middle - 0.45, middle, middle + 0.45),
        self,
        3.5,
        ZoneStrip.Standing.of(zone));
  }

  static SourceStrip.Figures groups() {
    return new SourceStrip.Figures(
        Axis.leadership(WORDS),
        3.5,
        List.of(
            SourceStrip.Group.shown(Source.BOSS, "Boss", new Estimate(2.2, 3, 3.8)),
            SourceStrip.Group.withheld(Source.PEERS, "Peers"),
            SourceStrip.Group.shown(Source.REPORTS, "Direct reports", new Estimate(2.7, 3.2, 3.6)),
            SourceStrip.Group.empty(Source.OTHERS, "Others")));
  }

  static List<VerdictBars.Outcome> verdicts() {
    return List.of(
        outcome(VerdictBars.Kind.NOT_TRAINING, "Not a training need", "leaning", 0.38, 0.54, 0.68),
        outcome(VerdictBars.Kind.BOTH, "Both skill and thinking", "less likely", 0.09, 0.17, 0.3),
        outcome(VerdictBars.Kind.MANAGEMENT, "Management skill", "less likely", 0.08, 0.16, 0.28),
        outcome(VerdictBars.Kind.LEADERSHIP, "Leadership thinking", "unlikely", 0.03, 0.1, 0.2));
  }

  private static VerdictBars.Outcome outcome(
      VerdictBars.Kind kind, String label, String word, double low, double middle, double high) {
    return new VerdictBars.Outcome(kind, label, word, new Estimate(low, middle, high));
  }
}
