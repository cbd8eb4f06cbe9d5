package org.leadager.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadager.instruments.InstrumentsForTests;
import org.leadager.rounds.RoundFixture;

class RatingFormsTest {
  private final RoundFixture fixture = new RoundFixture();
  private final RatingForms forms =
      new RatingForms(
          fixture.database,
          fixture.rounds,
          InstrumentsForTests.on(fixture.database),
          fixture.clock);
  private UUID round = new UUID(0, 0);
  private String link = "";

  @BeforeEach
  void launch() {
    round = fixture.launched();
    link = fixture.linkOf("bo@example.org");
  }

  @Test
  void aDraftComesBackWithEveryAnswer() {
    Sitting sitting = sitting();
    Sitting.Task task = sitting.tasks().getFirst();
    assertThat(forms.save(sitting, task, Save.of(0, "M1.1", new Draft.Answer(4))))
        .isEqualTo(new Saved.Kept(1));
    assertThat(forms.save(sitting, task, Save.of(1, "M2.1", Draft.Answer.UNABLE)))
        .isEqualTo(new Saved.Kept(2));
    assertThat(forms.save(sitting, task, new Save(2, Map.of(), Map.of("keep", "Ask us first."))))
        .isEqualTo(new Saved.Kept(3));
    Sitting again = sitting();
    Draft draft = forms.draft(again, again.tasks().getFirst());
    assertThat(draft.values())
        .isEqualTo(Map.of("M1.1", new Draft.Answer(4), "M2.1", Draft.Answer.UNABLE));
    assertThat(draft.comments()).isEqualTo(Map.of("keep", "Ask us first."));
  }

  @Test
  void theStaleOfTwoDevicesIsToldAndChangesNothing() {
    Sitting sitting = sitting();
    Sitting.Task task = sitting.tasks().getFirst();
    forms.save(sitting, task, Save.of(0, "M1.1", new Draft.Answer(4)));
    assertThat(
            forms.save(
                sitting,
                task,
                new Save(
                    0, Map.of("M1.1", new Draft.Answer(2), "M2.1", new Draft.Answer(3)), Map.of())))
        .isEqualTo(new Saved.Stale(1, Set.of("M1.1")));
    assertThat(forms.draft(sitting, task).values()).isEqualTo(Map.of("M1.1", new Draft.Answer(4)));
    assertThat(forms.save(sitting, task, Save.of(0, "M2.1", new Draft.Answer(3))))
        .as("another question is not in the way")
        .isEqualTo(new Saved.Kept(2));
  }

  @Test
  void autosavesOutOfOrderKeepTheNewest() {
    Sitting sitting = sitting();
    Sitting.Task task = sitting.tasks().getFirst();
    forms.save(sitting, task, Save.of(0, "M1.1", new Draft.Answer(1)));
    forms.save(sitting, task, Save.of(1, "M1.1", new Draft.Answer(5)));
    assertThat(forms.save(sitting, task, Save.of(0, "M1.1", new Draft.Answer(2))))
        .isInstanceOf(Saved.Stale.class);
    assertThat(forms.draft(sitting, task).values().get("M1.1")).isEqualTo(new Draft.Answer(5));
  }

  @Test
  void aSaveReplayedIsTheSameAsOne() {
    Sitting sitting = sitting();
    Sitting.Task task = sitting.tasks().getFirst();
    Save save = Save.of(0, "M1.1", new Draft.Answer(4));
    assertThat(forms.save(sitting, task, save)).isEqualTo(forms.save(sitting, task, save));
    assertThat(fixture.numbers("select count(*) from answers.fact")).containsExactly(1L);
  }

  @Test
  void twoFirstSubmitsAtOnceAreOneSubmissionWithOneReceipt() throws Exception {
    Sitting sitting = sitting();
    Sitting.Task task = sitting.tasks().getFirst();
    forms.save(sitting, task, Save.of(0, "M1.1", new Draft.Answer(4)));
    List<Saved> results = atOnce(8, () -> forms.submit(sitting, task));
    assertThat(results).allMatch(r -> r instanceof Saved.Submitted);
    assertThat(Set.copyOf(results)).hasSize(1);
    assertThat(forms.submit(sitting, task)).isEqualTo(results.getFirst());
    assertThat(
            fixture.numbers("select count(*) from rounds.rating_request where state = 'submitted'"))
        .containsExactly(1L);
  }

  @Test
  void twoFirstOpensAtOnceMakeOneForm() throws Exception {
    List<Sitting> sittings = atOnce(8, this::sitting);
    assertThat(Set.copyOf(sittings)).hasSize(1);
    assertThat(fixture.numbers("select count(*) from answers.form")).containsExactly(1L);
  }

