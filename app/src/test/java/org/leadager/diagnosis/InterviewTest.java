package org.leadager.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterviewTest {
  private static final UUID ORGANISATION = new UUID(0, 1);
  private static final UUID CASE = new UUID(0, 2);

  private final Diagnoses diagnoses = new Diagnoses(new MemoryStore(), Clock.systemUTC());

  @Test
  void theGatesAreAskedFirstAndTheStoryNext() {
    open("We need leadership training for our port managers.");
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String question = next().orElseThrow();
      asked.add(question);
      answer(question, question.equals("matter") ? "no" : i < 3 ? "yes" : "said");
    }
    assertThat(asked).containsExactly("gap", "worth", "matter", "result", "act");
  }

  @ParameterizedTest
  @CsvSource({"gap,no,NO_GAP", "worth,no,NOT_WORTH", "matter,yes,OTHER_MATTER"})
  void aGateStopsTheInterview(String question, String choice, Reading.Gate gate) {
    open("Help");
    answer(question, choice);
    var summary = diagnoses.summary(ORGANISATION, CASE).orElseThrow();
    assertThat(summary.reading().gate()).contains(gate);
    assertThat(summary.finished()).isTrue();
  }

  @Test
  void everyQuestionIsAskedOnceAndThenTheInterviewIsFinished() {
    open("Help");
    int count = 0;
    for (Optional<String> next = next(); next.isPresent(); next = next()) {
      count++;
      answer(next.orElseThrow(), next.orElseThrow().equals("matter") ? "no" : Answer.UNKNOWN);
    }
    assertThat(count).isEqualTo(16);
    assertThat(diagnoses.summary(ORGANISATION, CASE).orElseThrow().reading().word())
        .isEqualTo(Reading.Word.TOO_EARLY);
  }

  @Test
  void theLatestAnswerCounts() {
    open("Help");
    answer("could", "yes");
    answer("could", "no");
    assertThat(diagnoses.interview(ORGANISATION, CASE).orElseThrow().evidence().answer("could"))
        .contains("no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Projects are late and over budget | management",
        "They need vision after the merger | leadership",
        "Deadlines slip and nobody has new ideas | both",
        "We need leadership training for our managers | none",
        "We need a translator of novels | none",
      })
  void theWordsOfTheRequestAreReadFromLists(String request, String answer) {
    assertThat(RequestWords.load("en").in(request).answer()).isEqualTo(answer);
  }

  @Test
  void aWrongReadingOfTheWordsCanBePutRight() {
    open("They need vision");
    assertThat(evidence("words")).isEqualTo("leadership");
    answer("words", "none");
    assertThat(evidence("words")).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "'M1,M2',management",
    "'M1,M2,L1',management",
    "'M1,L1',both",
    "'S1',both",
    "'L1,S2',leadership"
  })
  void missingActsAreReadAsASide(String codes, String side) {
    assertThat(MissingActs.side(MissingActs.codes(codes))).isEqualTo(side);
  }

  @ParameterizedTest
  @CsvSource({"could,perhaps", "nothing,yes", "management,below", "acts,M1;drop", "acts,''"})
  void anAnswerThatIsNoneIsNotTaken(String question, String choice) {
    open("Help");
    assertThat(diagnoses.answer(ORGANISATION, CASE, question, choice, null, null)).isFalse();
  }

  @Test
  void anotherOrganisationsCaseIsNotThere() {
    open("Help");
    assertThat(diagnoses.summary(new UUID(0, 9), CASE)).isEmpty();
    assertThat(diagnoses.answer(new UUID(0, 9), CASE, "gap", "yes", null, null)).isFalse();
  }

  @Test
  void anEmptyRequestIsABrokenInvariant() {
    assertThatThrownBy(() -> open(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyRowOfTheTableHasAQuestionWithTheSameAnswers() {
    Texts texts = Texts.load("en");
    for (EvidenceTable.Row row : EvidenceTable.load().rows()) {
      assertThat(texts.question(row.code()).orElseThrow().options())
          .as(row.code())
          .extracting(Texts.Option::value)
          .containsExactlyElementsOf(row.answers().keySet());
      row.causes().values().forEach(c -> assertThat(texts.causes()).containsKey(c));
    }
    assertThat(texts.words()).hasSameSizeAs(Reading.Word.values());
    assertThat(texts.gates()).hasSameSizeAs(Reading.Gate.values());
    assertThat(texts.advice()).hasSameSizeAs(Reading.Advice.values());
  }

  private void open(String words) {
    diagnoses.open(ORGANISATION, CASE, words, "Ingrid Solheim");
  }

  private void answer(String question, String choice) {
    assertThat(diagnoses.answer(ORGANISATION, CASE, question, choice, null, null)).isTrue();
  }

  private Optional<String> next() {
    return diagnoses
        .interview(ORGANISATION, CASE)
        .flatMap(i -> i.next(diagnoses.texts()))
        .map(Texts.Question::code);
  }

  private String evidence(String row) {
    return diagnoses
        .interview(ORGANISATION, CASE)
        .orElseThrow()
        .evidence()
        .answer(row)
        .orElseThrow();
  }
}
