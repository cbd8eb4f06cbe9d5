package org.leadager.charts;

import java.util.List;

/** What the role needs, on a map: two broken lines, and the dotted corner where both are met. */
final class NeedLines {
  private static final String LEVEL_DASHES = "7 4";
  private static final String UPRIGHT_DASHES = "2 4";

  private NeedLines() {}

  static void definitions(Svg svg, String id) {
    svg.open("defs");
    svg.open("clipPath", "id", id + "-c").rect(null, Plane.FRAME, Ink.SURFACE).close();
    svg.open("pattern", "id", id + "-p", "width", 8, "height", 8, "patternUnits", "userSpaceOnUse");
    svg.open("g", "class", "c-dots", "fill", Ink.UP_FILL, "fill-opacity", 0.35);
    svg.leaf("circle", "cx", 2, "cy", 2, "r", 1);
    svg.close().close().close();
  }

  static void corner(Svg svg, String id, Plane plane, Need need) {
    Box corner = new Box(plane.x(need.across()), Plane.TOP, Plane.RIGHT, plane.y(need.up()));
    svg.rect("c-good", corner, Ink.UP_TINT);
    svg.rect(null, corner, "url(#" + id + "-p)");
  }

  static void draw(Svg svg, Plane plane, Need need, ChartWords words) {
    double x = plane.x(need.across());
    double y = plane.y(need.up());
    Axis.Kind level = plane.across().kind();
    Axis.Kind upright = plane.up().kind();
    Svg.Stroke dashed = new Svg.Stroke(level.text, 2, LEVEL_DASHES);
    Svg.Stroke dotted = new Svg.Stroke(upright.text, 2, UPRIGHT_DASHES);
    svg.line("c-need " + level.needClass, x, Plane.TOP, x, Plane.BOTTOM, dashed);
    svg.line("c-need " + upright.needClass, Plane.LEFT, y, Plane.RIGHT, y, dotted);
    plane.keepClear(
        List.of(
            new Box(x - 2, Plane.TOP, x + 2, Plane.BOTTOM),
            new Box(Plane.LEFT, y - 2, Plane.RIGHT, y + 2)));
    words(svg, plane, x, y, words);
  }

  private static void words(Svg svg, Plane plane, double x, double y, ChartWords words) {
    String word = words.get("map.need");
    double width = TextSize.width(word);
    boolean left = x - Plane.LEFT > width + 12;
    double baseline = Plane.BOTTOM - 8;
    plane.text(
        svg, word, left ? x - 6 : x + 6, baseline, left ? "end" : "start", plane.across().kind());
    double beside = y + 16 > Plane.BOTTOM - 4 ? y - 6 : y + 16;
    plane.text(svg, word, Plane.RIGHT - 6, beside, "end", plane.up().kind());
    String both = words.get("map.both");
    if (Plane.RIGHT - x > TextSize.width(both) + 8 && y - Plane.TOP > 24) {
      plane.text(svg, both, Plane.RIGHT - 6, Plane.TOP + 17, "end", null);
    }
  }
}
