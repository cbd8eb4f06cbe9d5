package org.leadager.cli;

import java.util.ArrayList;
import java.util.List;
import org.leadager.engine.facets.FacetResult.Rater;

/**
 * Severities as a caterpillar: a line per rater, the severest at the top, a dot for the severity
 * and a bar that holds it 95 times in 100. Of many raters the two ends.
 */
final class RaterChart {
  private static final int MOST_ROWS = 60;
  private static final int AT_EACH_END = 25;
  private static final int ROW = 20;
  private static final int TOP = 26;
  private static final double LEFT = 112;
  private static final double WIDTH = 236;
  private static final double NORMAL_95 = 1.96;

  private final List<Rater> upper;
  private final List<Rater> lower;
  private final int between;
  private final double low;
  private final double high;

  /**
   * @param raters with finite severities, the severest first
   */
  private RaterChart(List<Rater> raters) {
    int n = raters.size();
    boolean all = n <= MOST_ROWS;
    upper = all ? raters : raters.subList(0, AT_EACH_END);
    lower = all ? List.of() : raters.subList(n - AT_EACH_END, n);
    between = n - upper.size() - lower.size();
    low = Math.min(0, shown().stream().mapToDouble(r -> r.severity() - reach(r)).min().orElse(0));
    high = Math.max(0, shown().stream().mapToDouble(r -> r.severity() + reach(r)).max().orElse(0));
  }

  /** Empty without raters. */
  static String svg(List<Rater> raters) {
    return raters.isEmpty() ? "" : new RaterChart(raters).drawn();
  }

  private List<Rater> shown() {
    List<Rater> shown = new ArrayList<>(upper);
    shown.addAll(lower);
    return shown;
  }

  private static double reach(Rater rater) {
    return Double.isFinite(rater.se()) ? NORMAL_95 * rater.se() : 0;
  }

  private String drawn() {
    StringBuilder marks = new StringBuilder();
    int y = TOP + ROW / 2;
    for (Rater rater : upper) {
      marks.append(row(rater, y));
      y += ROW;
    }
    if (between > 0) {
      marks.append(
          "<text class=\"quiet\" x=\"0\" y=\"%d\">… %s between …</text>\n"
              .formatted(y + 5, Words.count(between, "rater")));
      y += ROW;
    }
    for (Rater rater : lower) {
      marks.append(row(rater, y));
      y += ROW;
    }
    int foot = y - ROW / 2 + 4;
    return """
    %s<svg viewBox="0 0 360 %d" role="img" aria-labelledby="rt rd">
    <title id="rt">Severity of each rater</title>
    <desc id="rd">%s</desc>
    <text class="quiet" x="112" y="12">milder</text><text class="quiet" x="348" y="12" text-anchor="end">severer</text>
    %s%s</svg>
    """
        .formatted(said(), foot + 24, described(), axis(foot), marks);
  }

  private String said() {
    return between == 0
        ? "<p>Dot: the severity. Bar: holds it 95 times in 100.</p>\n"
        : "<p>Dot: the severity. Bar: holds it 95 times in 100. The %d severest and the %d mildest of %s are drawn.</p>\n"
            .formatted(
                upper.size(),
                lower.size(),
                Words.count(between + upper.size() + lower.size(), "rater"));
  }

  private String described() {
    Rater first = upper.getFirst();
    Rater last = lower.isEmpty() ? upper.getLast() : lower.getLast();
    return Html.escape(
        "From %s, %s logits, at the top to %s, %s logits, at the foot. The table below has the figures."
            .formatted(
                first.name(),
                Words.number(first.severity(), 2),
                last.name(),
                Words.number(last.severity(), 2)));
  }

  private String row(Rater rater, int y) {
    return """
    <text x="0" y="%d">%s</text><path class="line" d="M%s %dH%s"/><circle cx="%s" cy="%d" r="4"/>
    """
        .formatted(
            y + 4,
            Html.escape(ReportCharts.shortened(rater.name())),
            x(rater.severity() - reach(rater)),
            y,
            x(rater.severity() + reach(rater)),
            x(rater.severity()),
            y);
  }

  /** Lines at round figures, zero among them. */
  private String axis(int foot) {
    StringBuilder lines = new StringBuilder();
    double step = step();
    for (long k = (long) Math.ceil(low / step); k * step <= high; k++) {
      String at = x(k * step);
      lines.append(
          """
          <path class="%s" d="M%s 18V%d"/><text x="%s" y="%d" text-anchor="middle">%s</text>
          """
              .formatted(
                  k == 0 ? "zero" : "axis",
                  at,
                  foot,
                  at,
                  foot + 16,
                  Words.number(k * step, step < 1 ? 1 : 0).replace('-', '−')));
    }
    return lines.toString();
  }

  /** The smallest of 0.1, 0.2, 0.5, 1, 2, … that leaves room for the figures. */
  private double step() {
    double step = 0.1;
    for (int i = 0; (high - low) / step > 5; i++) {
      step *= i % 3 == 1 ? 2.5 : 2;
    }
    return step;
  }

  private String x(double severity) {
    return Words.number(LEFT + WIDTH * (severity - low) / Math.max(1e-9, high - low), 1);
  }
}
