package org.leadager.rounds;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instruments;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.rounds.tables.records.RatingRequestRecord;
import org.springframework.stereotype.Service;

/**
 * How often the job needs each competence to be seen, as a boss of the subject sets it while the
 * round is open. It is said on the scale of the answers, so that the two can be held side by side.
 */
@Service
public class Needs {
  private static final int MOST_POINTS = 6;

  private final Database database;
  private final Instruments instruments;
  private final Clock clock;

  Needs(Database database, Instruments instruments, Clock clock) {
    this.database = database;
    this.instruments = instruments;
    this.clock = clock;
  }

  /** Whether raters of this source are asked what the job needs. */
  public static boolean areAskedOf(Instrument instrument, String source) {
    return instrument.hasNeed()
        && instrument.scale().points() <= MOST_POINTS
        && instrument.source(source).filter(s -> s.group() == Instrument.Group.BOSS).isPresent();
  }

  /**
   * Sets needs as one boss sees them: all of these, or none of them.
   *
   * @param request under which the boss is asked about the subject
   * @param rater who sets them; nobody but the boss who was asked may
   * @param levels points of the scale, 1 upwards, by competence
   * @param left competences that the boss leaves open, an earlier level of theirs being taken back
   */
  public Outcome set(
      UUID organisation, UUID request, UUID rater, Map<String, Integer> levels, Set<String> left) {
    return database.write(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          RatingRequestRecord asked = store.lockRequest(request).orElse(null);
          if (asked == null
              || !asked.getPersonId().equals(rater)
              || RoundStore.WITHDRAWN.equals(asked.getState())) {
            return new Outcome.NotFound();
          }
          Round round = store.share(asked.getRoundId()).orElseThrow();
          Optional<Instrument> instrument =
              instruments
                  .find(organisation, round.instrumentCode(), round.instrumentVersion())
                  .filter(i -> areAskedOf(i, asked.getSource()));
          if (instrument.isEmpty()) {
            return new Outcome.NotFound();
          }
          if (!round.accepts(clock.instant())) {
            return Outcome.Refused.because(
                "The round has closed. What you set before is kept; this was not.");
          }
          List<String> problems = problems(instrument.get(), levels, left);
          if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
          }
          left.forEach(competence -> store.unsetNeed(asked.getSubjectId(), rater, competence));
          levels.forEach((competence, level) ->
              store.setNeed(
                  organisation,
                  asked.getSubjectId(),
                  rater,
                  competence,
                  BigDecimal.valueOf(level)));
          return new Outcome.Done();
        });
  }

  private static List<String> problems(
      Instrument instrument, Map<String, Integer> levels, Set<String> left) {
    List<String> problems = new ArrayList<>();
    List<String> known =
        instrument.competences().stream().map(Instrument.Competence::code).toList();
    if (!Stream.concat(levels.keySet().stream(), left.stream()).allMatch(known::contains)) {
      problems.add("One of these is not on this page. Load the page again.");
    }
    int points = instrument.scale().points();
    if (!levels.values().stream().allMatch(level -> level >= 1 && level <= points)) {
      problems.add("Choose one of the %d points, or leave it open.".formatted(points));
    }
    return problems;
  }
}
