package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

/** A round on its page: who rates whom, launching, watching, closing. */
final class RoundWalk {
  private final Visitor visitor;
  private final String path;

  RoundWalk(Visitor visitor) {
    this.visitor = visitor;
    this.path = visitor.path();
  }

  /** Adds one rater by hand; without a rater the person rates themselves. */
  RoundWalk add(Someone subject, String source, Someone rater) {
    visitor
        .write("Who is rated", subject.name())
        .write("Mail address of who is rated", subject.mail());
    visitor.page().getByLabel("Rated by").selectOption(source);
    if (!rater.equals(subject)) {
      visitor
          .write("Name of the rater", rater.name())
          .write("Mail address of the rater", rater.mail());
    }
    visitor.press("Add");
    assertThat(visitor.text()).contains(subject.name());
    return this;
  }

  /** Pastes rows that are refused for this reason; they stay on the screen. */
  RoundWalk pasteRefused(String rows, String reason) {
    visitor.write("Paste rows", rows).press("Add the list");
    assertThat(visitor.page().getByRole(AriaRole.ALERT).innerText())
        .contains("Nothing was changed", reason);
    assertThat(visitor.page().getByLabel("Paste rows").inputValue()).contains(rows.strip());
    return this;
  }

  /** Pastes rows that are taken. */
  RoundWalk paste(String rows) {
    visitor.write("Paste rows", rows).press("Add the list");
    assertThat(visitor.page().getByRole(AriaRole.ALERT).count()).isZero();
    return this;
  }

  /** Locks the round and invites its raters. */
  RoundWalk launch(int raters) {
    visitor.press("Lock and invite %d people".formatted(raters));
    assertThat(visitor.heading()).startsWith("0 of ");
    return this;
  }

  /** Comes back to the round and reads how many forms are in. */
  RoundWalk expectIn(String heading) {
    visitor.open(path);
    assertThat(visitor.heading()).isEqualTo(heading);
    return this;
  }

  /** Closes the round. */
  RoundWalk close() {
    visitor.press("Close the round");
    assertThat(visitor.text()).contains("closed");
    return this;
  }

  /** Where the round is, from the first slash. */
  String path() {
    return path;
  }
}
