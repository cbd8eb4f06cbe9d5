package org.leadager.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the interview of a case stands: a pure function of the request and the answers given.
 *
 * @param answers the latest answer to each question, in the order first asked
 * @param found what the words of the request speak of
 */
record Interview(
    Request request, Map<String, Answer> answers, RequestWords.Found found, Evidence evidence) {

  static Interview of(EvidenceTable table, RequestWords lists, Request request, List<Answer> log) {
    Map<String, Answer> latest = new LinkedHashMap<>();
    log.forEach(answer -> latest.put(answer.question(), answer));
    RequestWords.Found found = lists.in(request.words());
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("words", found.answer());
    for (Answer answer : latest.values()) {
      rows.put(
          answer.question(),
          answer.question().equals("acts")
              ? MissingActs.side(MissingActs.codes(answer.choice()))
              : answer.choice());
    }
    return new Interview(request, latest, found, Evidence.of(table, rows));
  }

  Reading reading() {
    return Reading.of(evidence, gate(), chose("fit", "yes"));
  }

  Optional<Reading.Gate> gate() {
    if (chose("matter", "yes")) {
      return Optional.of(Reading.Gate.OTHER_MATTER);
    }
    if (chose("gap", "no")) {
      return Optional.of(Reading.Gate.NO_GAP);
    }
    return chose("worth", "no") ? Optional.of(Reading.Gate.NOT_WORTH) : Optional.empty();
  }

  /** The question to ask now: gates, then the story, then whatever takes most doubt away. */
  Optional<Texts.Question> next(Texts texts) {
    if (gate().isPresent()) {
      return Optional.empty();
    }
    List<Texts.Question> order = new ArrayList<>();
    texts.questions().stream().filter(q -> early(q.kind())).forEach(order::add);
    new Foresight(evidence)
        .worth(row -> texts.question(row.code()).filter(q -> asked(q.kind())).isPresent())
        .forEach(worth -> texts.question(worth.row()).ifPresent(order::add));
    texts.questions().stream().filter(q -> q.kind() == Texts.Kind.fit).forEach(order::add);
    return order.stream().filter(q -> !answers.containsKey(q.code())).findFirst();
  }

  /** The question with most worth among those the table still misses, asked already or not. */
  Optional<Foresight.Worth> worthAsking(Texts texts) {
    return new Foresight(evidence)
        .worth(row -> texts.question(row.code()).filter(q -> asked(q.kind())).isPresent()).stream()
            .findFirst();
  }

  /** How many questions the interview has, and how many of them were answered. */
  long total(Texts texts) {
    return texts.questions().stream()
        .filter(q -> early(q.kind()) || asked(q.kind()) || q.kind() == Texts.Kind.fit)
        .count();
  }

  private boolean chose(String question, String choice) {
    Answer answer = answers.get(question);
    return answer != null && answer.choice().equals(choice);
  }

  private static boolean early(Texts.Kind kind) {
    return kind == Texts.Kind.gate || kind == Texts.Kind.open;
  }

  private static boolean asked(Texts.Kind kind) {
    return kind == Texts.Kind.row || kind == Texts.Kind.acts;
  }
}
