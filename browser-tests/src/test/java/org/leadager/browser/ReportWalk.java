package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** From a closed round to a released report, on the pages of the consultant. */
final class ReportWalk {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Visitor visitor;

  ReportWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Waits, as a person would by loading the page again, until the round's scores are there. */
  ReportWalk awaitScores(String round) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    visitor.open(round + "/reports");
    while (visitor.text().contains("Scores are being worked out")) {
      assertThat(System.nanoTime()).as("the scores are there in time").isLessThan(deadline);
      visitor.page().waitForTimeout(500);
      visitor.open(round + "/reports");
    }
    return this;
  }

  /** Looks at the report of this person before anybody else does, and releases all. */
  ReportWalk lookFirstAndRelease(Someone person) {
    visitor.follow("Look first at the report of " + person.name());
    assertThat(visitor.heading()).isEqualTo(person.name());
    visitor.page().goBack();
    visitor.press("Release one report");
    assertThat(visitor.text()).contains("One report was released.");
    return this;
  }

  /** Reads the report: who answered, where the person is seen, how it was made. */
  ReportWalk read(Someone person) {
    visitor.follow("Open the report of " + person.name());
    assertThat(visitor.heading()).isEqualTo(person.name());
    assertThat(visitor.text()).contains("The map", "How groups differ", "Method, in short");
    Page page = visitor.page();
    assertThat(page.getByRole(AriaRole.IMG).count()).as("figures").isPositive();
    return this;
  }

  /** Fetches the PDF that the page offers. */
  ReportWalk fetchPdf() {
    String address = visitor.page().locator("#pdf").getAttribute("href");
    APIResponse pdf = visitor.page().request().get(visitor.address() + address);
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
    assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    return this;
  }

  /** Opens the page of the round as a whole. */
  ReportWalk readAll(String round) {
    visitor.open(round + "/summary");
    assertThat(visitor.heading()).isNotBlank();
    return this;
  }
}
