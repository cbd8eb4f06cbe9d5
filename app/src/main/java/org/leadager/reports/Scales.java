package org.leadager.reports;

import java.util.ArrayList;
import java.util.List;
import org.leadager.charts.Axis;
import org.leadager.charts.Bivariate;
import org.leadager.charts.ChartWords;
import org.leadager.charts.Estimate;
import org.leadager.charts.Scale;
import org.leadager.charts.Tick;
import org.leadager.scores.Figures;

/** The scales on which a report draws, and the intervals on them. */
final class Scales {
  static final ChartWords WORDS = ChartWords.english();

  /** Standard deviations either side that hold 80 in 100 of a normal distribution. */
  static final double EIGHTY = 1.2816;

  private static final double REACH = 2.5;
  private static final List<Tick> OWN =
      List.of(
          new Tick(-2, "far below"),
          new Tick(-1, "below"),
          new Tick(0, "middle"),
          new Tick(1, "above"),
          new Tick(2, "far above"));

  private Scales() {}

  /** The response scale, 1 to its number of points. */
  static Scale answers(ReportContent content) {
    return Scale.ofWords(
        content.words().points().stream().map(Sayings::lower).toArray(String[]::new));
  }

  /** Too little to too much. */
  static Scale amounts(ReportContent content) {
    List<String> labels = content.words().amountPoints();
    List<Tick> ticks = new ArrayList<>();
    int least = content.words().amountLeast();
    for (int i = 0; i < labels.size(); i++) {
      ticks.add(new Tick(least + i, Sayings.lower(labels.get(i))));
    }
    return new Scale(least, (double) least + labels.size() - 1, ticks);
  }

  /** One axis with its name and colour; {@code index} is its place in the figures. */
  static Axis axis(ReportContent content, int index, List<Double> shown) {
    ReportContent.Axis words = content.words().axes().get(index);
    Scale scale = level(content, content.figures().axes().get(index), shown);
    if (content.words().leadager()) {
      return index == 0 ? Axis.management(scale) : Axis.leadership(scale);
    }
    return Axis.other(words.name(), scale);
  }

  /**
   * The scale of an axis: the response scale's words stand where that answer is expected. Where the
   * unit is the round's own, or no item speaks of the axis alone, its words are distances from the
   * middle.
   */
  private static Scale level(ReportContent content, Figures.Axis axis, List<Double> shown) {
    double low = -REACH;
    double high = REACH;
    for (double value : shown) {
      low = Math.min(low, value - 0.25);
      high = Math.max(high, value + 0.25);
    }
    List<Tick> ticks = inside(worded(content, axis), low, high);
    return new Scale(low, high, ticks.size() < 2 ? inside(OWN, low, high) : ticks);
  }

  private static List<Tick> worded(ReportContent content, Figures.Axis axis) {
    if (content.figures().ownScale()) {
      return List.of();
    }
    List<String> points = content.words().points();
    return axis.ticks().stream()
        .filter(t -> Math.rint(t.answer()) == t.answer())
        .filter(t -> t.answer() >= 1 && t.answer() <= points.size())
        .map(t -> new Tick(t.level(), Sayings.lower(points.get((int) t.answer() - 1))))
        .toList();
  }

  private static List<Tick> inside(List<Tick> ticks, double low, double high) {
    return ticks.stream().filter(t -> t.at() >= low && t.at() <= high).toList();
  }

  static Estimate estimate(Figures.Level level) {
    double reach = EIGHTY * level.sd();
    return new Estimate(level.mean() - reach, level.mean(), level.mean() + reach);
  }

  static Estimate estimate(Figures.Frequency frequency) {
    return new Estimate(
        Math.min(frequency.low(), frequency.mean()),
        frequency.mean(),
        Math.max(frequency.high(), frequency.mean()));
  }

  /** The first two axes together. */
  static Bivariate pair(Figures figures) {
    List<List<Double>> covariance = figures.covariance();
    return new Bivariate(
        figures.axes().get(0).level().mean(),
        figures.axes().get(1).level().mean(),
        covariance.get(0).get(0),
        covariance.get(0).get(1),
        covariance.get(1).get(1));
  }
}
