package org.leadager.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.leadager.engine.facets.FacetResult.Fitted;
import org.leadager.engine.facets.FacetResult.Rater;

/** The raters' part of report.html: a chart of severities, their table and the items' table. */
final class ReportFacets {
  /** More raters than a table can hold: its two ends stand for it; raters.csv has all. */
  private static final int MOST_ROWS = 500;

  private ReportFacets() {}

  static String html(Facets found) {
    Fitted facets = found.fit();
    List<Rater> told =
        facets.raters().stream()
            .filter(r -> Double.isFinite(r.severity()))
            .sorted(Comparator.comparingDouble(Rater::severity).reversed())
            .toList();
    return "<h2>Raters and items, many-facet</h2>\n<p>Model: "
        + found.model()
        + ". Severity: what a rater takes off every"
        + " answer, in logits; the severest first. After ± the standard error.</p>\n"
        + (facets.converged() ? "" : "<p class=\"warning\">⚠ Did not converge: do not use.</p>\n")
        + RaterChart.svg(told)
        + "<details><summary>The raters as a table</summary>\n"
        + raters(facets, told)
        + "</details>\n<h3>Items</h3>\n"
        + items(facets);
  }

  private static String raters(Fitted facets, List<Rater> told) {
    List<Rater> rows = new ArrayList<>(told);
    facets.raters().stream().filter(r -> !Double.isFinite(r.severity())).forEach(rows::add);
    int all = rows.size();
    if (all > MOST_ROWS) {
      rows.subList(MOST_ROWS / 2, all - MOST_ROWS / 2).clear();
    }
    String more =
        all > MOST_ROWS
            ? "<p>The first and the last %d of %,d raters; raters.csv has them all.</p>\n"
                .formatted(MOST_ROWS / 2, all)
            : "";
    return more
        + Html.table(
            "raters",
            List.of("Rater", "Severity", "Answers"),
            rows.stream()
                .map(r ->
                    Html.row(
                        r.name(),
                        Html.pairs(List.of(r.severity()), List.of(r.se())),
                        "%,d".formatted(r.answers())))
                .collect(Collectors.joining()));
  }

  private static String items(Fitted facets) {
    return Html.table(
        "facet-items",
        List.of("Item", "Difficulty", "Thresholds"),
        facets.items().stream()
            .map(i ->
                Html.row(
                    i.name(),
                    Html.pairs(List.of(i.difficulty()), List.of(i.se())),
                    i.thresholds().stream()
                        .map(t -> Words.number(t, 2))
                        .collect(Collectors.joining(", "))))
            .collect(Collectors.joining()));
  }
}
