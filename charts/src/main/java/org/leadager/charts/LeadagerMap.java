package org.leadager.charts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person on two axes: the ellipse in which we are 80 in 100 sure, the role's need, and a mark
 * for each view. Without need there are no need lines; without estimate there is no ellipse; with
 * neither estimate nor marks the map says that there is no estimate yet.
 */
public final class LeadagerMap {
  private static final double MARK = 8;
  private static final double CROSS = 10;

  private LeadagerMap() {}

  /**
   * @param across the level axis
   * @param up the upright axis
   * @param estimate everyone but the person, or null
   * @param need the role's need, or null where nobody has set it
   * @param marks views in the order of the legend; those of withheld groups are left out
   */
  public record Figures(
      Axis across, Axis up, @Nullable Bivariate estimate, @Nullable Need need, List<Mark> marks) {
    public Figures {
      marks = List.copyOf(marks);
    }
  }

  public static Chart draw(ChartText text, Figures figures) {
    Plane plane = new Plane(figures.across, figures.up);
    Svg svg = Plane.start(text, describe(text, figures, plane));
    NeedLines.definitions(svg, text.id());
    plane.background(svg);
    Need need = figures.need;
    if (need != null) {
      NeedLines.corner(svg, text.id(), plane, need);
    }
    plane.grid(svg);
    if (need != null) {
      NeedLines.draw(svg, plane, need, text.words());
    }
    plane.axes(svg);
    Bivariate estimate = figures.estimate;
    if (estimate != null) {
      Ellipse ellipse = Ellipse.of(estimate, figures.across, figures.up, plane);
      ellipse.draw(svg, text.id() + "-c");
      plane.keepClear(ellipse.outline());
    }
    marks(svg, plane, figures.marks);
    if (estimate == null && figures.marks.isEmpty()) {
      plane.say(svg, text.words().get("map.empty"));
    }
    return new Chart(svg.finish(), table(text, figures));
  }

  private static void marks(Svg svg, Plane plane, List<Mark> marks) {
    List<Labels.Anchor> anchors = new ArrayList<>();
    for (Mark mark : marks) {
      String label = TextSize.fit(mark.label(), Plane.SIDE / 2);
      double x = plane.x(mark.across());
      double radius = mark.source() == Source.EVERYONE ? CROSS : MARK;
      anchors.add(new Labels.Anchor(x, plane.y(mark.up()), radius, label));
    }
    List<Labels.Placed> labels = Labels.place(anchors, Plane.BOUNDS, plane.occupied());
    for (Labels.Placed label : labels) {
      LabelInk.line(svg, label);
    }
    for (int i = 0; i < marks.size(); i++) {
      marks.get(i).source().draw(svg, anchors.get(i).x(), anchors.get(i).y());
    }
    for (Labels.Placed label : labels) {
      LabelInk.word(svg, label);
    }
  }

  private static String describe(ChartText text, Figures figures, Plane plane) {
    String given = text.description();
    if (given != null) {
      return given;
    }
    ChartWords words = text.words();
    List<String> sentences = new ArrayList<>();
    sentences.add(plane.describe(words));
    for (Mark mark : figures.marks) {
      sentences.add(
          words.get(
              "map.mark",
              mark.label(),
              figures.across.name(),
              figures.across.scale().say(mark.across(), words),
              figures.up.name(),
              figures.up.scale().say(mark.up(), words)));
    }
    if (figures.estimate != null) {
      sentences.add(words.get("map.ellipse"));
    } else if (figures.marks.isEmpty()) {
      sentences.add(words.get("map.empty") + ".");
    }
    Need need = figures.need;
    if (need != null) {
      sentences.add(plane.describeNeed(need, words));
    }
    return String.join(" ", sentences);
  }

  private static ChartTable table(ChartText text, Figures figures) {
    ChartWords words = text.words();
    List<List<String>> rows = new ArrayList<>();
    for (Mark mark : figures.marks) {
      rows.add(row(mark.label(), figures, mark.across(), mark.up(), words));
    }
    Need need = figures.need;
    if (need != null) {
      rows.add(row(words.get("map.needs"), figures, need.across(), need.up(), words));
    }
    Bivariate estimate = figures.estimate;
    if (estimate != null) {
      rows.add(
          List.of(
              words.get("table.sure"),
              sure(figures.across, estimate.meanAcross(), estimate.varianceAcross(), words),
              sure(figures.up, estimate.meanUp(), estimate.varianceUp(), words)));
    }
    return new ChartTable(
        text.title(),
        List.of(words.get("table.view"), figures.across.name(), figures.up.name()),
        rows);
  }

  private static List<String> row(
      String head, Figures figures, double across, double up, ChartWords words) {
    return List.of(
        head, figures.across.scale().say(across, words), figures.up.scale().say(up, words));
  }

  /** The interval of one axis alone: 1.2816 standard deviations either side hold 80 in 100. */
  private static String sure(Axis axis, double mean, double variance, ChartWords words) {
    double reach = 1.2816 * Math.sqrt(variance);
    return axis.scale().sayRange(mean - reach, mean + reach, words);
  }
}
