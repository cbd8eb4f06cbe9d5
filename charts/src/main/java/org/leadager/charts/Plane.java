package org.leadager.charts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The square between an upright and a level axis: values to places, grid, tick words and names.
 * Maps are not mirrored for right-to-left scripts: across always grows to the right.
 */
final class Plane {
  static final double LEFT = 34;
  static final double TOP = 6;
  static final double SIDE = 370;
  static final double RIGHT = LEFT + SIDE;
  static final double BOTTOM = TOP + SIDE;
  static final Box FRAME = new Box(LEFT, TOP, RIGHT, BOTTOM);
  static final Box BOUNDS = new Box(LEFT + 2, TOP + 2, RIGHT - 2, BOTTOM - 2);
  private static final String ARROW = "M-15 -5H-6V-8L0 -4.2L-6 -0.4V-3.4H-15Z";
  private static final double WIDTH = 420;
  private static final double HEIGHT = 430;

  private final Axis across;
  private final Axis up;
  private final List<Box> occupied = new ArrayList<>();

  Plane(Axis across, Axis up) {
    this.across = across;
    this.up = up;
  }

  static Svg start(ChartText text, String description) {
    return Svg.start(
        "c-map",
        text,
        description,
        "viewBox",
        "0 0 " + Svg.num(WIDTH) + " " + Svg.num(HEIGHT),
        "width",
        WIDTH,
        "height",
        HEIGHT);
  }

  double x(double value) {
    return LEFT + SIDE * across.scale().share(value);
  }

  double y(double value) {
    return BOTTOM - SIDE * up.scale().share(value);
  }

  /** What is drawn inside already and wants no label over it. */
  List<Box> occupied() {
    return List.copyOf(occupied);
  }

  void keepClear(List<Box> boxes) {
    occupied.addAll(boxes);
  }

  void background(Svg svg) {
    svg.rect("c-plane", FRAME, Ink.SURFACE);
  }

  void grid(Svg svg) {
    StringBuilder path = new StringBuilder();
    for (Tick tick : across.scale().ticks()) {
      path.append('M').append(Svg.num(x(tick.at()))).append(' ').append(Svg.num(TOP));
      path.append('V').append(Svg.num(BOTTOM));
    }
    for (Tick tick : up.scale().ticks()) {
      path.append('M').append(Svg.num(LEFT)).append(' ').append(Svg.num(y(tick.at())));
      path.append('H').append(Svg.num(RIGHT));
    }
    svg.leaf(
        "path",
        "class",
        "c-grid",
        "d",
        path,
        "fill",
        "none",
        "stroke",
        Ink.LINE,
        "stroke-width",
        1);
    acrossWords(svg);
    upWords(svg);
  }

  private void upWords(Svg svg) {
    for (Tick tick : up.scale().ticks()) {
      double y = y(tick.at());
      double baseline = y - 5 < TOP + 13 ? y + 14 : y - 5;
      keepClear(tick.word(), LEFT + 8, baseline, "start");
      svg.text(tick.word(), LEFT + 8, baseline, "class", "c-text", "fill", Ink.INK_2);
    }
  }

  private void acrossWords(Svg svg) {
    List<Tick> ticks = across.scale().ticks();
    double gap = smallestGap(ticks);
    double room = gap - 6;
    // Words too wide for their gap even when broken into lines: every second one stays silent.
    boolean tight =
        ticks.stream()
            .flatMap(tick -> TextSize.wrap(tick.word(), room).stream())
            .anyMatch(line -> TextSize.width(line) > gap + 10);
    for (int i = 0; i < ticks.size(); i++) {
      if (!tight || i % 2 == (ticks.size() - 1) % 2) {
        acrossWord(svg, ticks.get(i), tight ? 2 * room : room);
      }
    }
  }

  private double smallestGap(List<Tick> ticks) {
    double gap = SIDE;
    for (int i = 1; i < ticks.size(); i++) {
      gap = Math.min(gap, x(ticks.get(i).at()) - x(ticks.get(i - 1).at()));
    }
    return gap;
  }

  private void acrossWord(Svg svg, Tick tick, double room) {
    double x = x(tick.at());
    String align = x > RIGHT - 26 ? "end" : x < LEFT + 26 ? "start" : "middle";
    double at = align.equals("end") ? RIGHT : align.equals("start") ? LEFT : x;
    double baseline = BOTTOM + 21;
    for (String line : TextSize.wrap(tick.word(), room).stream().limit(2).toList()) {
      svg.text(line, at, baseline, "class", "c-text", "text-anchor", align, "fill", Ink.INK_2);
      baseline += 14;
    }
  }

  /** The corner that gives the mark its shape, and the name written along each side. */
  void axes(Svg svg) {
    Svg.Stroke upright = Svg.Stroke.of(up.kind().fill, 6);
    Svg.Stroke level = Svg.Stroke.of(across.kind().fill, 6);
    svg.line(up.kind().lineClass, LEFT - 3, TOP, LEFT - 3, BOTTOM + 6, upright);
    svg.line(across.kind().lineClass, LEFT, BOTTOM + 3, RIGHT, BOTTOM + 3, level);
    name(svg, across, "translate(404 425)");
    name(svg, up, "translate(18 6) rotate(-90)");
  }

  /** The name ends at an arrow, drawn because the charts' font has none. */
  private static void name(Svg svg, Axis axis, String transform) {
    double room = SIDE - 30;
    String caption = TextSize.width(axis.caption()) > room ? axis.name() : axis.caption();
    svg.open("g", "transform", transform, "fill", axis.kind().text);
    svg.open("g", "text-anchor", "end");
    svg.strong(
        TextSize.fit(caption, room), -20, 0, "class", "c-text c-name " + axis.kind().textClass);
    svg.close();
    svg.leaf("path", "class", axis.kind().textClass, "d", ARROW);
    svg.close();
  }

  /** Words inside the plane, in an axis's colour, or strong where they belong to both. */
  void text(
      Svg svg, String said, double x, double baseline, String align, Axis.@Nullable Kind kind) {
    keepClear(said, x, baseline, align);
    String fill = kind == null ? Ink.INK : kind.text;
    svg.open("g", "fill", fill, "text-anchor", align);
    if (kind == null) {
      svg.strong(said, x, baseline, "class", "c-text c-strong");
    } else {
      svg.text(said, x, baseline, "class", "c-text " + kind.textClass);
    }
    svg.close();
  }

  /** One sentence in the middle of an empty plane. */
  void say(Svg svg, String sentence) {
    text(svg, sentence, LEFT + SIDE / 2, TOP + SIDE / 2, "middle", null);
  }

  private void keepClear(String said, double x, double baseline, String align) {
    double width = TextSize.width(said);
    double left = align.equals("end") ? x - width : align.equals("start") ? x : x - width / 2;
    occupied.add(new Box(left, baseline - 12, left + width, baseline + 4));
  }

  /** "Management runs across, from seldom to almost always. Leadership runs up, from …" */
  String describe(ChartWords say) {
    return say.get(
        "map.axes",
        across.name(),
        across.scale().firstWord(),
        across.scale().lastWord(),
        up.name(),
        up.scale().firstWord(),
        up.scale().lastWord());
  }

  String describeNeed(Need need, ChartWords say) {
    return say.get(
        "map.role",
        across.name(),
        across.scale().say(need.across(), say),
        up.name(),
        up.scale().say(need.up(), say));
  }

  Axis across() {
    return across;
  }

  Axis up() {
    return up;
  }
}
