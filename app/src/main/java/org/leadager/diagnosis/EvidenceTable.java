package org.leadager.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table that says how far each answer speaks for each outcome. Data, not code: {@code
 * diagnosis/evidence.json}.
 *
 * @param version kept with every reading
 * @param prior chances before any evidence
 * @param cap the most that one block may say for or against one outcome, in logits
 * @param overlap factor on all evidence, since its pieces overlap
 * @param points how far each block, fully answered, moves us from the prior, in hundredths
 */
record EvidenceTable(
    String version,
    ByOutcome prior,
    double cap,
    double overlap,
    Map<String, Double> points,
    List<Row> rows) {

  /**
   * One question to the world.
   *
   * @param number its number in the published table
   * @param answers weights by answer; an answer without weight counts as answered all the same
   * @param causes causes of "not a training need" by the answer that names them
   */
  record Row(
      String code,
      int number,
      String block,
      Map<String, ByOutcome> answers,
      Map<String, String> causes) {}

  static EvidenceTable load() {
    try (InputStream in = EvidenceTable.class.getResourceAsStream("/diagnosis/evidence.json")) {
      if (in == null) {
        throw new IllegalStateException("The evidence table is missing");
      }
      return read(new JsonMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EvidenceTable read(JsonNode table) {
    Map<String, Double> points = new LinkedHashMap<>();
    table.path("blocks").forEachEntry((block, value) -> points.put(block, value.asDouble()));
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : table.path("rows")) {
      Map<String, ByOutcome> answers = new LinkedHashMap<>();
      row.path("answers").forEachEntry((answer, value) -> answers.put(answer, weights(value)));
      Map<String, String> causes = new LinkedHashMap<>();
      row.path("causes").forEachEntry((answer, cause) -> causes.put(answer, cause.asString()));
      String block = row.path("block").asString();
      if (!points.containsKey(block)) {
        throw new IllegalStateException("A row of the evidence table without block: " + row);
      }
      rows.add(
          new Row(row.path("code").asString(), row.path("number").asInt(), block, answers, causes));
    }
    return new EvidenceTable(
        table.path("version").asString(),
        weights(table.path("prior")),
        table.path("cap").asDouble(),
        table.path("overlap").asDouble(),
        points,
        List.copyOf(rows));
  }

  private static ByOutcome weights(JsonNode node) {
    return ByOutcome.each(o -> node.path(o.name()).asDouble(0));
  }

  Optional<Row> row(String code) {
    return rows.stream().filter(r -> r.code().equals(code)).findFirst();
  }
}
