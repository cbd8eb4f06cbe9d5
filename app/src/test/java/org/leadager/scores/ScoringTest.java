package org.leadager.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.RatingModel;
import org.leadager.rounds.RoundClosed;
import org.leadager.rounds.RoundState;

class ScoringTest {
  private static final ScoringFixture FIXTURE = new ScoringFixture();
  private final Scoring scoring = FIXTURE.scoring(new OpenAdmission());
  private final ScoreClosedRounds handler = new ScoreClosedRounds(scoring);

  @Test
  void aClosedRoundGivesEverySubjectASnapshotThatSaysWhereItComesFrom() {
    UUID round = FIXTURE.closed("18", 2, ScoringFixture.MIDDLING);
    assertThat(scoring.progress(FIXTURE.organisation, round)).isEqualTo(progress(0, 2));
    handle(round);
    assertThat(scoring.progress(FIXTURE.organisation, round)).isEqualTo(progress(2, 2));
    assertThat(state(round)).isEqualTo(RoundState.SCORED);
    List<Snapshot> snapshots = FIXTURE.scores.ofRound(FIXTURE.organisation, round);
    assertThat(snapshots)
        .extracting(Snapshot::subjectId)
        .containsExactlyElementsOf(FIXTURE.subjects(round));
    Snapshot one = snapshots.getFirst();
    assertThat(one.instrument()).isEqualTo("leadager/1");
    assertThat(one.parameters()).isEqualTo("day-one-1");
    assertThat(one.engine()).isEqualTo(RatingModel.VERSION);
    assertThat(one.watermark()).matches("[0-9a-f]{64}");
    assertThat(one.roundId()).isEqualTo(round);
    assertThat(FIXTURE.scores.latest(FIXTURE.organisation, one.subjectId())).contains(one);
    Figures figures = one.figures();
    assertThat(figures.outcome()).isEqualTo(Figures.Outcome.SCORED);
    assertThat(figures.provisional()).isTrue();
    assertThat(figures.ownScale()).isFalse();
    assertThat(figures.oneSource()).isFalse();
  }

  @Test
  void theSameEventAgainChangesNothing() {
    UUID round = FIXTURE.closed("18", 2, ScoringFixture.MIDDLING);
    handle(round);
    List<Snapshot> before = FIXTURE.scores.ofRound(FIXTURE.organisation, round);
    handle(round);
    assertThat(FIXTURE.scores.ofRound(FIXTURE.organisation, round)).isEqualTo(before);
    assertThat(FIXTURE.snapshots(round)).isEqualTo(2);
  }

  @Test
  void theSameInputAgainIsNoNewSnapshotAndAnotherInputIsOne() {
    UUID round = FIXTURE.closed("18", 1, ScoringFixture.MIDDLING);
    UUID subject = FIXTURE.subjects(round).getFirst();
    Map<String, BigDecimal> needs = Map.of("M1", new BigDecimal("4.50"));
    for (int time = 0; time < 2; time++) {
      score(round, subject, 3, needs);
      assertThat(FIXTURE.snapshots(round)).isEqualTo(1);
    }
    score(round, subject, 3, Map.of("M1", new BigDecimal("4.5")));
    assertThat(FIXTURE.snapshots(round)).isEqualTo(1);
    score(round, subject, 3, Map.of("M1", new BigDecimal("4.6")));
    score(round, subject, 4, needs);
    assertThat(FIXTURE.snapshots(round)).isEqualTo(3);
  }

