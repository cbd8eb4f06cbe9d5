package org.leadager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people read: rounded numbers, counts and lists that end. */
class WordsTest {
  @Test
  void zeroHasNoSign() {
    assertThat(Words.number(-0.0, 2)).isEqualTo("0.00");
    assertThat(Words.number(-0.004, 2)).isEqualTo("0.00");
    assertThat(Words.number(-0.4, 0)).isEqualTo("0");
    assertThat(Words.number(-0.006, 2)).isEqualTo("-0.01");
    assertThat(Words.signed(0.004, 2)).isEqualTo("0.00");
    assertThat(Words.signed(-0.004, 2)).isEqualTo("0.00");
    assertThat(Words.signed(Double.NaN, 2)).isEqualTo("cannot be told");
    assertThat(Words.signed(0.006, 2)).isEqualTo("+0.01");
    assertThat(Sheets.number(-0.0)).isEqualTo("0.0");
    assertThat(Json.write(Map.of("a", -0.0))).contains("\"a\": 0.0");
  }

  @Test
  void oneIsNoPlural() {
    assertThat(Words.count(1, "row")).isEqualTo("1 row");
    assertThat(Words.count(0, "row")).isEqualTo("0 rows");
    assertThat(Words.count(2_972, "rater")).isEqualTo("2,972 raters");
  }

  @Test
  void manySentencesAboutItemsBecomeThreeAndACount() {
    List<String> items = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      items.add("item" + i);
      all.add("item" + i + ": nobody chose [" + i + "]; those categories are merged.");
    }
    all.add("item1 has one answer only and was left out.");
    all.add("The grid is too coarse.");
    assertThat(Shortened.warnings(all, items))
        .containsExactly(
            all.get(0),
            all.get(1),
            all.get(2),
            "The same of 9 more items: result.json has them all.",
            "item1 has one answer only and was left out.",
            "The grid is too coarse.");
  }

  @Test
  void fewSentencesStayAndLongListsOfValuesEnd() {
    String gaps = "a: nobody chose [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]; those categories are merged.";
    List<String> all = List.of(gaps, "b: nobody chose [2, 3]; those categories are merged.");
    assertThat(Shortened.warnings(all, List.of("a", "b")))
        .containsExactly(
            "a: nobody chose [2, 3, 4, 5, 6, 7, 8, 9 and 2 more]; those categories are merged.",
            all.get(1));
  }
}
