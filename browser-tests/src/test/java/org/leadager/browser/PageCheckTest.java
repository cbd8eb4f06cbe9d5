package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The checks of every page would notice. */
@ExtendWith(Shared.class)
class PageCheckTest {
  private final Chromium chromium;

  PageCheckTest(Chromium chromium) {
    this.chromium = chromium;
  }

  @Test
  void aGoodPageHasNoFinding() {
    assertThat(findings("<h1>Good</h1><p>Plain text.</p>")).isEmpty();
  }

  @Test
  void aFieldWithoutALabelIsFound() {
    assertThat(findings("<input>")).anyMatch(line -> line.contains("label"));
  }

  @Test
  void tooLittleContrastInTheDarkOnlyIsFound() {
    String css = "@media (prefers-color-scheme: dark) { p { color: #eee; background: #fff } }";
    assertThat(findings("<style>" + css + "</style><p>Pale</p>"))
        .anyMatch(line -> line.contains("DARK color-contrast"))
        .noneMatch(line -> line.contains("LIGHT"));
  }

  @Test
  void whatIsWiderThanThePhoneIsFound() {
    assertThat(findings("<p style='width:400px'>Wide</p>"))
        .anyMatch(line -> line.contains("too wide: p"));
  }

  @Test
  void aHeavyPageIsFound() {
    assertThat(findings("<p>" + "heavy ".repeat(10_001) + "</p>"))
        .anyMatch(line -> line.contains("weighs"));
  }

  @Test
  void htmxThatIsUsedAndNotLoadedIsFound() {
    assertThat(findings("<form hx-post='/x'></form>"))
        .anyMatch(line -> line.contains("uses htmx and does not load it"));
  }

  private List<String> findings(String body) {
    try (Page page = chromium.page(Screen.PHONE)) {
      String html = "<!doctype html><html lang=en><title>A page</title><main>" + body + "</main>";
      page.route(
          "**",
          route ->
              route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(html)));
      page.navigate("http://localhost/");
      return PageCheck.findings(page, true);
    }
  }
}
