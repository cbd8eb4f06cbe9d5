package org.leadager.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what we think so far. */
record ThinkViews(Texts texts) {
  AskView.Think of(Interview interview) {
    Reading reading = interview.reading();
    Sentences sentences = new Sentences(texts);
    return new AskView.Think(
        sentences.say(reading),
        peek(reading),
        bars(reading, sentences),
        reading.moved().stream().map(m -> piece(m, reading.leading())).toList(),
        next(interview),
        reading.word() == Reading.Word.TOO_EARLY ? null : turn(interview),
        reading.advice().map(texts.advice()::get).orElse(null),
        reading.measured());
  }

  private String peek(Reading reading) {
    String word = texts.word(reading.word());
    return switch (reading.word()) {
      case TOO_EARLY, NOT_KNOWN -> word;
      default -> word + ", " + texts.outcome(reading.leading()).toLowerCase(Locale.ROOT);
    };
  }

  /** Likeliest first; equal ones in the framework's order. */
  private List<AskView.Bar> bars(Reading reading, Sentences sentences) {
    return Stream.of(Outcome.values())
        .sorted(Comparator.comparingDouble((Outcome o) -> reading.chances().of(o)).reversed())
        .map(o ->
            new AskView.Bar(
                o.name(),
                texts.outcome(o),
                sentences.standing(reading, o),
                percent(reading.low().of(o)),
                percent(reading.chances().of(o)),
                percent(reading.high().of(o)),
                small(reading, o)))
        .toList();
  }

  private @Nullable String small(Reading reading, Outcome outcome) {
    return outcome == Outcome.N && !reading.causes().isEmpty()
        ? "cause: " + texts.causes(reading.causes())
        : null;
  }

  private AskView.Piece piece(Reading.Moved moved, Outcome leading) {
    return new AskView.Piece(
        texts.says(moved.row(), moved.answer()),
        texts.towards().getOrDefault(moved.towards(), ""),
        moved.towards() == leading);
  }

  private @Nullable String next(Interview interview) {
    if (interview.gate().isPresent()) {
      return null;
    }
    return interview
        .worthAsking(texts)
        .flatMap(w -> texts.question(w.row()))
        .map(Texts.Question::text)
        .orElse(null);
  }

  private @Nullable String turn(Interview interview) {
    return new Foresight(interview.evidence()).turn().map(this::turn).orElse(null);
  }

  private String turn(Foresight.Turn turn) {
    boolean measured =
        texts.question(turn.row()).filter(q -> q.kind() == Texts.Kind.measured).isPresent();
    String finding = lower(texts.says(turn.row(), turn.answer()));
    return (measured ? "If we measured and found: " : "If we learnt: ") + finding + ".";
  }

  private static String lower(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static long percent(double chance) {
    return Math.round(100 * chance);
  }
}
