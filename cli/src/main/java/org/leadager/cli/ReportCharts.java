package org.leadager.cli;

import java.util.List;
import org.leadager.engine.calibrate.ItemParameters;
import org.leadager.engine.fit.Information;

/** The charts of report.html: inline SVG in ink, each with title, description and table. */
final class ReportCharts {
  /** Beyond this many rows a picture says less than the table. */
  private static final int MOST_ROWS = 120;

  private ReportCharts() {}

  /** Information by standing, three deviations below to three above the mean. */
  static String information(Information information) {
    StringBuilder points = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    double top = 0;
    for (int i = -30; i <= 30; i++) {
      top = Math.max(top, information.test(i / 10.0));
    }
    for (int i = -30; i <= 30; i++) {
      double value = information.test(i / 10.0);
      double height = top > 0 ? 170 * value / top : 0;
      points.append("%d,%s ".formatted(180 + i * 5, Words.number(190 - height, 1)));
      if (i % 10 == 0) {
        rows.append(Html.row(Integer.toString(i / 10), Words.number(value, 2)));
      }
    }
    return """
    <h2>Where the items tell people apart</h2>
    <p>The higher the line, the smaller the error of a score there.</p>
    <svg viewBox="0 0 360 230" role="img" aria-labelledby="it id">
    <title id="it">Information by standing</title>
    <desc id="id">Information of all items together; its peak is %s. The table below has the figures.</desc>
    <path class="axis" d="M30 190H330M30 20V190"/>
    <polyline class="line" points="%s"/>
    <text x="30" y="14">peak %s</text><text x="30" y="208" text-anchor="middle">−3</text>
    <text x="180" y="208" text-anchor="middle">0</text><text x="330" y="208" text-anchor="middle">3</text>
    <text x="180" y="226" text-anchor="middle">standing, in deviations</text>
    </svg>
    <details><summary>The same as a table</summary>
    %s</details>
    """
        .formatted(
            Words.number(top, 2),
            points.toString().strip(),
            Words.number(top, 2),
            Html.table("", List.of("Standing", "Information"), rows.toString()));
  }

  /**
   * Largest slope of each item with the range that is 95 in 100 sure; empty for many items and
   * where slopes are fixed.
   */
  static String slopes(List<ItemParameters> items) {
    boolean fixed = items.stream().allMatch(i -> reach(i) == 0 && slope(i) == 1);
    if (fixed || items.size() > MOST_ROWS) {
      return "";
    }
    double top = items.stream().mapToDouble(ReportCharts::end).max().orElse(1);
    double low = items.stream().mapToDouble(ReportCharts::start).min().orElse(0);
    double left = Math.min(0, low);
    double scale = 220 / Math.max(1e-9, top - left);
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      ItemParameters item = items.get(i);
      marks.append(
          """
          <text x="0" y="%d">%s</text><path class="line" d="M%s %dH%s"/><circle cx="%s" cy="%d" r="5"/>
          """
              .formatted(
                  24 + 24 * i,
                  Html.escape(shortened(item.name())),
                  Words.number(120 + scale * (start(item) - left), 1),
                  20 + 24 * i,
                  Words.number(120 + scale * (end(item) - left), 1),
                  Words.number(120 + scale * (slope(item) - left), 1),
                  20 + 24 * i));
    }
    int foot = 24 * items.size() + 10;
    String zero = Words.number(120 - scale * left, 1);
    return """
    <svg viewBox="0 0 360 %d" role="img" aria-labelledby="st sd">
    <title id="st">Slope of each item</title>
    <desc id="sd">Dot: the slope (the largest, with several dimensions). Bar: 95 in 100 sure. The table below has the figures.</desc>
    <path class="axis" d="M%s 4V%d"/>
    %s<text x="%s" y="%d" text-anchor="middle">0</text><text x="340" y="%d" text-anchor="end">%s</text>
    </svg>
    """
        .formatted(foot + 20, zero, foot, marks, zero, foot + 14, foot + 14, Words.number(top, 2));
  }

  /** Names as long as there is room beside a bar. */
  static String shortened(String name) {
    int[] points = name.codePoints().limit(13).toArray();
    return points.length < 13 ? name : new String(points, 0, 12) + "…";
  }

  private static int at(ItemParameters item) {
    int best = 0;
    for (int d = 1; d < item.slopes().size(); d++) {
      best = Math.abs(item.slopes().get(d)) > Math.abs(item.slopes().get(best)) ? d : best;
    }
    return best;
  }

  private static double slope(ItemParameters item) {
    return item.slopes().get(at(item));
  }

  private static double reach(ItemParameters item) {
    double error = item.slopeErrors().get(at(item));
    return Double.isFinite(error) ? 1.96 * error : 0;
  }

  private static double start(ItemParameters item) {
    return slope(item) - reach(item);
  }

  private static double end(ItemParameters item) {
    return slope(item) + reach(item);
  }
}
