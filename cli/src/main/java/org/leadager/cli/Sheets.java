package org.leadager.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.ClusteredErrors.OfItem;
import org.leadager.engine.calibrate.ItemParameters;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.facets.FacetResult.Fitted;

/**
 * items.csv, subjects.csv, raters.csv, facets.csv and dif.csv. Text that a spreadsheet could run is
 * made inert.
 */
final class Sheets {
  private Sheets() {}

  static void write(Path dir, Findings f) throws IOException {
    items(dir.resolve("items.csv"), f);
    groups(dir.resolve("subjects.csv"), f, "subject", f.study().subjects(), true);
    Grouping raters = f.study().raters().orElseGet(() -> Grouping.of(List.of()));
    groups(dir.resolve("raters.csv"), f, "rater", raters, false);
    if (f.facets().isPresent()) {
      f.facets().get().write(dir.resolve("facets.csv"));
    }
    Optional<DifTable> dif = f.between().flatMap(BetweenGroups::dif);
    if (dif.isPresent()) {
      dif.get().write(dir.resolve("dif.csv"));
    }
  }

  private static void items(Path file, Findings f) throws IOException {
    Calibration c = f.calibration();
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      List<String> head = new ArrayList<>(List.of("item", "parameter", "estimate", "se"));
      c.clustered().ifPresent(errors -> head.add("se clustered"));
      csv.writeRecord(head);
      for (int i = 0; i < c.items().size(); i++) {
        int at = i;
        item(
            csv,
            c.pattern().dimensions(),
            c.items().get(i),
            c.clustered().map(e -> e.items().get(at)));
      }
    }
  }

  private static void item(
      CsvWriter csv, List<String> dimensions, ItemParameters item, Optional<OfItem> clustered) {
    for (int d = 0; d < dimensions.size(); d++) {
      int at = d;
      List<String> row = line(item.name(), "slope " + dimensions.get(d), item.slopes().get(d));
      row.add(number(item.slopeErrors().get(d)));
      clustered.ifPresent(e -> row.add(number(e.slopes().get(at))));
      csv.writeRecord(row);
    }
    for (int k = 0; k < item.intercepts().size(); k++) {
      int at = k;
      List<String> row = line(item.name(), "intercept " + (k + 1), item.intercepts().get(k));
      row.add(number(item.interceptErrors().get(k)));
      clustered.ifPresent(e -> row.add(number(e.intercepts().get(at))));
      csv.writeRecord(row);
    }
  }

  private static List<String> line(String item, String name, double value) {
    return new ArrayList<>(List.of(inert(item), inert(name), number(value)));
  }

  private static void groups(
      Path file, Findings f, String what, Grouping grouping, boolean agreement) throws IOException {
    List<GroupMeans> means = GroupMeans.of(f, grouping);
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(head(f, what, agreement));
      for (int g = 0; g < means.size(); g++) {
        int place = g;
        GroupMeans one = means.get(g);
        List<String> row = new ArrayList<>();
        row.add(inert(one.name()));
        row.add(Integer.toString(one.rows()));
        row.add(number(one.answer()));
        one.scores().forEach(score -> row.add(number(score)));
        if (agreement) {
          row.add(f.within().isEmpty() ? "" : number(f.within().get(g).rwgj()));
          row.add(f.within().isEmpty() ? "" : number(f.within().get(g).adMean()));
        }
        f.facets().ifPresent(facets -> addFacet(row, facets.fit(), place, agreement));
        csv.writeRecord(row);
      }
    }
  }

  private static List<String> head(Findings f, String what, boolean agreement) {
    List<String> head = new ArrayList<>(List.of(what, "forms", "mean answer"));
    f.calibration().pattern().dimensions().forEach(d -> head.add(inert("mean score " + d)));
    if (agreement) {
      head.addAll(List.of("rwgj", "ad"));
    }
    if (f.facets().isPresent()) {
      head.addAll(List.of(agreement ? "standing" : "severity", "se"));
    }
    return head;
  }

  private static void addFacet(List<String> row, Fitted facets, int group, boolean subjects) {
    if (subjects) {
      row.add(number(facets.subjects().get(group).standing()));
      row.add(number(facets.subjects().get(group).se()));
    } else {
      row.add(number(facets.raters().get(group).severity()));
      row.add(number(facets.raters().get(group).se()));
    }
  }

  static String inert(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** All digits; adding 0 takes the sign from −0. */
  static String number(double v) {
    return Double.isFinite(v) ? Double.toString(v + 0.0) : "";
  }
}
