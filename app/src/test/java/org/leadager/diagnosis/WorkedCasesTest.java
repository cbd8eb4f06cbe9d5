package org.leadager.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadager.diagnosis.Reading.Word;

/**
 * The worked cases of docs/methods/diagnosis.md. They leave out the row on missing acts, count a
 * named block in full, and were worked by hand: the pooled chances rounded to two places first,
 * then mixed with the prior. The program rounds nothing; it agrees within what that rounding can
 * do.
 */
class WorkedCasesTest {
  private static final EvidenceTable TABLE = tableWithoutActs();

  private static final String LATE = "done-before=never could=no spread=few words=management";
  private static final String VISION = "done-before=yes could=yes change=yes words=leadership";

  @ParameterizedTest(name = "{0}: {4} {5}")
  @CsvSource({
    "late projects,          LATE, '', intake, M, .31",
    "late projects measured, LATE, management=below leadership=fine conditions=good, all, M, .80",
    "vision,                 VISION, '', intake, N, .74",
    "vision measured,        VISION, lacking=yes conditions=low spread=most management=fine"
        + " leadership=fine, all, N, .97",
    "two-sided,              done-before=never could=no spread=few, management=below"
        + " leadership=below conditions=good, all, B, .62",
    "stuck team,             done-before=never could=no spread=few words=leadership,"
        + " leadership=below management=fine conditions=good amounts=guarding, all, L, .81",
    "mixed,                  could=no, management=below lacking=yes conditions=low spread=most,"
        + " all, N, .55",
    "mixed,                  could=no, management=below lacking=yes conditions=low spread=most,"
        + " all, M, .23",
  })
  void theTableGivesThePublishedChances(
      String name, String intake, String more, String blocks, Outcome outcome, double chance) {
    Evidence evidence = evidence(intake, more, blocks);
    double coverage = blocks.equals("intake") ? .60 : .95;
    assertThat(evidence.coverage()).isCloseTo(coverage, within(1e-12));
    double pooled = twoPlaces(evidence.pooled().of(outcome));
    double byHand = coverage * pooled + (1 - coverage) * TABLE.prior().of(outcome);
    assertThat(twoPlaces(byHand)).as(name).isEqualTo(chance);
    assertThat(evidence.chances().of(outcome)).isCloseTo(byHand, within(.005));
  }

  @ParameterizedTest(name = "{0}: {4} {5}")
  @CsvSource({
    "late projects,          LATE, '', intake, M, NOT_KNOWN",
    "late projects measured, LATE, management=below leadership=fine conditions=good, all, M, HIGH",
    "vision,                 VISION, '', intake, N, MODERATE",
    "two-sided,              done-before=never could=no spread=few, management=below"
        + " leadership=below conditions=good, all, B, MODERATE",
    "stuck team,             done-before=never could=no spread=few words=leadership,"
        + " leadership=below management=fine conditions=good amounts=guarding, all, L, HIGH",
    "mixed,                  could=no, management=below lacking=yes conditions=low spread=most,"
        + " all, N, LEANING",
  })
  void theWordsFollowTheChances(
      String name, String intake, String more, String blocks, Outcome outcome, Word word) {
    Reading reading = Reading.of(evidence(intake, more, blocks), Optional.empty(), false);
    assertThat(reading.leading()).as(name).isEqualTo(outcome);
    assertThat(reading.word()).as(name).isEqualTo(word);
  }

  @Test
  void inTheMixedCaseConditionsComeBeforeTraining() {
    Evidence mixed =
        evidence("could=no", "management=below lacking=yes conditions=low spread=most", "all");
    assertThat(Reading.of(mixed, Optional.empty(), false).advice())
        .contains(Reading.Advice.CONDITIONS_THEN_TRAINING);
  }

  private static Evidence evidence(String intake, String more, String blocks) {
    Map<String, String> answers = new HashMap<>();
    for (EvidenceTable.Row row : TABLE.rows()) {
      if (blocks.equals("all") || row.block().equals("intake")) {
        answers.put(row.code(), silent(row));
      }
    }
    String named = intake.equals("LATE") ? LATE : intake.equals("VISION") ? VISION : intake;
    for (String pair : (named + " " + more).strip().split(" +", -1)) {
      int equals = pair.indexOf('=');
      answers.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    Evidence evidence = Evidence.of(TABLE, answers);
    assertThat(evidence.answers()).hasSameSizeAs(answers);
    return evidence;
  }

  /** The row's answer without weight: the question was asked and pointed nowhere. */
  private static String silent(EvidenceTable.Row row) {
    return row.answers().entrySet().stream()
        .filter(a -> a.getValue().equals(ByOutcome.ZERO))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static EvidenceTable tableWithoutActs() {
    EvidenceTable table = EvidenceTable.load();
    return new EvidenceTable(
        table.version(),
        table.prior(),
        table.cap(),
        table.overlap(),
        table.points(),
        table.rows().stream().filter(r -> !r.code().equals("acts")).toList());
  }

  private static double twoPlaces(double x) {
    return Math.round(x * 100) / 100.0;
  }
}
