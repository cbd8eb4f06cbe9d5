package org.leadager.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseTitleTest {
  @Test
  void theFirstSentenceNamesTheCase() {
    assertThat(Cases.title("We need leadership training. Departures keep slipping."))
        .isEqualTo("We need leadership training");
    assertThat(Cases.title("  Late projects\nand more ")).isEqualTo("Late projects");
    assertThat(Cases.title("?")).isEqualTo("?");
  }

  @Test
  void aLongOneEndsAtAWord() {
    String title = Cases.title("Our port managers need vision and courage and plans ".repeat(5));
    assertThat(title).hasSizeLessThanOrEqualTo(61).endsWith("…").doesNotContain(" …");
    assertThat(Cases.title("x".repeat(5000))).hasSizeLessThanOrEqualTo(61);
  }
}
