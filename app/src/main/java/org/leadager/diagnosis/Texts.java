package org.leadager.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words of the interview in one language, from {@code diagnosis/texts/<language>.json}. Maps
 * are by outcome, cause, word, gate or advice.
 */
record Texts(
    List<Question> questions,
    Label unknown,
    Map<Outcome, String> outcomes,
    Map<Outcome, String> towards,
    Map<String, String> causes,
    Map<Reading.Word, String> words,
    Map<Reading.Gate, Gate> gates,
    Map<Reading.Advice, String> advice) {

  /** How a question is asked and used. */
  enum Kind {
    /** Asked before all others; may stop the case. */
    gate,
    /** Answered in the person's own words. */
    open,
    /** A row of the evidence table. */
    row,
    /** A row answered by choosing competences. */
    acts,
    /** A row read from the request; shown and put right, never asked. */
    words,
    /** Names a cause, carries no weight. */
    fit,
    /** A row that a round answers, not a person. */
    measured
  }

  /** A question with its options; {@code hint} may be empty. */
  record Question(String code, Kind kind, String text, String hint, List<Option> options) {
    Optional<Option> option(String value) {
      return options.stream().filter(o -> o.value().equals(value)).findFirst();
    }
  }

  /**
   * An answer that can be chosen.
   *
   * @param says the finding in a few words, for lists of evidence
   */
  record Option(String value, String label, String hint, String says) {}

  /** A label with its hint. */
  record Label(String label, String hint) {}

  /** What is said when a case stops. */
  record Gate(String title, String text) {}

  static Texts load(String language) {
    try (InputStream in =
        Texts.class.getResourceAsStream("/diagnosis/texts/" + language + ".json")) {
      if (in == null) {
        throw new IllegalStateException("No texts of the interview in " + language);
      }
      return new JsonMapper().readValue(in, Texts.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Question> question(String code) {
    return questions.stream().filter(q -> q.code().equals(code)).findFirst();
  }

  /** The finding behind an answer to a row. */
  String says(String row, String answer) {
    return question(row).flatMap(q -> q.option(answer)).map(Option::says).orElse(row);
  }

  String outcome(Outcome outcome) {
    return outcomes.getOrDefault(outcome, outcome.name());
  }

  String word(Reading.Word word) {
    return words.getOrDefault(word, word.name());
  }

  /** The causes as one phrase, such as "structure, then resources". */
  String causes(List<String> codes) {
    return String.join(", then ", codes.stream().map(c -> causes.getOrDefault(c, c)).toList());
  }
}
