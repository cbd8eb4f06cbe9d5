package org.leadager.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadager.engine.facets.FacetResult.Rater;
import org.leadager.engine.facets.FacetResult.Subject;

/**
 * What one item tells: nothing can be calibrated against other items, but raters and subjects can.
 */
record FacetsOnly(Study study, Facets facets) {
  static final String WHY =
      "One item: no slopes, reliability or agreement over items; the figures are the many-facet"
          + " model's.";

  void write(Path dir) throws IOException {
    Files.writeString(dir.resolve("result.json"), Json.write(json()));
    facets.write(dir.resolve("facets.csv"));
    try (CsvWriter csv = CsvWriter.builder().build(dir.resolve("subjects.csv"))) {
      csv.writeRecord("subject", "standing", "se");
      for (Subject s : facets.fit().subjects()) {
        csv.writeRecord(Sheets.inert(s.name()), Sheets.number(s.standing()), Sheets.number(s.se()));
      }
    }
    try (CsvWriter csv = CsvWriter.builder().build(dir.resolve("raters.csv"))) {
      csv.writeRecord("rater", "answers", "severity", "se");
      for (Rater r : facets.fit().raters()) {
        csv.writeRecord(
            Sheets.inert(r.name()),
            Integer.toString(r.answers()),
            Sheets.number(r.severity()),
            Sheets.number(r.se()));
      }
    }
    Files.writeString(dir.resolve("report.html"), Report.of(this));
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("n", study.answers().rows());
    json.put("subjects", study.subjects().groups());
    json.put("warnings", warnings());
    json.put("facets", facets.json());
    return json;
  }

  List<String> warnings() {
    List<String> all = new ArrayList<>(study.warnings());
    all.add(WHY);
    all.addAll(facets.warnings());
    return all;
  }

  List<Summary.Line> lines() {
    List<Summary.Line> lines = new ArrayList<>();
    Summary.count(lines, "Forms", study.answers().rows());
    Summary.count(lines, "Subjects", study.subjects().groups());
    Summary.count(lines, "Raters", facets.fit().raters().size());
    lines.addAll(facets.lines());
    return lines;
  }
}
