package org.leadager.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No mouse, no finger: the keys are enough, and one sees where one is. */
@ExtendWith(Shared.class)
class KeyboardTest {
  private static final int MOST_KEYS = 60;

  private final Program program;
  private final Chromium chromium;

  KeyboardTest(Program program, Chromium chromium) {
    this.program = program;
    this.chromium = chromium;
  }

  @Test
  void aRequestIsMadeByKeyboard() {
    try (Visitor visitor = chromium.visitor(program, Screen.DESK)) {
      visitor.open("/sign-in").press("As consultant");
      Page page = visitor.page();
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasText("Skip to content");
      tabTo(page, "#words");
      page.keyboard().type("Departures keep slipping.");
      tabTo(page, "main button");
      visitor.comeTo(() -> page.keyboard().press("Enter"));
      assertThat(visitor.path()).endsWith("/ask");
    }
  }

  @Test
  void aRaterAnswersByKeyboard() {
    try (Visitor visitor = chromium.visitor(program, Screen.PHONE)) {
      visitor.open("/sign-in").press("As a rater with a private link");
      Page page = visitor.page();
      tabTo(page, "main li a");
      visitor.comeTo(() -> page.keyboard().press("Enter"));
      tabTo(page, ".scale input");
      page.keyboard().press("Space");
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("#saved")).hasText("Saved");
      String chosen = page.locator(".scale input:checked").getAttribute("value");
      assertThat(chosen).isEqualTo("2");
      tabTo(page, ".rate-nav button");
      visitor.comeTo(() -> page.keyboard().press("Enter"));
      assertThat(page.url()).endsWith("page=2");
    }
  }

  /** Presses Tab until this has the focus; everything on the way must show that it has it. */
  private static void tabTo(Page page, String selector) {
    for (int keys = 0; keys < MOST_KEYS; keys++) {
      page.keyboard().press("Tab");
      Locator here = page.locator(":focus");
      assertThat(here.evaluate(SHOWS_FOCUS)).as("focus is seen on %s", here).isEqualTo(true);
      if ((boolean) here.evaluate("(e, selector) => e.matches(selector)", selector)) {
        return;
      }
    }
    throw new AssertionError("no way to " + selector + " by keyboard on " + page.url());
  }

  /** The element itself or, for a hidden radio button, the card around it is outlined. */
  private static final String SHOWS_FOCUS =
      """
      e => {
        const outlined = x => {
          const s = getComputedStyle(x);
          return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== "none";
        };
        const label = e.closest("label");
        return outlined(e) || label !== null && (outlined(label) || [...label.children].some(outlined));
      }
      """;
}
