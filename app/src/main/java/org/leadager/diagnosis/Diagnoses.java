package org.leadager.diagnosis;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens interviews, takes answers, says what we think so far. */
@Component
public class Diagnoses {
  private static final int LONGEST_REQUEST = 5000;
  private static final int LONGEST_NAME = 200;
  static final int LONGEST_NOTE = 4000;

  private final DiagnosisStore store;
  private final Clock clock;
  private final EvidenceTable table = EvidenceTable.load();
  private final RequestWords lists = RequestWords.load("en");
  private final Texts texts = Texts.load("en");

  Diagnoses(DiagnosisStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A request and what we think of it so far.
   *
   * @param say the reading as one sentence
   * @param causes causes of "not a training need" as a phrase, empty where none is known
   * @param finished whether every question of the interview has an answer, or a gate stopped it
   */
  public record Summary(
      Request request, Reading reading, String say, String causes, boolean finished) {}

  /**
   * Keeps the request of a new case. The row of the case must be there, in the same transaction or
   * before.
   *
   * @param words 1 to 5,000 characters
   * @param askedBy who asked, at most 200 characters
   */
  public void open(UUID organisation, UUID caseId, String words, String askedBy) {
    if (words.isBlank() || words.length() > LONGEST_REQUEST || askedBy.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("A request of 1 to 5,000 characters, a name of up to 200");
    }
    store.open(organisation, new Request(caseId, words.strip(), askedBy.strip(), now()));
  }

  /** The request and reading of a case, if the organisation has one with a request. */
  public Optional<Summary> summary(UUID organisation, UUID caseId) {
    return interview(organisation, caseId)
        .map(interview -> {
          Reading reading = interview.reading();
          return new Summary(
              interview.request(),
              reading,
              new Sentences(texts).say(reading),
              texts.causes(reading.causes()),
              interview.next(texts).isEmpty());
        });
  }

  /**
   * Appends an answer.
   *
   * @param choice the value of one of the question's options, competence codes separated by commas
   *     for the question {@code acts}, or {@link Answer#UNKNOWN}
   * @return whether it was taken; false where there is no such question, option or case
   */
  public boolean answer(
      UUID organisation,
      UUID caseId,
      String question,
      String choice,
      @Nullable String note,
      @Nullable UUID by) {
    String kept = note == null || note.isBlank() ? null : note.strip();
    if (!valid(question, choice)
        || (kept != null && (kept.length() > LONGEST_NOTE || kept.indexOf('\0') >= 0))
        || store.request(organisation, caseId).isEmpty()) {
      return false;
    }
    Answer answer = new Answer(question, choice, kept, by, now());
    if (!standing(organisation, caseId, answer)) {
      store.append(organisation, caseId, answer);
    }
    return true;
  }

  /** Whether the same answer stands already: a form sent twice is one answer. */
  private boolean standing(UUID organisation, UUID caseId, Answer answer) {
    return store.answers(organisation, caseId).stream()
        .filter(a -> a.question().equals(answer.question()))
        .reduce((first, second) -> second)
        .filter(a -> a.choice().equals(answer.choice()))
        .filter(a -> Objects.equals(a.note(), answer.note()))
        .isPresent();
  }

  private boolean valid(String question, String choice) {
    return texts
        .question(question)
        .filter(q -> q.kind() != Texts.Kind.measured)
        .filter(q ->
            choice.equals(Answer.UNKNOWN)
                || (q.kind() == Texts.Kind.acts
                    ? competences(choice)
                    : q.option(choice).isPresent()))
        .isPresent();
  }

  private static boolean competences(String choice) {
    List<String> codes = MissingActs.codes(choice);
    return !codes.isEmpty() && String.join(",", codes).equals(choice) && choice.length() <= 60;
  }

  Optional<Interview> interview(UUID organisation, UUID caseId) {
    return store
        .request(organisation, caseId)
        .map(r -> Interview.of(table, lists, r, store.answers(organisation, caseId)));
  }

  Texts texts() {
    return texts;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
