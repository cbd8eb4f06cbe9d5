package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From "we need leadership training" to the end, at both widths and without script. */
@ExtendWith(Shared.class)
class WholePathTest {
  private static final String REQUEST =
      "Our new shift leads need a course in planning. Jobs start late.";

  private final Program program;
  private final Chromium chromium;

  WholePathTest(Program program, Chromium chromium) {
    this.program = program;
    this.chromium = chromium;
  }

  @Test
  void thePathCanBeWalkedOnAPhone() {
    try (Visitor visitor = chromium.visitor(program, Screen.PHONE)) {
      walk(visitor, "phone");
    }
  }

  @Test
  void thePathCanBeWalkedAtADesk() {
    try (Visitor visitor = chromium.visitor(program, Screen.DESK)) {
      walk(visitor, "desk");
    }
  }

  @Test
  void thePathCanBeWalkedWithoutScript() {
    try (Visitor visitor = chromium.visitorWithoutScript(program, Screen.PHONE)) {
      walk(visitor, "plain");
    }
  }

  private void walk(Visitor visitor, String name) {
    Panel panel = new Panel(name);
    visitor.open("/sign-in").press("As consultant");
    RoundWalk round =
        new CaseWalk(visitor)
            .ask(REQUEST)
            .answerInterview()
            .read()
            .goToCase()
            .setUpRound("Shift leads, " + name);
    round
        .add(panel.subject(), "self", panel.subject())
        .add(panel.subject(), "boss", panel.boss())
        .pasteRefused(panel.rowsWithOneBad(), "Row 3")
        .paste(panel.rows())
        .launch(panel.raters().size());

    answer(visitor, Mailbox.invitation(visitor, panel.boss()));
    Map<String, String> links = Mailbox.links(new Http(program.address()), panel.domain());
    int shift = 0;
    for (Someone other : panel.others()) {
      String link = Objects.requireNonNull(links.get(other.mail()));
      new RaterByHttp(program.address(), link).answerEverything(shift++ % 2);
    }
    round
        .expectIn("%d of %d forms are in".formatted(panel.others().size() + 1, links.size()))
        .close();
    new ReportWalk(visitor)
        .awaitScores(round.path())
        .lookFirstAndRelease(panel.subject())
        .read(panel.subject())
        .fetchPdf()
        .readAll(round.path());
    new SubjectWalk(visitor, panel.subject()).signIn().readReport("Shift leads, " + name);
    visitor.assertNothingWrong();
  }

  private static void answer(Visitor visitor, String link) {
    RateWalk rater = new RateWalk(visitor, link).begin();
    String first = visitor.path();
    rater.answerPage(0).goOn().comeBackTo(first, 1);
    for (int page = 0; !rater.isAtEnd(); page++) {
      rater.answerPage(page).goOn();
    }
    String receipt = rater.send();
    visitor.open(first);
    assertThat(visitor.text()).contains(receipt);
    rater.sayWhatTheJobNeeds();
  }
}
