package org.leadager.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What we think of a request, how sure we are and why.
 *
 * @param chances chances of the four outcomes, summing to 1
 * @param low lower ends of the ranges, see docs/methods/diagnosis.md
 * @param high upper ends of the ranges
 * @param coverage how far the evidence takes us from the prior, 0 to .95
 * @param answered questions answered so far ("I do not know" and words of the request aside)
 * @param leading the likeliest outcome
 * @param second another outcome of at least .25, to be named beside it
 * @param word how sure we are of the leading outcome
 * @param gate what stops the case before any reading
 * @param causes codes of causes under "not a training need", in the order of the table
 * @param moved the three pieces of evidence that moved the reading most, strongest first
 * @param measured whether a round has been measured against a need
 * @param advice what has to come first, whatever the outcome
 */
public record Reading(
    ByOutcome chances,
    ByOutcome low,
    ByOutcome high,
    double coverage,
    int answered,
    Outcome leading,
    Optional<Outcome> second,
    Word word,
    Optional<Gate> gate,
    List<String> causes,
    List<Moved> moved,
    boolean measured,
    Optional<Advice> advice) {

  /** How sure a reading is of its leading outcome. */
  public enum Word {
    /** Fewer than three questions answered. */
    TOO_EARLY,
    /** Below .45. */
    NOT_KNOWN,
    /** .45 to .59, or more without a measurement where the outcome needs one. */
    LEANING,
    /** .60 to .79. */
    MODERATE,
    /** .80 and above. */
    HIGH
  }

  /** Reasons to stop before any reading. */
  public enum Gate {
    /** No gap that could be shown. */
    NO_GAP,
    /** Not worth fixing. */
    NOT_WORTH,
    /** A matter of law, safety or misconduct. */
    OTHER_MATTER
  }

  /** What has to come first. */
  public enum Advice {
    /** Fix conditions before any course. */
    CONDITIONS,
    /** Conditions first, training second, never training alone. */
    CONDITIONS_THEN_TRAINING
  }

  /**
   * A piece of evidence.
   *
   * @param row the row of the table
   * @param answer the answer given
   * @param towards the outcome whose chance it raised most
   * @param by by how much
   */
  public record Moved(String row, String answer, Outcome towards, double by) {}

  private static final int FEWEST = 3;
  private static final double SECOND = .25;

  static Reading of(Evidence evidence, Optional<Gate> gate, boolean fit) {
    ByOutcome chances = evidence.chances();
    Foresight.Ranges ranges = new Foresight(evidence).ranges();
    Outcome leading = chances.largest();
    boolean measured = evidence.has("management") || evidence.has("leadership");
    int answered =
        (int) evidence.answers().keySet().stream().filter(r -> !r.equals("words")).count();
    Word word = word(chances, answered, measured);
    return new Reading(
        chances,
        ranges.low(),
        ranges.high(),
        evidence.coverage(),
        answered,
        leading,
        second(chances, leading),
        word,
        gate,
        causes(evidence, fit),
        moved(evidence),
        measured,
        advice(evidence, leading, word));
  }

  /**
   * The word follows the figure as it is shown, to two places. Without a measurement the three
   * outcomes that call for training never get beyond leaning: an interview can rule training out
   * but not in.
   */
  private static Word word(ByOutcome chances, int answered, boolean measured) {
    Outcome leading = chances.largest();
    long shown = Math.round(chances.of(leading) * 100);
    if (answered < FEWEST) {
      return Word.TOO_EARLY;
    }
    if (shown < 45) {
      return Word.NOT_KNOWN;
    }
    if (shown < 60 || (leading != Outcome.N && !measured)) {
      return Word.LEANING;
    }
    return shown < 80 ? Word.MODERATE : Word.HIGH;
  }

  private static Optional<Outcome> second(ByOutcome chances, Outcome leading) {
    return java.util.Arrays.stream(Outcome.values())
        .filter(o -> o != leading && chances.of(o) >= SECOND)
        .max(Comparator.comparingDouble(chances::of));
  }

  private static List<String> causes(Evidence evidence, boolean fit) {
    Set<String> causes = new LinkedHashSet<>();
    for (EvidenceTable.Row row : evidence.table().rows()) {
      evidence.answer(row.code()).map(row.causes()::get).ifPresent(causes::add);
    }
    if (fit) {
      causes.add("fit");
    }
    return List.copyOf(causes);
  }

  private static List<Moved> moved(Evidence evidence) {
    ByOutcome with = evidence.chances();
    List<Moved> moved = new ArrayList<>();
    evidence
        .answers()
        .forEach((row, answer) -> {
          ByOutcome change = with.minus(evidence.chancesWithout(row));
          Outcome towards = change.largest();
          if (change.of(towards) >= .005) {
            moved.add(new Moved(row, answer, towards, change.of(towards)));
          }
        });
    moved.sort(Comparator.comparingDouble(Moved::by).reversed());
    return List.copyOf(moved.subList(0, Math.min(3, moved.size())));
  }

  private static Optional<Advice> advice(Evidence evidence, Outcome leading, Word word) {
    boolean below =
        evidence.answer("management").filter("below"::equals).isPresent()
            || evidence.answer("leadership").filter("below"::equals).isPresent();
    if (below && evidence.answer("conditions").filter("low"::equals).isPresent()) {
      return Optional.of(Advice.CONDITIONS_THEN_TRAINING);
    }
    return leading == Outcome.N && word == Word.HIGH
        ? Optional.of(Advice.CONDITIONS)
        : Optional.empty();
  }
}
