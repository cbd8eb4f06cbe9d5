package org.leadager.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What questions not yet answered could still do to a reading. Answers are foreseen by P(answer |
 * outcome) ∝ exp(weight), every answer equally likely a priori.
 */
final class Foresight {
  private static final int DRAWS = 2000;

  private final Evidence evidence;
  private final ByOutcome now;

  Foresight(Evidence evidence) {
    this.evidence = evidence;
    this.now = evidence.chances();
  }

  /** A question and how many bits of doubt its answer is expected to take away. */
  record Worth(String row, double bits) {}

  /** An answer that would change our mind, and the outcome that would then lead. */
  record Turn(String row, String answer, Outcome to) {}

  /** A range for each outcome. */
  record Ranges(ByOutcome low, ByOutcome high) {}

  /** Questions not answered, worth most first. */
  List<Worth> worth(Predicate<EvidenceTable.Row> candidates) {
    return unanswered().stream()
        .filter(candidates)
        .map(row -> new Worth(row.code(), now.entropy() - expectedEntropy(row)))
        .sorted(Comparator.comparingDouble(Worth::bits).reversed())
        .toList();
  }

  private double expectedEntropy(EvidenceTable.Row row) {
    ByOutcome total = total(row);
    double expected = 0;
    for (Map.Entry<String, ByOutcome> answer : row.answers().entrySet()) {
      ByOutcome given = likelihood(answer.getValue(), total);
      double chance = now.times(given).sum();
      expected += chance * evidence.with(row.code(), answer.getKey()).chances().entropy();
    }
    return expected;
  }

  /** The single answer, among those still open, that would do most against the leading outcome. */
  Optional<Turn> turn() {
    Outcome lead = now.largest();
    Turn strongest = null;
    double least = now.of(lead);
    for (EvidenceTable.Row row : unanswered()) {
      for (String answer : row.answers().keySet()) {
        ByOutcome then = evidence.with(row.code(), answer).chances();
        if (then.of(lead) < least) {
          least = then.of(lead);
          strongest = new Turn(row.code(), answer, then.largest());
        }
      }
    }
    return Optional.ofNullable(strongest);
  }

  /**
   * Where 8 of 10 readings would lie once every question is answered, as foreseen from what we
   * think now: 2,000 draws with a fixed seed, so that the same answers always show the same range.
   * The range always holds the present reading.
   */
  Ranges ranges() {
    double[][] drawn = new Futures(evidence).sorted(DRAWS);
    List<Outcome> order = List.of(Outcome.values());
    int low = DRAWS / 10;
    int high = DRAWS - 1 - low;
    return new Ranges(
        ByOutcome.each(o -> Math.min(now.of(o), drawn[order.indexOf(o)][low])),
        ByOutcome.each(o -> Math.max(now.of(o), drawn[order.indexOf(o)][high])));
  }

  private List<EvidenceTable.Row> unanswered() {
    return evidence.table().rows().stream().filter(r -> !evidence.has(r.code())).toList();
  }

  private static ByOutcome total(EvidenceTable.Row row) {
    return row.answers().values().stream()
        .map(w -> w.map(Math::exp))
        .reduce(ByOutcome.ZERO, ByOutcome::plus);
  }

  private static ByOutcome likelihood(ByOutcome weight, ByOutcome total) {
    return ByOutcome.each(o -> Math.exp(weight.of(o)) / total.of(o));
  }
}
