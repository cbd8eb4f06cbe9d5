package org.leadager.studies;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leadager.engine.rating.Needs;
import org.leadager.engine.rating.RoundScore;
import org.leadager.engine.rating.SubjectRatings;
import org.leadager.engine.simulate.Draws;

/**
 * A company scored once with severity shared: a hierarchy in which everybody is rated by their
 * boss, by four of the same team of eight and by four reports, so that all subjects hang together.
 *
 * @param together seconds of processor time, garbage collection included
 * @param alone the same for the same subjects one by one
 */
record SharedRound(int subjects, double together, double alone) {
  static final int FULL = 5000;
  private static final int TEAM = 8;
  private static final int WARM = 200;

  static SharedRound run(int subjects) {
    Instrument instrument = Instrument.of(2);
    List<SubjectRatings> ratings = draw(instrument, subjects);
    together(instrument, ratings.subList(0, Math.min(WARM, subjects)));
    alone(instrument, ratings.subList(0, Math.min(WARM, subjects)));
    return new SharedRound(subjects, together(instrument, ratings), alone(instrument, ratings));
  }

  /** Person p's boss is (p − 1) / 8, whose reports they are together with the rest of the team. */
  private static List<SubjectRatings> draw(Instrument instrument, int subjects) {
    Draws draws = Draws.seeded(3);
    Map<Integer, Double> severity = new HashMap<>();
    List<SubjectRatings> out = new ArrayList<>();
    for (int p = 1; p <= subjects; p++) {
      int boss = (p - 1) / TEAM;
      List<Integer> people = new ArrayList<>(List.of(boss));
      for (int k = 1; k <= 4; k++) {
        people.add(boss * TEAM + 1 + (p - 1 + k) % TEAM);
      }
      for (int k = 1; k <= 4; k++) {
        people.add(p * TEAM + k);
      }
      out.add(instrument.subject(people, severity, draws));
    }
    return out;
  }

  private static double together(Instrument instrument, List<SubjectRatings> ratings) {
    Duration start = processor();
    List<Needs> needs = Collections.nCopies(ratings.size(), Needs.none());
    RoundScore score = instrument.model().scoreRound(ratings, needs);
    if (!score.warnings().isEmpty()) {
      throw new IllegalStateException(String.join(" ", score.warnings()));
    }
    return processor().minus(start).toNanos() / 1e9;
  }

  private static double alone(Instrument instrument, List<SubjectRatings> ratings) {
    Duration start = processor();
    for (SubjectRatings one : ratings) {
      if (!instrument.model().score(one).converged()) {
        throw new IllegalStateException("a score did not settle");
      }
    }
    return processor().minus(start).toNanos() / 1e9;
  }

  private static Duration processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "A company of %,d subjects who share raters: %.1f s of processor time, one by one %.1f s",
        subjects,
        together,
        alone);
  }
}
