package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything is killed in the middle of the work; what was acknowledged must be there. */
class KillTest {
  private static final int RATERS = 20;
  private static final int SUBJECTS = 3;

  /** Far from all there is to answer, so that everybody is still at it when the end comes. */
  private static final int SAVES_BEFORE_THE_END = 400;

  private static final int SENT_BEFORE_THE_END = 5;
  private static final String DOMAIN = "kill.example";

  @TempDir private Path folder;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void everyAcknowledgedAnswerOutlivesTheEndOfEverythingAndNothingIsDoubled() throws Exception {
    Path data = folder.resolve("data");
    Program program = Program.start("demo", data);
    RoundByHttp round = RoundByHttp.launch(Http.entered(program.address(), "consultant"), rows());
    List<AnsweringRater> raters = raters(Mailbox.links(new Http(program.address()), DOMAIN));
    killWhileAnswering(program, raters);

    try (Program again = Program.start("demo", data)) {
      raters.forEach(rater -> rater.findEverything(again.address()));
      int begun = raters.stream().mapToInt(r -> r.sendEverythingAgain(again.address())).sum();
      assertThat(round.seenBy(Http.entered(again.address(), "consultant")).heading())
          .isEqualTo("%d of %d forms are in".formatted(begun, RATERS * SUBJECTS));
      try (Answers answers = new Answers(data, round.id())) {
        assertThat(answers.forms()).isEqualTo(RATERS * SUBJECTS);
        assertThat(answers.receipts()).isEqualTo(begun);
        assertThat(answers.questionsAnsweredTwice()).isZero();
      }
    }
  }

  private static List<AnsweringRater> raters(Map<String, String> links) {
    assertThat(links).hasSize(RATERS);
    List<String> all = List.copyOf(links.values());
    return IntStream.range(0, RATERS).mapToObj(n -> new AnsweringRater(all.get(n), n)).toList();
  }

  private static void killWhileAnswering(Program program, List<AnsweringRater> raters)
      throws Exception {
    AtomicInteger saves = new AtomicInteger();
    AtomicInteger sent = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> work =
          raters.stream()
              .map(rater -> threads.submit(() -> rater.answer(program.address(), saves, sent)))
              .toList();
      while (saves.get() < SAVES_BEFORE_THE_END || sent.get() < SENT_BEFORE_THE_END) {
        assertThat(work).as("raters still answering").anyMatch(each -> !each.isDone());
        TimeUnit.MILLISECONDS.sleep(5);
      }
      assertThat(work).as("raters still answering").noneMatch(Future::isDone);
      program.kill();
      for (Future<?> each : work) {
        each.get();
      }
    }
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder();
    for (int s = 0; s < SUBJECTS; s++) {
      Someone subject = new Someone("Subject " + s, "subject%d@elsewhere.example".formatted(s));
      for (int r = 0; r < RATERS; r++) {
        rows.append(
            subject.ratedBy(new Someone("Rater " + r, "r%d@%s".formatted(r, DOMAIN)), "peer"));
      }
    }
    return rows.toString();
  }
}
