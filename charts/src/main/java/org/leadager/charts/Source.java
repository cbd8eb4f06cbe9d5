package org.leadager.charts;

/** Who looked, each with a mark of its own shape, so that colour is never needed to tell them. */
public enum Source {
  /** Everyone but the person rated. */
  EVERYONE,
  SELF,
  BOSS,
  PEERS,
  REPORTS,
  OTHERS;

  /** Draws the mark in ink, some 16 units wide, round a centre. */
  void draw(Svg svg, double x, double y) {
    switch (this) {
      case SELF -> svg.circle("c-mark", x, y, 6, Ink.SURFACE, Svg.Stroke.of(Ink.INK, 2));
      case EVERYONE -> {
        Svg.Stroke thin = Svg.Stroke.of(Ink.INK, 1.5);
        svg.line("c-cross", x, y - 9, x, y + 9, thin).line("c-cross", x - 9, y, x + 9, y, thin);
        svg.circle("c-mark-on", x, y, 5, Ink.INK, Svg.Stroke.of(Ink.SURFACE, 1.5));
      }
      case BOSS -> polygon(svg, x, y, -5.5, -5.5, 5.5, -5.5, 5.5, 5.5, -5.5, 5.5);
      case PEERS -> polygon(svg, x, y, 0, -7, 7, 5.5, -7, 5.5);
      case REPORTS -> polygon(svg, x, y, 0, -7.5, 7.5, 0, 0, 7.5, -7.5, 0);
      case OTHERS -> polygon(svg, x, y, -6.5, -5.5, 6.5, -5.5, 0, 7);
    }
  }

  private static void polygon(Svg svg, double x, double y, double... offsets) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < offsets.length; i += 2) {
      points.append(i == 0 ? "" : " ").append(Svg.num(x + offsets[i]));
      points.append(',').append(Svg.num(y + offsets[i + 1]));
    }
    svg.open("g", "fill", Ink.INK, "stroke", Ink.SURFACE, "stroke-width", 1.5);
    svg.leaf("polygon", "class", "c-mark-on", "points", points);
    svg.close();
  }
}
