package org.leadager.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/** A rater behind a private link. */
final class RateWalk {
  private final Visitor visitor;
  private final String link;

  RateWalk(Visitor visitor, String link) {
    this.visitor = visitor;
    this.link = link;
  }

  /** Opens the link and begins with the first person on the list. */
  RateWalk begin() {
    visitor.open(link);
    assertThat(visitor.text()).contains("Who will see what", "not begun");
    visitor.comeTo(visitor.page().locator("main li a").first()::click);
    return this;
  }

  /**
   * Answers the questions of this page from the left to the right of their scales, and every third
   * page with "not able to judge".
   */
  RateWalk answerPage(int number) {
    Locator questions = visitor.page().locator("fieldset.scale");
    for (int i = 0; i < questions.count(); i++) {
      Locator cards = questions.nth(i).locator("label.scale-card");
      // The last card of a question is "not able to judge".
      int points = cards.count() - 1;
      cards.nth(number % 3 == 2 ? points : (number + i) % points).click();
    }
    Locator words = visitor.page().locator("textarea");
    for (int i = 0; i < words.count(); i++) {
      words.nth(i).fill("Explains the why of a change before it comes.");
    }
    return this;
  }

  /** With script, what was just answered is saved before the page is sent. */
  RateWalk expectSaved() {
    assertThat(visitor.page().locator("#saved")).hasText("Saved");
    return this;
  }

  /** Leaves, comes back by the same link, and finds what was answered. */
  RateWalk comeBackTo(String page, int answered) {
    visitor.open("/").open(link);
    assertThat(visitor.text()).contains("begun").doesNotContain("not begun");
    visitor.open(page);
    assertThat(visitor.page().locator("fieldset.scale input:checked").count()).isEqualTo(answered);
    return this;
  }

  /** Goes on to the next page. */
  RateWalk goOn() {
    visitor.press("Save and go on");
    return this;
  }

  /** Whether all pages are answered and only sending is left. */
  boolean isAtEnd() {
    return visitor.page().locator("#send").count() > 0;
  }

  /** Sends the answers and gives the receipt. */
  String send() {
    visitor.press("Send");
    assertThat(visitor.text()).contains("Your answers are in");
    return visitor.page().locator("#receipt").innerText();
  }

  /** A boss, whose receipt leads there, says how often the job needs each competence. */
  RateWalk sayWhatTheJobNeeds() {
    visitor.comeTo(visitor.page().locator("#needs")::click);
    Locator competences = visitor.page().locator("fieldset.scale");
    int count = competences.count();
    assertThat(count).isGreaterThan(1);
    for (int i = 0; i < count; i++) {
      competences.nth(i).locator("label.scale-card").nth(3 + i % 2).click();
    }
    visitor.press("Save");
    assertThat(visitor.text()).contains("%1$d of %1$d set".formatted(count));
    return this;
  }
}
