package org.leadager.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadager.charts.Chart;
import org.leadager.charts.ChartTable;
import org.leadager.platform.http.Zone;

/**
 * A report as page and PDF show it: sentences and charts, nothing left to decide.
 *
 * @param note what stands above everything: provisional, or not released yet
 * @param choices null where the instrument has no competences
 * @param competences null where the instrument has none
 * @param balance null where no amounts were asked or none may be shown
 */
public record ReportView(
    String person,
    String round,
    String lede,
    String audience,
    List<String> note,
    Who who,
    Axes axes,
    @Nullable Choices choices,
    @Nullable Competences competences,
    Others others,
    @Nullable Balance balance,
    List<Comments> comments,
    Method method) {

  /** Who answered. */
  public record Who(String summary, List<Group> groups, @Nullable String withheld) {}

  /** A group and how many of it answered. */
  public record Group(String kind, String name, String size, String note) {}

  /**
   * The axes.
   *
   * @param map the map, or null where the axes are not two or one of them is refused
   * @param strips a strip for each axis that can be shown, where there is no map
   * @param both P(both) in words, or null without needs
   */
  public record Axes(
      @Nullable Chart map,
      boolean grey,
      List<Chart> strips,
      @Nullable String both,
      List<AxisLine> lines,
      List<Group> legend) {}

  /** What can be said about one axis; {@code side} is mgmt, lead or null. */
  public record AxisLine(String name, @Nullable String side, String text) {}

  /** What to keep and what comes first. */
  public record Choices(
      List<Pick> keeps, String keepWords, List<Pick> priorities, String priorityWords) {}

  /** A competence that was picked. */
  public record Pick(String name, Zone zone, String seen, @Nullable String definition) {}

  /** All competences, in the framework's order. */
  public record Competences(
      String words, boolean needs, List<Side> sides, List<String> ticks, ChartTable table) {}

  /** The competences of one side. */
  public record Side(String name, @Nullable String side, List<Row> rows) {}

  /**
   * One competence.
   *
   * @param chart null where its axis is refused
   * @param zone null without need
   */
  public record Row(String code, String name, @Nullable Chart chart, @Nullable Zone zone) {}

  /** How groups differ, and the subject and the others. */
  public record Others(List<String> words, List<Chart> strips) {}

  /** Too little, right, too much. */
  public record Balance(Chart chart, List<String> words, List<AmountLine> items) {}

  /** One amount item in words. */
  public record AmountLine(String text, boolean up, String seen, String range) {}

  /** Comments on one question. */
  public record Comments(String question, List<String> words) {}

  /** How the figures came about. */
  public record Method(List<Fact> facts, List<String> words) {}

  /** A name and its value. */
  public record Fact(String name, String value) {}
}
