package org.leadager.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.ClusteredErrors;
import org.leadager.engine.calibrate.ItemParameters;

/** The items' part of report.html: a chart of slopes and the table of all parameters. */
final class ReportItems {
  private ReportItems() {}

  static String html(Calibration calibration) {
    List<ItemParameters> items = shown(calibration);
    return "<h2>Items</h2>\n<p>Slope: how sharply an item tells people apart. Intercepts: one per"
        + " category but the lowest. After ± the standard error"
        + (calibration.clustered().isPresent() ? Report.CLUSTERED : "")
        + "; ± 0.00 is a fixed value."
        + (calibration.pattern().dimensions().size() > 1
            ? " A dash: the item does not belong to the dimension."
            : "")
        + "</p>\n"
        + ReportCharts.slopes(items)
        + Html.table(
            "items",
            heads(calibration.pattern().dimensions()),
            items.stream()
                .map(item -> Html.row(item.name(), cells(item)))
                .collect(Collectors.joining()));
  }

  /** With the errors that a reader should go by. */
  private static List<ItemParameters> shown(Calibration calibration) {
    if (calibration.clustered().isEmpty()) {
      return calibration.items();
    }
    List<ItemParameters> shown = new ArrayList<>();
    for (ItemParameters item : calibration.items()) {
      ClusteredErrors.OfItem se = calibration.clustered().get().items().get(shown.size());
      shown.add(
          new ItemParameters(
              item.name(), item.slopes(), item.intercepts(), se.slopes(), se.intercepts()));
    }
    return shown;
  }

  private static List<String> heads(List<String> dimensions) {
    List<String> heads = new ArrayList<>(List.of("Item"));
    if (dimensions.size() == 1) {
      heads.add("Slope");
    } else {
      dimensions.forEach(name -> heads.add("Slope, " + name));
    }
    heads.add("Intercepts");
    return heads;
  }

  private static String[] cells(ItemParameters item) {
    List<String> cells = new ArrayList<>();
    for (int d = 0; d < item.slopes().size(); d++) {
      double slope = item.slopes().get(d);
      double error = item.slopeErrors().get(d);
      boolean loads = slope != 0 || error != 0;
      cells.add(loads ? Html.pairs(List.of(slope), List.of(error)) : "–");
    }
    cells.add(Html.pairs(item.intercepts(), item.interceptErrors()));
    return cells.toArray(String[]::new);
  }
}
