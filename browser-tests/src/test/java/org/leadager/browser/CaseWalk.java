package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;

/** From a request in somebody's own words to the first reading of it. */
final class CaseWalk {
  private static final int MOST_QUESTIONS = 40;

  /** A case for measuring: they never could do it, and nothing around them stands in the way. */
  private static final Map<String, String> ANSWERS =
      Map.of("gap", "yes", "worth", "yes", "matter", "no", "done-before", "never", "could", "no");

  private final Visitor visitor;

  CaseWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Types the request on the start page; the interview opens. */
  CaseWalk ask(String words) {
    visitor
        .open("/")
        .write("What do you need, and what makes you say so?", words)
        .press("Dig deeper");
    assertThat(visitor.path()).matches("/cases/[0-9a-f-]{36}/ask");
    assertThat(visitor.text()).contains(words);
    return this;
  }

  /** Answers every question of the interview. */
  CaseWalk answerInterview() {
    for (int asked = 0; visitor.page().locator("#question").count() > 0; asked++) {
      assertThat(asked).as("questions asked").isLessThan(MOST_QUESTIONS);
      answerQuestion();
      visitor.press("Next question");
    }
    assertThat(visitor.page().locator("#done").isVisible()).as("the interview ends").isTrue();
    return this;
  }

  private void answerQuestion() {
    Page page = visitor.page();
    String question = page.locator("#question input[name=question]").getAttribute("value");
    Locator options = page.locator("#question .pick label");
    if (options.count() == 0) {
      page.locator("#note").fill("Jobs start late, and nobody knows who decides.");
    } else if (ANSWERS.containsKey(question)) {
      page.locator("#question label:has(input[value='%s'])".formatted(ANSWERS.get(question)))
          .click();
    } else {
      options.last().click();
    }
  }

  /** Reads what is thought of the request, on its own page and in the brief. */
  CaseWalk read() {
    assertThat(visitor.page().locator("#say").innerText()).isNotBlank();
    visitor.follow("Brief for the sponsor");
    assertThat(visitor.text()).contains("How sure we are", "What we were told");
    return this;
  }

  /** Goes from the brief to the page of the case. */
  CaseWalk goToCase() {
    Locator head = visitor.page().locator(".rooms-case a");
    visitor.comeTo(head::click);
    assertThat(visitor.text()).contains("What we think today", "Six rooms");
    return this;
  }

  /** Sets up a round from the case's page; the round opens. */
  RoundWalk setUpRound(String name) {
    visitor.follow("Set up a round").write("Name of the round", name);
    visitor.page().getByRole(AriaRole.RADIO).first().locator("..").click();
    visitor.press("Choose people");
    assertThat(visitor.heading()).isEqualTo(name);
    return new RoundWalk(visitor);
  }
}