  @Test
  void aSnapshotNeverChanges() {
    UUID round = FIXTURE.closed("18", 1, ScoringFixture.MIDDLING);
    handle(round);
    assertThatThrownBy(() -> FIXTURE.owner().execute("update scores.snapshot set engine = 'x'"))
        .hasMessageContaining("never change");
    for (String statement :
        new String[] {"update scores.snapshot set engine = 'x'", "delete from scores.snapshot"}) {
      assertThatThrownBy(() ->
              FIXTURE.base.database.change(FIXTURE.organisation, dsl -> dsl.execute(statement)))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aRaterTakenOutIsInNoFigureAndInNoComment() {
    UUID round = FIXTURE.launched("18", 1);
    FIXTURE.answer(round, "18", ScoringFixture.MIDDLING);
    FIXTURE
        .owner()
        .execute(
            """
            insert into answers.comment_fact (organisation_id, form_id, question, text, revision)
            select f.organisation_id, f.id, 'keep', f.source || t.text, t.revision
              from answers.form f, (values (' first', 1), (' last', 2)) t(text, revision)
             where f.round_id = ?
            """,
            round);
    ScoringFixture.done(
        FIXTURE.base.rounds.withdraw(
            FIXTURE.organisation, FIXTURE.base.actor, round, request(round, "r1@example.org")));
    UUID subject = FIXTURE.subjects(round).getFirst();
    assertThat(comments(subject)).isEmpty();
    FIXTURE.close(round);
    handle(round);
    Figures figures = FIXTURE.scores.latest(FIXTURE.organisation, subject).orElseThrow().figures();
    assertThat(figures.groups())
        .containsExactly(
            new Figures.Group("self", 1),
            new Figures.Group("boss", 1),
            new Figures.Group("peers", 3),
            new Figures.Group("reports", 4));
    assertThat(comments(subject))
        .hasSize(9)
        .allMatch(c -> c.endsWith(" last"))
        .containsExactlyInAnyOrderElementsOf(ratersWithWords(subject));
  }

  @Test
  void aRoundThatWasCutShortGoesOnWhereItStopped() {
    UUID round = FIXTURE.closed("18", 3, ScoringFixture.MIDDLING);
    AtomicInteger panels = new AtomicInteger();
    Admission failing =
        (instrument, form, minimum, panel) -> {
          if (panels.incrementAndGet() == 3) {
            throw new IllegalStateException("the machine is gone");
          }
          return new OpenAdmission().admit(instrument, form, minimum, panel);
        };
    assertThatThrownBy(() -> FIXTURE.scoring(failing).score(FIXTURE.organisation, round))
        .hasMessage("the machine is gone");
    assertThat(scoring.progress(FIXTURE.organisation, round)).isEqualTo(progress(2, 3));
    assertThat(state(round)).isEqualTo(RoundState.CLOSED);
    List<Snapshot> before = FIXTURE.scores.ofRound(FIXTURE.organisation, round);
    handle(round);
    assertThat(FIXTURE.scores.ofRound(FIXTURE.organisation, round)).hasSize(3).containsAll(before);
    assertThat(FIXTURE.snapshots(round)).isEqualTo(3);
  }

  @Test
  void oneWhoCannotBeScoredKeepsNobodyElseWaiting() {
    UUID round = FIXTURE.closed("18", 3, ScoringFixture.MIDDLING);
    FIXTURE
        .owner()
        .execute(
            """
            insert into answers.fact (organisation_id, form_id, item, value, revision)
            select organisation_id, id, 'M1.1', 9, 2 from answers.form where subject_id = ?
            """,
            FIXTURE.subjects(round).getFirst());
    assertThatThrownBy(() -> handle(round)).hasMessageContaining("answer 9");
    assertThat(scoring.progress(FIXTURE.organisation, round)).isEqualTo(progress(2, 3));
    assertThat(state(round)).isEqualTo(RoundState.CLOSED);
  }

  @Test
  void twoAtOnceKeepEachSnapshotOnce() throws InterruptedException {
    UUID round = FIXTURE.closed("18", 8, ScoringFixture.MIDDLING);
    AtomicInteger failures = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, 2)
            .mapToObj(i ->
                Thread.ofPlatform()
                    .start(() -> {
                      try {
                        handle(round);
                      } catch (RuntimeException e) {
                        failures.incrementAndGet();
                        throw e;
                      }
                    }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).hasValue(0);
    assertThat(FIXTURE.snapshots(round)).isEqualTo(8);
    assertThat(state(round)).isEqualTo(RoundState.SCORED);
  }

  @Test
  void anEventThatNamesNoClosedRoundHereIsLetGo() {
    UUID open = FIXTURE.launched("18", 1);
    UUID elsewhere = FIXTURE.base.test.organisation("Elsewhere");
    handle(UUID.randomUUID());
    handle(open);
    for (String payload :
        new String[] {"{}", "[]", "null", "{\"roundId\":7}", "{\"roundId\":\"x\"}", "no JSON"}) {
      handler.handle(FIXTURE.organisation, payload);
    }
    FIXTURE.close(open);
    handler.handle(elsewhere, "{\"roundId\":\"" + open + "\"}");
    assertThat(FIXTURE.snapshots(open)).isZero();
    assertThat(state(open)).isEqualTo(RoundState.CLOSED);
  }

  @Test
  void aPanelWithoutAnAnswerIsNotReportableAndSaysWhy() {
    UUID round = FIXTURE.launched("18", 1);
    FIXTURE.close(round);
    handle(round);
    Figures figures = FIXTURE.scores.ofRound(FIXTURE.organisation, round).getFirst().figures();
    assertThat(figures.outcome()).isEqualTo(Figures.Outcome.NOT_REPORTABLE);
    assertThat(figures.reason()).contains("Too few");
    assertThat(figures.axes()).isEmpty();
    assertThat(figures.competences()).isEmpty();
    assertThat(state(round)).isEqualTo(RoundState.SCORED);
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithThePanel() {
    UUID small = FIXTURE.closed("18", 1, ScoringFixture.MIDDLING);
    UUID large = FIXTURE.closed("72", 1, ScoringFixture.MIDDLING);
    assertThat(score(small, FIXTURE.subjects(small).getFirst(), 3, Map.of())).isEqualTo(3);
    assertThat(score(large, FIXTURE.subjects(large).getFirst(), 3, Map.of())).isEqualTo(3);
  }

  /** Scores one subject and counts the statements. */
  private int score(UUID round, UUID subject, int minimum, Map<String, BigDecimal> needs) {
    String form = FIXTURE.base.rounds.find(FIXTURE.organisation, round).orElseThrow().form();
    RoundScope scope =
        new RoundScope(
            FIXTURE.organisation,
            round,
            FIXTURE.leadager,
            FIXTURE.leadager.form(form).orElseThrow(),
            minimum);
    SubjectScoring one =
        new SubjectScoring(scope, RoundModels.of(scope, Stream.of()), new OpenAdmission());
    AtomicInteger statements = new AtomicInteger();
    ExecuteListener counter =
        new ExecuteListener() {
          @Override
          public void executeStart(ExecuteContext ctx) {
            statements.incrementAndGet();
          }
        };
    FIXTURE.base.database.change(
        FIXTURE.organisation,
        dsl ->
            one.score(
                DSL.using(
                    dsl.configuration()
                        .deriveAppending(new DefaultExecuteListenerProvider(counter))),
                subject,
                needs));
    return statements.get();
  }

  private void handle(UUID round) {
    handler.handle(FIXTURE.organisation, "{\"roundId\":\"" + round + "\"}");
  }

  private RoundState state(UUID round) {
    return FIXTURE.base.rounds.find(FIXTURE.organisation, round).orElseThrow().state();
  }

  private UUID request(UUID round, String mail) {
    return FIXTURE
        .owner()
        .fetchSingle(
            "select q.id from rounds.rating_request q join people.person p on p.id = q.person_id"
                + " where q.round_id = ? and p.mail = ?",
            round,
            mail)
        .get(0, UUID.class);
  }

  private List<String> comments(UUID subject) {
    return lines(
        "select rater || ' ' || source || ': ' || text from answers.comments_for_report(?)",
        subject);
  }

  /** What the comments must be, by the raters' numbers in scoring. */
  private List<String> ratersWithWords(UUID subject) {
    return lines(
        "select distinct rater || ' ' || source || ': ' || source || ' last' from answers.for_scoring(?)",
        subject);
  }

  private List<String> lines(String query, UUID subject) {
    return FIXTURE.base.database.read(
        FIXTURE.organisation, dsl -> dsl.fetch(query, subject).getValues(0, String.class));
  }

  private static Scoring.Progress progress(int done, int of) {
    return new Scoring.Progress(done, of);
  }

  @Test
  void itTakesClosedRounds() {
    assertThat(handler.kind()).isEqualTo(RoundClosed.KIND);
  }
}
