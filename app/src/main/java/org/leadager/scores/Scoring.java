package org.leadager.scores;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instruments;
import org.leadager.platform.db.Database;
import org.leadager.rounds.Round;
import org.leadager.rounds.RoundState;
import org.leadager.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Scores closed rounds, one subject and one transaction after the other: a round that was cut short
 * goes on where it stopped, and two processes at once keep each snapshot once.
 */
@Service
public class Scoring {
  private static final Logger log = LoggerFactory.getLogger(Scoring.class);

  private final Database database;
  private final Rounds rounds;
  private final Instruments instruments;
  private final Admission admission;

  Scoring(Database database, Rounds rounds, Instruments instruments, Admission admission) {
    this.database = database;
    this.rounds = rounds;
    this.instruments = instruments;
    this.admission = admission;
  }

  /**
   * How far scoring is.
   *
   * @param done subjects that have scores
   * @param of all subjects of the round
   */
  public record Progress(int done, int of) {}

  /** How far the scoring of a round is. */
  public Progress progress(UUID organisation, UUID round) {
    int of = rounds.subjects(organisation, round).size();
    int done = database.read(organisation, dsl -> new SnapshotStore(dsl).subjects(round));
    return new Progress(done, of);
  }

  /**
   * Scores every subject of a closed round that has no snapshot of the same input, then marks the
   * round scored. Nothing happens where that is done already; a round that is not closed, or not
   * there, is left alone.
   */
  void score(UUID organisation, UUID id) {
    Optional<Round> found = rounds.find(organisation, id);
    if (found.isEmpty() || !found.get().state().isOver()) {
      log.warn("Round {} is not there or not closed: nothing to score", id);
      return;
    }
    if (found.get().state() == RoundState.CLOSED) {
      score(scope(organisation, found.get()));
      rounds.markScored(organisation, id);
    }
  }

  /**
   * Scores all subjects of a round, whatever its state says. One whose answers contradict what must
   * hold keeps the round from being marked scored, but not the others from their scores.
   */
  void score(RoundScope scope) {
    long start = System.nanoTime();
    UUID organisation = scope.organisation();
    Set<UUID> subjects = rounds.subjects(organisation, scope.round()).keySet();
    Basis basis = RoundModels.of(scope, subjects.stream().map(s -> panel(scope, s)));
    SubjectScoring scoring = new SubjectScoring(scope, basis, admission);
    RuntimeException broken = null;
    for (UUID subject : subjects) {
      try {
        database.change(
            organisation, dsl -> scoring.score(dsl, subject, rounds.needs(organisation, subject)));
      } catch (IllegalStateException | IllegalArgumentException e) {
        log.error("Subject {} of round {} cannot be scored", subject, scope.round(), e);
        broken = e;
      }
    }
    if (broken != null) {
      throw broken;
    }
    log.info(
        "Round {}: {} subjects scored in {} ms",
        scope.round(),
        subjects.size(),
        Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private Panel panel(RoundScope scope, UUID subject) {
    return database.read(
        scope.organisation(), dsl -> scope.panel(admission, AnswerSource.about(dsl, subject)));
  }

  RoundScope scope(UUID organisation, Round round) {
    Instrument instrument =
        instruments
            .find(organisation, round.instrumentCode(), round.instrumentVersion())
            .orElseThrow();
    return new RoundScope(
        organisation,
        round.id(),
        instrument,
        instrument.form(round.form()).orElseThrow(),
        round.minimumGroup());
  }
}
