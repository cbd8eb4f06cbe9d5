package org.leadager.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leadager.engine.calibrate.ItemParameters;
import org.leadager.engine.fit.Information;

/** report.html: one self-contained page that needs neither network nor script. */
final class Report {
  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums}
      th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8884}
      .warning{border-left:4px solid #b45309;padding:.25rem .75rem}
      svg{max-width:100%;height:auto}
      """;

  private Report() {}

  static String of(Findings f) {
    String warnings =
        f.warnings().stream()
            .map(w -> "<p class=\"warning\">" + escape(w) + "</p>\n")
            .collect(Collectors.joining());
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Analysis of ratings</title><style>
    """
        + STYLE
        + "</style></head><body><main><h1>Analysis of ratings</h1>\n"
        + warnings
        + "<h2>In short</h2>\n"
        + summary(f)
        + f.information().map(Report::chart).orElse("")
        + "<h2>Items</h2>\n"
        + items(f.calibration().items())
        + "</main></body></html>\n";
  }

  private static String summary(Findings f) {
    return Summary.lines(f).stream()
        .map(l ->
            "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n"
                .formatted(escape(l.what()), escape(l.value())))
        .collect(Collectors.joining("", "<table><tbody>\n", "</tbody></table>\n"));
  }

  private static String items(List<ItemParameters> items) {
    return items.stream()
        .map(i ->
            "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                    escape(i.name()),
                    pairs(i.slopes(), i.slopeErrors()),
                    pairs(i.intercepts(), i.interceptErrors())))
        .collect(
            Collectors.joining(
                "",
                "<table><thead><tr><th>Item</th><th>Slopes ± error</th>"
                    + "<th>Intercepts ± error</th></tr></thead><tbody>\n",
                "</tbody></table>\n"));
  }

  private static String pairs(List<Double> values, List<Double> errors) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      String error = Double.isNaN(errors.get(i)) ? "?" : two(errors.get(i));
      out.append(i == 0 ? "" : ", ").append(two(values.get(i))).append(" ± ").append(error);
    }
    return out.toString();
  }

  /** Information by standing, with the same figures in a table below. */
  private static String chart(Information information) {
    StringBuilder points = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    double top = 0;
    for (int i = -30; i <= 30; i++) {
      top = Math.max(top, information.test(i / 10.0));
    }
    for (int i = -30; i <= 30; i++) {
      double value = information.test(i / 10.0);
      points.append(two(320 + i * 10)).append(',').append(two(210 - 190 * value / top)).append(' ');
      if (i % 10 == 0) {
        rows.append(
            "<tr><th scope=\"row\">%d</th><td>%s</td></tr>\n".formatted(i / 10, two(value)));
      }
    }
    return """
    <h2>Where the items tell people apart</h2>
    <svg viewBox="0 0 640 240" role="img" aria-labelledby="it id">
    <title id="it">Information by standing</title>
    <desc id="id">Information of all items from three deviations below to three above the mean; the table below has the figures.</desc>
    <path d="M20 210H620" stroke="currentColor"/>
    <polyline fill="none" stroke="#0f766e" stroke-width="3" points="%s"/>
    <text x="20" y="232" fill="currentColor">−3</text><text x="315" y="232" fill="currentColor">0</text><text x="605" y="232" fill="currentColor">3</text>
    </svg>
    <table><thead><tr><th>Standing</th><th>Information</th></tr></thead><tbody>
    %s</tbody></table>
    """
        .formatted(points.toString().strip(), rows);
  }

  private static String two(double v) {
    return String.format(Locale.ROOT, "%.2f", v);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
