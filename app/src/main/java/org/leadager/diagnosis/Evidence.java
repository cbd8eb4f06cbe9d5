package org.leadager.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of one case: an answer by row of the table. A question that nobody could answer is
 * absent, since "I do not know" is no answer.
 */
record Evidence(EvidenceTable table, Map<String, String> answers) {
  /** Keeps the answers that the table knows. */
  static Evidence of(EvidenceTable table, Map<String, String> answers) {
    Map<String, String> known = new LinkedHashMap<>();
    for (EvidenceTable.Row row : table.rows()) {
      String answer = answers.get(row.code());
      if (answer != null && row.answers().containsKey(answer)) {
        known.put(row.code(), answer);
      }
    }
    return new Evidence(table, known);
  }

  Evidence with(String row, String answer) {
    Map<String, String> more = new LinkedHashMap<>(answers);
    more.put(row, answer);
    return new Evidence(table, more);
  }

  Optional<String> answer(String row) {
    return Optional.ofNullable(answers.get(row));
  }

  boolean has(String row) {
    return answers.containsKey(row);
  }

  /** Prior and evidence pooled: softmax of the log prior plus the capped block sums × overlap. */
  ByOutcome pooled() {
    return pooled("");
  }

  /** The same, with one row's answer counted as if it had no weight. */
  private ByOutcome pooled(String silent) {
    Map<String, ByOutcome> blocks = new TreeMap<>();
    for (EvidenceTable.Row row : table.rows()) {
      String answer = answers.get(row.code());
      if (answer != null && !row.code().equals(silent)) {
        ByOutcome weight = row.answers().getOrDefault(answer, ByOutcome.ZERO);
        blocks.merge(row.block(), weight, ByOutcome::plus);
      }
    }
    ByOutcome sum = ByOutcome.ZERO;
    for (ByOutcome block : blocks.values()) {
      sum = sum.plus(block.map(x -> Math.clamp(x, -table.cap(), table.cap())));
    }
    return table.prior().times(sum.map(x -> Math.exp(table.overlap() * x))).normalised();
  }

  /** How far the evidence takes us from the prior: 0 (nothing answered) to .95 (everything). */
  double coverage() {
    double coverage = 0;
    for (Map.Entry<String, Double> block : table.points().entrySet()) {
      long asked = table.rows().stream().filter(r -> r.block().equals(block.getKey())).count();
      long answered =
          table.rows().stream()
              .filter(r -> r.block().equals(block.getKey()) && answers.containsKey(r.code()))
              .count();
      coverage += block.getValue() / 100 * answered / Math.max(1, asked);
    }
    return coverage;
  }

  /** The reading: the pooled chances mixed with the prior by coverage. */
  ByOutcome chances() {
    return mix(pooled());
  }

  /** The reading if one answered row had said nothing. */
  ByOutcome chancesWithout(String row) {
    return mix(pooled(row));
  }

  private ByOutcome mix(ByOutcome pooled) {
    double coverage = coverage();
    return pooled.map(p -> coverage * p).plus(table.prior().map(p -> (1 - coverage) * p));
  }
}
