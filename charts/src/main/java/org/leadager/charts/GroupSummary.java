package org.leadager.charts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many subjects on the same two axes: a dot each, with a level and an upright bar where we are 80
 * in 100 sure. Up to a dozen are named in the picture; more are named in the table alone, in the
 * caller's order. Nothing is sorted by score.
 */
public final class GroupSummary {
  /** More names than this cannot be told apart in one picture. */
  static final int NAMED = 12;

  private static final double DOT = 4;

  private GroupSummary() {}

  /** A subject's figures on both axes. */
  public record Subject(String name, Estimate across, Estimate up) {
    public Subject {
      if (name.isBlank()) {
        throw new IllegalArgumentException("A subject needs a name");
      }
    }
  }

  /**
   * @param across the level axis
   * @param up the upright axis
   * @param need the role's need, or null
   * @param subjects in the order of the table; empty is said in the picture
   */
  public record Figures(Axis across, Axis up, @Nullable Need need, List<Subject> subjects) {
    public Figures {
      subjects = List.copyOf(subjects);
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
    bars(svg, plane, figures.subjects);
    plane.keepClear(whiskers(plane, figures.subjects));
    dots(svg, plane, figures.subjects);
    if (figures.subjects.isEmpty()) {
      plane.say(svg, text.words().get("group.empty"));
    }
    return new Chart(svg.finish(), table(text, figures));
  }

  private static void bars(Svg svg, Plane plane, List<Subject> subjects) {
    StringBuilder path = new StringBuilder();
    for (Subject subject : subjects) {
      path.append('M').append(Svg.num(plane.x(subject.across.low()))).append(' ');
      path.append(Svg.num(plane.y(subject.up.middle())));
      path.append('H').append(Svg.num(plane.x(subject.across.high())));
      path.append('M').append(Svg.num(plane.x(subject.across.middle()))).append(' ');
      path.append(Svg.num(plane.y(subject.up.low())));
      path.append('V').append(Svg.num(plane.y(subject.up.high())));
    }
    if (!path.isEmpty()) {
      svg.leaf(
          "path",
          "class",
          "c-whisker",
          "d",
          path,
          "fill",
          "none",
          "stroke",
          Ink.INK_3,
          "stroke-opacity",
          subjects.size() > NAMED ? 0.35 : 0.6,
          "stroke-width",
          1.25);
    }
  }

  private static List<Box> whiskers(Plane plane, List<Subject> subjects) {
    List<Box> boxes = new ArrayList<>();
    for (Subject subject : subjects) {
      double x = plane.x(subject.across.middle());
      double y = plane.y(subject.up.middle());
      Estimate across = subject.across;
      Estimate up = subject.up;
      boxes.add(new Box(plane.x(across.low()), y - 1, plane.x(across.high()), y + 1));
      boxes.add(new Box(x - 1, plane.y(up.high()), x + 1, plane.y(up.low())));
    }
    return boxes;
  }

  private static void dots(Svg svg, Plane plane, List<Subject> subjects) {
    List<Labels.Anchor> anchors = new ArrayList<>();
    for (Subject subject : subjects) {
      String label = TextSize.fit(subject.name, Plane.SIDE / 3);
      double x = plane.x(subject.across.middle());
      double y = plane.y(subject.up.middle());
      anchors.add(new Labels.Anchor(x, y, DOT, label));
    }
    List<Labels.Placed> labels =
        subjects.size() > NAMED ? List.of() : Labels.place(anchors, Plane.BOUNDS, plane.occupied());
    labels.forEach(label -> LabelInk.line(svg, label));
    for (int i = 0; i < subjects.size(); i++) {
      svg.open(
          "circle",
          "class",
          "c-mark-on",
          "cx",
          anchors.get(i).x(),
          "cy",
          anchors.get(i).y(),
          "r",
          DOT,
          "fill",
          Ink.INK,
          "stroke",
          Ink.SURFACE,
          "stroke-width",
          1.25);
      svg.element("title", subjects.get(i).name);
      svg.close();
    }
    labels.forEach(label -> LabelInk.word(svg, label));
  }

  private static String describe(ChartText text, Figures figures, Plane plane) {
    String given = text.description();
    if (given != null) {
      return given;
    }
    ChartWords words = text.words();
    if (figures.subjects.isEmpty()) {
      return plane.describe(words) + " " + words.get("group.empty") + ".";
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(plane.describe(words));
    sentences.add(words.get("group.count", Integer.toString(figures.subjects.size())));
    List<Estimate> across = figures.subjects.stream().map(Subject::across).toList();
    List<Estimate> up = figures.subjects.stream().map(Subject::up).toList();
    sentences.add(spread(figures.across, across, words));
    sentences.add(spread(figures.up, up, words));
    Need need = figures.need;
    if (need != null) {
      sentences.add(plane.describeNeed(need, words));
    }
    return String.join(" ", sentences);
  }

  private static String spread(Axis axis, List<Estimate> estimates, ChartWords words) {
    double least = estimates.stream().mapToDouble(Estimate::middle).min().orElseThrow();
    double most = estimates.stream().mapToDouble(Estimate::middle).max().orElseThrow();
    Scale scale = axis.scale();
    return words.get("group.spread", axis.name(), scale.say(least, words), scale.say(most, words));
  }

  private static ChartTable table(ChartText text, Figures figures) {
    ChartWords words = text.words();
    List<String> header = new ArrayList<>(List.of(words.get("table.who")));
    for (Axis axis : List.of(figures.across, figures.up)) {
      header.add(axis.name());
      header.add(words.get("table.axisSure", axis.name()));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Subject subject : figures.subjects) {
      List<String> row = new ArrayList<>(List.of(subject.name));
      add(row, figures.across.scale(), subject.across, words);
      add(row, figures.up.scale(), subject.up, words);
      rows.add(row);
    }
    return new ChartTable(text.title(), header, rows);
  }

  private static void add(List<String> row, Scale scale, Estimate estimate, ChartWords words) {
    row.add(scale.say(estimate.middle(), words));
    row.add(scale.sayRange(estimate.low(), estimate.high(), words));
  }
}
