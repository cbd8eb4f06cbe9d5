package org.leadager.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.leadager.engine.data.Grouping;

/** report.html: one self-contained page that needs neither network nor script. */
final class Report {
  /** Said of standard errors where subjects have several forms. */
  static final String CLUSTERED = ", which lets the forms about a subject depend on each other";

  private Report() {}

  static String of(Findings f) {
    String body =
        "<h2>How far the figures carry</h2>\n"
            + summary(Summary.lines(f))
            + f.information().map(ReportCharts::information).orElse("")
            + ReportItems.html(f.calibration())
            + f.study().sources().map(sources -> sources(f, sources)).orElse("")
            + f.between().map(BetweenGroups::html).orElse("")
            + f.facets().map(ReportFacets::html).orElse("");
    return page(finding(f), analysed(f), f.shownWarnings(), body);
  }

  static String of(FacetsOnly f) {
    boolean settled = f.facets().fit().converged();
    String body =
        "<h2>How far the figures carry</h2>\n" + summary(f.lines()) + ReportFacets.html(f.facets());
    return page(
        settled
            ? "Raters and subjects are calibrated"
            : "The calibration did not converge: do not use these figures",
        "%s of %s on one item, model %s."
            .formatted(
                Words.count(f.study().answers().rows(), "rating"),
                Words.count(f.study().subjects().groups(), "subject"),
                f.facets().model()),
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
    return "%s about %s, %s, model %s."
        .formatted(
            Words.count(f.study().answers().rows(), "form"),
            Words.count(f.study().subjects().groups(), "subject"),
            Words.count(f.study().answers().items(), "item"),
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
      case "AIC", "BIC" ->
          "Of two models on the same answers the one with the smaller value predicts better.";
      case "Facets: AIC", "Facets: BIC" ->
          "Of two many-facet models on the same answers the one with the smaller value predicts better.";
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

  private static String sources(Findings f, Grouping sources) {
    List<String> heads = new ArrayList<>(List.of("Source", "Forms", "Mean answer"));
    f.calibration().pattern().dimensions().forEach(d -> heads.add("Mean score, " + d));
    StringBuilder rows = new StringBuilder();
    for (GroupMeans one : GroupMeans.of(f, sources)) {
      List<String> cells = new ArrayList<>();
      cells.add("%,d".formatted(one.rows()));
      cells.add(Words.number(one.answer(), 2));
      one.scores().forEach(score -> cells.add(Words.number(score, 2)));
      rows.append(Html.row(one.name(), cells.toArray(new String[0])));
    }
    return "<h2>Where raters stand</h2>\n<p>Means over forms; sources may use the scale"
        + " differently, so that a difference is not yet one between what they saw.</p>\n"
        + Html.table("sources", heads, rows.toString());
  }
}
