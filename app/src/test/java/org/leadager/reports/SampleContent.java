package org.leadager.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadager.reports.ReportContent.Said;
import org.leadager.rounds.Round;
import org.leadager.rounds.RoundState;
import org.leadager.scores.Figures;
import org.leadager.scores.Snapshot;

/** Frozen contents for tests. */
final class SampleContent {
  static final Instant DAY = Instant.parse("2026-11-20T09:00:00Z");

  private SampleContent() {}

  static ReportContent leadager(String person, Figures figures, List<Said> comments) {
    Round round =
        new Round(
            UUID.randomUUID(),
            null,
            "October 2026",
            "leadager",
            "1",
            "36",
            RoundState.SCORED,
            3,
            null,
            Round.Origin.COLLECTED);
    Snapshot snapshot =
        new Snapshot(
            UUID.randomUUID(),
            round.id(),
            UUID.randomUUID(),
            "w",
            "leadager/1",
            "day-one-1",
            "1.0",
            figures,
            DAY);
    return new ContentMaker("Calder Ferries", round, SampleFigures.LEADAGER, 9)
        .content(person, snapshot, comments);
  }

  static ReportContent leadager(Figures figures) {
    return leadager("Amara Nwosu", figures, List.of());
  }

  /** Comments as long as people write them, on all three questions. */
  static List<Said> comments() {
    List<Said> said = new ArrayList<>();
    for (String question : SampleFigures.LEADAGER.wording().original().openQuestions().values()) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        words.add("She tells us what a good day looks like before it starts, number " + i + ".");
      }
      said.add(new Said(question, words));
    }
    return said;
  }

  /** Somebody else's instrument with so many axes, 49 rated. */
  static ReportContent foreign(int axes) {
    List<ReportContent.Axis> words = new ArrayList<>();
    for (int i = 0; i < axes; i++) {
      words.add(
          new ReportContent.Axis(
              "X" + i, List.of("Officers", "Non-commissioned officers", "Staff").get(i), null));
    }
    return new ReportContent(
        ReportContent.FORMAT,
        "Company 7",
        "Calder Ferries",
        "Companies",
        new ReportContent.Words(
            words,
            List.of(),
            List.of("1", "2", "3", "4", "5"),
            null,
            Map.of("others", "Soldiers"),
            List.of(),
            List.of(),
            0,
            false),
        SampleFigures.foreign(axes),
        List.of(),
        new ReportContent.Method(
            "Company leadership", "All 11 items", 11, 49, 3, "own-1", "1.0", DAY));
  }
}
