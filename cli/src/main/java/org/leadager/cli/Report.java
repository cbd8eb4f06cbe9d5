package org.leadager.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.leadager.engine.calibrate.ItemParameters;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.facets.FacetResult;

/** report.html: one self-contained page that needs neither network nor script. */
final class Report {
  /** More raters than a page can hold; all of them are in raters.csv. */
  private static final int MOST_RATERS = 500;

  private Report() {}

  static String of(Findings f) {
    String body =
        "<h2>How far the figures carry</h2>\n"
            + summary(Summary.lines(f))
            + f.information().map(ReportCharts::information).orElse("")
            + items(f.calibration().items())
            + f.study().sources().map(sources -> sources(f, sources)).orElse("")
            + f.between().map(BetweenGroups::html).orElse("")
            + f.facets().map(Facets::fit).map(Report::facets).orElse("");
    return page(finding(f), analysed(f), f.warnings(), body);
  }

  static String of(FacetsOnly f) {
    boolean settled = f.facets().fit().converged();
    String body =
        "<h2>How far the figures carry</h2>\n" + summary(f.lines()) + facets(f.facets().fit());
    return page(
        settled
            ? "Raters and subjects are calibrated"
            : "The calibration did not converge: do not use these figures",
        "%d ratings of %d subjects on one item, model %s."
            .formatted(
                f.study().answers().rows(), f.study().subjects().groups(), f.facets().model()),
        f.warnings(),
        body);
  }

  private static String page(String title, String said, List<String> warnings, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>Analysis of ratings</title><style>
    """
        + style()
        + "</style></head><body><main>\n<div class=\"corner\"><h1>"
        + title
        + "</h1>\n<p>"
        + Html.escape(said)
        + "</p></div>\n"
        + warnings.stream()
            .map(w -> "<p class=\"warning\">⚠ Read this first: " + Html.escape(w) + "</p>\n")
            .collect(Collectors.joining())
        + body
        + METHODS
        + "</main></body></html>\n";
  }

  private static final String METHODS =
      """
      <h2>How each figure is made</h2>
      <p>Equations, sources and limits are in Leadager's folder <code>docs/methods</code>: <code>item-models.md</code>,
      <code>calibration.md</code>, <code>scores.md</code>, <code>alpha-omega.md</code>, <code>icc.md</code>,
      <code>within-group-agreement.md</code>, <code>model-fit.md</code>, <code>groups.md</code>, <code>dif.md</code> and <code>many-facet.md</code>. The same figures with all digits are in
      <code>result.json</code> beside this page.</p>
      """;

  private static String finding(Findings f) {
    return f.calibration().fit().converged()
        ? "The items are calibrated"
        : "The calibration did not converge: do not use these figures";
  }

  private static String analysed(Findings f) {
    return "%d forms about %d subjects, %d items, model %s."
        .formatted(
            f.study().answers().rows(),
            f.study().subjects().groups(),
            f.study().answers().items(),
            f.calibration().model().name());
  }

  private static String style() {
    try (InputStream in = Objects.requireNonNull(Report.class.getResourceAsStream("report.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String summary(List<Summary.Line> lines) {
    return lines.stream()
        .map(l ->
            "<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"words\">%s</td></tr>\n"
                .formatted(Html.escape(l.what()), Html.escape(l.value()), words(l.what())))
        .collect(
            Collectors.joining("", "<table class=\"figures\"><tbody>\n", "</tbody></table>\n"));
  }

  private static String words(String what) {
    return switch (what) {
      case "Log-likelihood" -> "Compares models on the same answers; closer to zero fits better.";
      case "Alpha" -> "Consistency of the sum of the items, if all measure equally well.";
      case "Omega, one factor" -> "The same where items may measure one thing unequally well.";
      case "Marginal reliability" -> "Expected over the population: 1 would be without error.";
      case "ICC(1)" -> "Share of one form's variance that lies between subjects.";
      case "ICC(2)" -> "Reliability of the mean of all forms about a subject.";
      case "ICC by REML" -> "As ICC(1), for groups of unequal size.";
      case "r_wg(j), mean over subjects" -> "1: raters of a subject agree; 0: as if by chance.";
      case "AD, mean over subjects" -> "Mean distance from the subject's mean, in scale points.";
      case "Fit: RMSEA of C2" ->
          "How far the model is from the answers: below .05 close, above .10 poor.";
      case "Facets: deviance" -> "Misfit of the many-facet model; compares models only.";
      case "Facets: subjects' variance" -> "How much subjects differ, raters' severity removed.";
      case "Facets: raters' variance" -> "How much raters differ in severity.";
      default ->
          what.startsWith("Reliability of scores") ? "Of the scores in these very data." : "";
    };
  }

  private static String items(List<ItemParameters> items) {
    return "<h2>Items</h2>\n<p>Slope: how sharply an item tells people apart. Intercepts: one per"
        + " category but the lowest. After ± the standard error; ± 0.00 is a fixed value.</p>\n"
        + ReportCharts.slopes(items)
        + Html.table(
            "items",
            List.of("Item", "Slopes", "Intercepts"),
            items.stream()
                .map(i ->
                    Html.row(
                        i.name(),
                        Html.pairs(i.slopes(), i.slopeErrors()),
                        Html.pairs(i.intercepts(), i.interceptErrors())))
                .collect(Collectors.joining()));
  }

  private static String sources(Findings f, Grouping sources) {
    List<String> heads = new ArrayList<>(List.of("Source", "Forms", "Mean answer"));
    f.calibration().pattern().dimensions().forEach(d -> heads.add("Mean score, " + d));
    StringBuilder rows = new StringBuilder();
    for (GroupMeans one : GroupMeans.of(f, sources)) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(one.rows()));
      cells.add(Html.number(one.answer(), 2));
      one.scores().forEach(score -> cells.add(Html.number(score, 2)));
      rows.append(Html.row(one.name(), cells.toArray(new String[0])));
    }
    return "<h2>Where raters stand</h2>\n<p>Means over forms; sources may use the scale"
        + " differently, so that a difference is not yet one between what they saw.</p>\n"
        + Html.table("sources", heads, rows.toString());
  }

  private static String facets(FacetResult.Fitted facets) {
    String raters =
        facets.raters().stream()
            .limit(MOST_RATERS)
            .map(r -> Html.row(r.name(), Html.pairs(List.of(r.severity()), List.of(r.se()))))
            .collect(Collectors.joining());
    String more =
        facets.raters().size() > MOST_RATERS
            ? "<p>The first %d of %d raters; raters.csv has them all.</p>\n"
                .formatted(MOST_RATERS, facets.raters().size())
            : "";
    String items =
        facets.items().stream()
            .map(i ->
                Html.row(
                    i.name(),
                    Html.pairs(List.of(i.difficulty()), List.of(i.se())),
                    i.thresholds().stream()
                        .map(t -> Html.number(t, 2))
                        .collect(Collectors.joining(", "))))
            .collect(Collectors.joining());
    return "<h2>Raters and items, many-facet</h2>\n<p>Severity: what a rater takes off every"
        + " answer, in logits, in the order of the table. After ± the standard error.</p>\n"
        + (facets.converged() ? "" : "<p class=\"warning\">⚠ Did not converge: do not use.</p>\n")
        + more
        + Html.table("raters", List.of("Rater", "Severity"), raters)
        + Html.table("facet-items", List.of("Item", "Difficulty", "Thresholds"), items);
  }
}
