package org.leadager.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.InstrumentsForTests;
import org.leadager.platform.db.TestDatabase;

class SampleAnswersTest {
  private static final TestDatabase TEST = TestDatabase.fresh();
  private final Instrument leadager =
      InstrumentsForTests.on(TEST.database())
          .find(TEST.organisation("Calder Ferries"), "leadager", "1")
          .orElseThrow();
  private final SampleAnswers sample =
      new SampleAnswers(leadager, leadager.form("36").orElseThrow());

  @Test
  void theSameSeedGivesTheSameAnswersAndAnotherSeedOthers() {
    List<String> panel = List.of("self", "boss", "peers", "reports");
    assertThat(sample.draw(List.of(.5, 0.), panel, 7))
        .isEqualTo(sample.draw(List.of(.5, 0.), panel, 7))
        .isNotEqualTo(sample.draw(List.of(.5, 0.), panel, 8));
  }

  @Test
  void everyAnswerIsOfTheFormAndOnItsScale() {
    List<String> form = leadager.form("36").orElseThrow().items();
    for (Map<String, Integer> rater :
        sample.draw(List.of(0., 0.), Collections.nCopies(50, "peers"), 1)) {
      rater.forEach((item, answer) -> {
        if (form.contains(item)) {
          assertThat(answer).isBetween(1, 6);
        } else {
          assertThat(item).matches("A[1-6]");
          assertThat(answer).isBetween(-3, 3);
        }
      });
      assertThat(rater).hasSizeBetween(30, 42);
    }
  }

  @Test
  void whoIsHigherOnAnAxisIsSeenToDoItsActsMoreOften() {
    assertThat(mean(List.of(1.5, 0.), "M")).isGreaterThan(mean(List.of(-1.5, 0.), "M") + 1);
    assertThat(mean(List.of(0., 1.5), "L")).isGreaterThan(mean(List.of(0., -1.5), "L") + 1);
  }

  /** The mean answer of many peers to the items of an axis, those turned round left out. */
  private double mean(List<Double> axes, String axis) {
    return sample.draw(axes, Collections.nCopies(40, "peers"), 3).stream()
        .flatMap(rater -> rater.entrySet().stream())
        .filter(answer -> answer.getKey().startsWith(axis))
        .filter(answer -> !leadager.item(answer.getKey()).orElseThrow().reversed())
        .mapToInt(Map.Entry::getValue)
        .average()
        .orElseThrow();
  }
}
