package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page that a role can reach by following links. */
@ExtendWith(Shared.class)
class RoleWalkTest {
  private final Program program;
  private final Chromium chromium;

  RoleWalkTest(Program program, Chromium chromium) {
    this.program = program;
    this.chromium = chromium;
  }

  @ParameterizedTest
  @CsvSource({
    "As consultant, /rounds/*/reports /reports/* /rounds/*/summary",
    "As sponsor, /cases/*/brief",
    "As a rater with a private link, /r/*/*",
    "As administrator, /people/*"
  })
  void everyPageBehindADoorIsFitForEverybody(String door, String pages) {
    try (Visitor visitor = chromium.visitor(program, Screen.PHONE)) {
      visitor.open("/sign-in").press(door);
      List<String> kinds = new LinkWalk(visitor).follow();
      assertThat(kinds).contains(pages.split(" "));
      visitor.assertNothingWrong();
    }
  }

  @Test
  void aStrangerReachesNoPageOfThePeopleInTheSample() {
    try (Visitor visitor = chromium.visitor(program, Screen.DESK)) {
      visitor.open("/");
      List<String> kinds = new LinkWalk(visitor).follow();
      assertThat(kinds)
          .contains("/sign-in")
          .noneMatch(kind -> kind.matches("/(cases|rounds|people).*"));
      visitor.assertNothingWrong();
    }
  }
}
