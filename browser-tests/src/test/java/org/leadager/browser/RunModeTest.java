package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The program for real: empty at first, and without the demo's doors. */
@ExtendWith(Shared.class)
class RunModeTest {
  private static final Pattern CODE = Pattern.compile("the set-up code is ([A-Z0-9-]+)");

  @TempDir private Path folder;

  private final Chromium chromium;

  RunModeTest(Chromium chromium) {
    this.chromium = chromium;
  }

  @Test
  void theFirstStartMakesTheAdministratorWhoStaysSignedInThroughARestart() {
    Path data = folder.resolve("data");
    Program first = Program.start("run", data);
    try (Visitor visitor = chromium.visitor(first, Screen.PHONE)) {
      begin(visitor, Http.first(CODE, first.output()));
      assertNoDoorOfTheDemo(new Http(first.address()));
      first.close();

      try (Program second = Program.start("run", data)) {
        visitor.moveTo(second).open("/people");
        assertThat(visitor.text()).contains("Grace Oduya");
        assertThat(second.output()).doesNotContain("set-up code");
        visitor.assertNothingWrong();
      }
    }
  }

  private static void begin(Visitor visitor, String code) {
    visitor.open("/sign-in");
    assertThat(visitor.path()).isEqualTo("/first-start");
    visitor
        .write("Set-up code", "AAAA-AAAA-AAAA")
        .write("Organisation", "Calder Ferries")
        .write("Your name", "Grace Oduya")
        .write("Your mail address", "grace@calder.example")
        .press("Start");
    assertThat(visitor.text()).contains("This is not the code");
    visitor.write("Set-up code", code).press("Start");
    assertThat(visitor.path()).isEqualTo("/");
    Locator signedIn = visitor.page().getByText("Signed in as Grace Oduya");
    assertThat(signedIn.count()).isEqualTo(1);
  }

  private static void assertNoDoorOfTheDemo(Http stranger) {
    String page = stranger.get("/sign-in").body();
    assertThat(page).contains("We mail you a link").doesNotContain("/demo/", "One click");
    for (String role : List.of("consultant", "sponsor", "subject", "rater", "administrator")) {
      assertThat(stranger.post("/demo/enter/" + role, page, Map.of()).statusCode()).isEqualTo(404);
    }
    for (String path : List.of("/mailbox", "/gallery", "/first-start")) {
      assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }
}
