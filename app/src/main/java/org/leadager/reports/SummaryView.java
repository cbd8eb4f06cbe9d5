package org.leadager.reports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadager.charts.Chart;

/**
 * A round as a whole.
 *
 * @param people released reports behind it
 * @param missing why there is nothing to show; null where there is
 * @param chart every person as a dot; null for readers who may not see each report
 * @param cells the group's means
 * @param left people whose doubt is too large for the chart, by name
 */
public record SummaryView(
    String round,
    int people,
    @Nullable String missing,
    @Nullable Chart chart,
    List<Cell> cells,
    List<String> notes,
    List<Person> left) {
  /**
   * The mean of one quantity over {@code people}, in words and as an answer on the scale.
   *
   * @param answer the mean with its interval, such as "4.5 (4.2 to 4.8)"; empty for an axis, whose
   *     scale has no answers of its own
   */
  public record Cell(String name, int people, String seen, String range, String answer) {}

  /** Somebody with a report. */
  public record Person(UUID report, String name) {}
}
