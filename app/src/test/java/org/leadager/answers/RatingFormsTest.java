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