  @Test
  void anAutosaveAfterTheSubmitIsRefused() {
    Sitting sitting = sitting();
    Sitting.Task task = sitting.tasks().getFirst();
    forms.save(sitting, task, Save.of(0, "M1.1", new Draft.Answer(4)));
    Saved.Submitted submitted = (Saved.Submitted) forms.submit(sitting, task);
    assertThat(forms.save(sitting, task, Save.of(9, "M1.1", new Draft.Answer(1))))
        .isEqualTo(new Saved.AlreadySubmitted(submitted.receipt()));
    assertThat(forms.draft(sitting, task).values().get("M1.1")).isEqualTo(new Draft.Answer(4));
  }

  @Test
  void whatIsNotOfThisFormIsInvalidAndSavesNothing() {
    Sitting sitting = sitting();
    Sitting.Task task = sitting.tasks().getFirst();
    assertThat(
            forms.save(
                sitting,
                task,
                new Save(
                    0,
                    Map.of(
                        "M1.1", new Draft.Answer(4),
                        "M1.2", new Draft.Answer(4),
                        "M2.1", new Draft.Answer(7)),
                    Map.of("keep", "a\0b"))))
        .isEqualTo(new Saved.Invalid(Set.of("M1.2", "M2.1", "keep")));
    assertThat(forms.submit(sitting, task)).isEqualTo(new Saved.Empty());
  }

  @Test
  void closedWithdrawnUnknownAndAlteredLinksAreAlikeAndRefuse() {
    Sitting sitting = sitting();
    Sitting.Task task = sitting.tasks().getFirst();
    forms.save(sitting, task, Save.of(0, "M1.1", new Draft.Answer(4)));
    assertThat(forms.open(link.substring(1) + "x")).isEmpty();
    assertThat(forms.open("")).isEmpty();
    fixture.rounds.withdraw(fixture.organisation, fixture.actor, round, task.request());
    assertThat(forms.open(link)).isEmpty();
    assertThat(forms.save(sitting, task, Save.of(1, "M1.1", new Draft.Answer(5))))
        .isEqualTo(new Saved.Gone());
    assertThat(forms.submit(sitting, task)).isEqualTo(new Saved.Gone());
    fixture.rounds.close(fixture.organisation, fixture.actor, round);
    assertThat(forms.open(fixture.linkOf("cy@example.org"))).isEmpty();
  }

  @Test
  void whateverIsWrongWithALinkItTakesTheSameStatementsToSay() {
    String revoked = fixture.linkOf("cy@example.org");
    fixture.numbers(
        """
        with taken as (update rounds.invitation i set revoked_at = now()
          from people.person p where p.id = i.person_id and p.mail = 'cy@example.org' returning 1)
        select count(*) from taken
        """);
    fixture.rounds.withdraw(
        fixture.organisation, fixture.actor, round, sitting().tasks().getFirst().request());
    Set<Integer> statements = new java.util.HashSet<>();
    for (String wrong : List.of("", "x".repeat(32), link.substring(1) + "x", link, revoked)) {
      statements.add(
          fixture
              .test
              .queries()
              .during(() -> assertThat(forms.arrive(wrong)).isEqualTo(new Arrival.Unknown())));
    }
    assertThat(statements).hasSize(1);
  }

  @Test
  void afterTheCloseALinkStillSaysWhatBecameOfTheForm() {
    Sitting sitting = sitting();
    forms.save(sitting, sitting.tasks().getFirst(), Save.of(0, "M1.1", new Draft.Answer(4)));
    Saved.Submitted sent = (Saved.Submitted) forms.submit(sitting, sitting.tasks().getFirst());
    fixture.rounds.close(fixture.organisation, fixture.actor, round);
    assertThat(ended(link).receipt()).isEqualTo(sent.receipt());
    assertThat(ended(fixture.linkOf("cy@example.org")).receipt()).isNull();
  }

  private Arrival.Ended ended(String token) {
    return ((Arrival.Over) forms.arrive(token)).forms().getFirst();
  }

  @Test
  void aRaterOfManyIsShownThemInAsManyStatementsAsARaterOfOne() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      rows.append("S%d,s%d@example.org,Zoe Ash,zoe@example.org,peer\n".formatted(i, i));
    }
    UUID many = fixture.draft();
    fixture.setup.addPanel(fixture.organisation, many, rows.toString());
    fixture.setup.launch(fixture.organisation, fixture.actor, many);
    Sitting ofMany = forms.open(fixture.linkOf("zoe@example.org")).orElseThrow();
    assertThat(forms.standings(ofMany)).hasSize(20).containsValue(Standing.NOT_BEGUN);
    Sitting ofOne = sitting();
    assertThat(fixture.test.queries().during(() -> forms.standings(ofMany)))
        .isEqualTo(fixture.test.queries().during(() -> forms.standings(ofOne)));
  }

  private Sitting sitting() {
    return forms.open(link).orElseThrow();
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<T>> running =
          java.util.stream.IntStream.range(0, times)
              .mapToObj(i ->
                  threads.submit(() -> {
                    start.await();
                    return work.call();
                  }))
              .toList();
      start.countDown();
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get());
      }
      return results;
    }
  }
}
