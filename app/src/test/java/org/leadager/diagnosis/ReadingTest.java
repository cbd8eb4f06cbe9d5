package org.leadager.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leadager.diagnosis.Reading.Word;

class ReadingTest {
  private static final EvidenceTable TABLE = EvidenceTable.load();

  @Test
  void withoutEvidenceTheReadingIsThePrior() {
    Evidence nothing = Evidence.of(TABLE, Map.of());
    assertThat(nothing.coverage()).isZero();
    assertThat(nothing.chances()).isEqualTo(TABLE.prior());
    assertThat(reading(Map.of()).word()).isEqualTo(Word.TOO_EARLY);
  }

  @Test
  void everythingAnsweredCoversNinetyFivePercent() {
    assertThat(full().coverage()).isCloseTo(.95, within(1e-12));
    assertThat(full().chances().sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aBlockCountsInProportionToItsQuestionsAnswered() {
    assertThat(Evidence.of(TABLE, Map.of("could", "some", "words", "none")).coverage())
        .isCloseTo(.60 * 2 / 8, within(1e-12));
  }

  @Test
  void noBlockSpeaksLouderThanTheCap() {
    Evidence loud =
        Evidence.of(
            TABLE,
            Map.of(
                "done-before",
                "yes",
                "could",
                "yes",
                "spread",
                "most",
                "change",
                "yes",
                "tried",
                "yes"));
    double uncapped = 1 + 1.2 + .8 + .8 + .8;
    assertThat(uncapped).isGreaterThan(TABLE.cap());
    double n = .45 * Math.exp(.8 * TABLE.cap());
    double m = .20 * Math.exp(.8 * -1.8);
    assertThat(loud.pooled().n() / loud.pooled().m()).isCloseTo(n / m, within(1e-9));
  }

  @Test
  void noWordBeforeThreeQuestionsAndDontKnowIsNoAnswer() {
    assertThat(reading(Map.of("could", "yes", "done-before", "yes", "change", "unknown")).word())
        .isEqualTo(Word.TOO_EARLY);
    assertThat(reading(Map.of("could", "yes", "done-before", "yes", "change", "yes")).word())
        .isNotEqualTo(Word.TOO_EARLY);
  }

  @Test
  void theInterviewAloneNeverRulesTrainingInBeyondLeaning() {
    for (String acts : List.of("management", "leadership", "both")) {
      Reading reading =
          reading(
              Map.ofEntries(
                  Map.entry("done-before", "never"),
                  Map.entry("could", "no"),
                  Map.entry("spread", "few"),
                  Map.entry("change", "no"),
                  Map.entry("new-in-role", "yes"),
                  Map.entry("tried", "no"),
                  Map.entry("words", acts),
                  Map.entry("acts", acts),
                  Map.entry("unclear", "no"),
                  Map.entry("lacking", "no"),
                  Map.entry("consequences", "no"),
                  Map.entry("conditions", "good")));
      assertThat(reading.leading()).isNotEqualTo(Outcome.N);
      assertThat(reading.word()).isIn(Word.LEANING, Word.NOT_KNOWN);
    }
  }

  @Test
  void theThreeStrongestPiecesAreNamedWithTheirDirection() {
    Reading reading =
        reading(
            Map.of("could", "yes", "done-before", "yes", "change", "yes", "words", "leadership"));
    assertThat(reading.moved()).extracting(Reading.Moved::row).contains("could", "done-before");
    assertThat(reading.moved()).hasSizeLessThanOrEqualTo(3);
    assertThat(reading.moved().getFirst().row()).isEqualTo("could");
    assertThat(reading.moved().getFirst().towards()).isEqualTo(Outcome.N);
  }

  @Test
  void causesComeFromTheirRowsAndFitFromItsOwnQuestion() {
    Evidence evidence =
        Evidence.of(TABLE, Map.of("unclear", "yes", "lacking", "yes", "change", "yes"));
    assertThat(Reading.of(evidence, Optional.empty(), true).causes())
        .containsExactly("information", "resources", "structure", "fit");
  }

  @Test
  void aSecondCauseOfAQuarterIsNamed() {
    Reading reading =
        reading(
            Map.of(
                "done-before",
                "never",
                "could",
                "no",
                "spread",
                "few",
                "change",
                "no",
                "tried",
                "no",
                "new-in-role",
                "no",
                "words",
                "management",
                "acts",
                "both"));
    assertThat(reading.second())
        .hasValueSatisfying(o -> assertThat(reading.chances().of(o)).isGreaterThanOrEqualTo(.25));
  }

  @Test
  void theNextQuestionIsTheOneExpectedToTakeMostDoubtAway() {
    var worth = new Foresight(Evidence.of(TABLE, Map.of())).worth(r -> r.block().equals("intake"));
    assertThat(worth).hasSize(8).isSortedAccordingTo((a, b) -> Double.compare(b.bits(), a.bits()));
    assertThat(new Foresight(full()).worth(r -> true)).isEmpty();
  }

  @Test
  void rangesHoldTheReadingAndCloseWhenEverythingIsAnswered() {
    Reading early = reading(Map.of("could", "yes"));
    Reading late = Reading.of(full(), Optional.empty(), false);
    for (Outcome o : Outcome.values()) {
      assertThat(early.chances().of(o)).isBetween(early.low().of(o), early.high().of(o));
      assertThat(late.high().of(o)).isCloseTo(late.low().of(o), within(1e-12));
    }
    assertThat(early.high().n() - early.low().n()).isGreaterThan(.3);
    assertThat(reading(Map.of("could", "yes"))).isEqualTo(early);
  }

  @Test
  void futuresOfAFullCaseAreItsReading() {
    double[][] futures = new Futures(full()).sorted(3);
    for (Outcome o : Outcome.values()) {
      double[] drawn = futures[List.of(Outcome.values()).indexOf(o)];
      assertThat(drawn[1]).isCloseTo(full().chances().of(o), within(1e-12));
    }
  }

  @Test
  void whatWouldChangeOurMindTakesTheLeadingOutcomeDown() {
    Evidence evidence =
        Evidence.of(TABLE, Map.of("done-before", "never", "could", "no", "spread", "few"));
    assertThat(new Foresight(evidence).turn())
        .hasValueSatisfying(turn ->
            assertThat(
                    evidence
                        .with(turn.row(), turn.answer())
                        .chances()
                        .of(evidence.chances().largest()))
                .isLessThan(evidence.chances().of(evidence.chances().largest())));
  }

  private static Reading reading(Map<String, String> answers) {
    return Reading.of(Evidence.of(TABLE, answers), Optional.empty(), false);
  }

  private static Evidence full() {
    Evidence evidence = Evidence.of(TABLE, Map.of());
    for (EvidenceTable.Row row : TABLE.rows()) {
      evidence = evidence.with(row.code(), row.answers().keySet().iterator().next());
    }
    return evidence;
  }
}
