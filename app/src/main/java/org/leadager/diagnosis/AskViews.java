package org.leadager.diagnosis;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadager.instruments.Instrument;
import org.leadager.platform.http.Choice;

/** Turns an interview into what its page shows. */
record AskViews(Texts texts, Instrument framework) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

  /** An answer that was sent and not taken: shown again with what is wrong. */
  record Refused(String choice, String note, String error) {}

  /**
   * The page.
   *
   * @param wanted code of a question to go back to, or null for the next one
   */
  AskView of(Interview interview, @Nullable String wanted, @Nullable Refused refused) {
    Optional<Texts.Question> question =
        Optional.ofNullable(wanted)
            .flatMap(texts::question)
            .filter(q -> q.kind() != Texts.Kind.measured)
            .or(() -> interview.next(texts));
    Request request = interview.request();
    return new AskView(
        request.caseId().toString(),
        request.words(),
        asked(request),
        question.map(q -> ask(interview, q, refused)).orElse(null),
        question.isEmpty() ? stop(interview) : null,
        given(interview),
        new ThinkViews(texts).of(interview));
  }

  static String asked(Request request) {
    String day = DAY.format(request.askedAt());
    return request.askedBy().isEmpty() ? day : request.askedBy() + ", " + day;
  }

  private AskView.@Nullable Stop stop(Interview interview) {
    return interview
        .gate()
        .map(texts.gates()::get)
        .map(gate -> new AskView.Stop(gate.title(), gate.text()))
        .orElse(null);
  }

  private AskView.Ask ask(Interview interview, Texts.Question q, @Nullable Refused refused) {
    List<String> codes = new ArrayList<>(interview.answers().keySet());
    codes.remove("words");
    int place = codes.indexOf(q.code());
    Answer before = interview.answers().get(q.code());
    String choice = before == null ? defaultChoice(interview, q) : before.choice();
    String note = before == null || before.note() == null ? "" : before.note();
    int number = place < 0 ? codes.size() + 1 : place + 1;
    return new AskView.Ask(
        q.code(),
        number,
        Math.max(number, interview.total(texts)),
        q.text(),
        q.hint().isEmpty() ? null : q.hint(),
        options(q),
        q.kind() == Texts.Kind.acts,
        q.kind() == Texts.Kind.open,
        Set.of((refused == null ? choice : refused.choice()).split(",", -1)),
        refused == null ? note : refused.note(),
        number > 1 ? href(interview, codes.get(number - 2)) : null,
        refused == null ? null : refused.error());
  }

  private static String defaultChoice(Interview interview, Texts.Question q) {
    return q.kind() == Texts.Kind.words ? interview.found().answer() : "";
  }

  private List<Choice> options(Texts.Question q) {
    List<Choice> options = new ArrayList<>();
    if (q.kind() == Texts.Kind.acts) {
      var wording = framework.wording().original();
      framework
          .competences()
          .forEach(c -> {
            var named = wording.competences().get(c.code());
            String definition = named == null ? null : named.definition();
            options.add(new Choice(c.code(), wording.competence(c.code()), definition));
          });
    } else if (q.kind() != Texts.Kind.open) {
      q.options().forEach(o -> options.add(new Choice(o.value(), o.label(), hint(o.hint()))));
    }
    if (q.kind() != Texts.Kind.open && q.kind() != Texts.Kind.words) {
      options.add(new Choice(Answer.UNKNOWN, texts.unknown().label(), texts.unknown().hint()));
    }
    return options;
  }

  private List<AskView.Given> given(Interview interview) {
    List<AskView.Given> given = new ArrayList<>();
    RequestWords.Found found = interview.found();
    if (!interview.answers().containsKey("words")) {
      String read = found.words().isEmpty() ? "" : " (" + String.join(", ", found.words()) + ")";
      texts
          .question("words")
          .ifPresent(q -> given.add(row(interview, q, label(q, found.answer()) + read, null)));
    }
    for (Answer answer : interview.answers().values()) {
      texts
          .question(answer.question())
          .ifPresent(q -> given.add(row(interview, q, label(q, answer.choice()), answer.note())));
    }
    return given;
  }

  private AskView.Given row(
      Interview interview, Texts.Question q, String answer, @Nullable String note) {
    return new AskView.Given(q.text(), answer, note, href(interview, q.code()));
  }

  private String label(Texts.Question q, String choice) {
    if (choice.equals(Answer.UNKNOWN)) {
      return texts.unknown().label();
    }
    if (q.kind() == Texts.Kind.acts) {
      var wording = framework.wording().original();
      return String.join(
          ", ",
          MissingActs.codes(choice).stream()
              .filter(wording.competences()::containsKey)
              .map(wording::competence)
              .toList());
    }
    return q.kind() == Texts.Kind.open
        ? "In your words"
        : q.option(choice).map(Texts.Option::label).orElse(choice);
  }

  private static String href(Interview interview, String question) {
    return "/cases/" + interview.request().caseId() + "/ask?question=" + question;
  }

  private static @Nullable String hint(String text) {
    return text.isEmpty() ? null : text;
  }
}
