package org.leadager.charts;

import org.jspecify.annotations.Nullable;

/**
 * The drawing that strips share. Across they are in percentages of whatever width they are given
 * and have no viewBox, so that they never distort; upward they are in pixels.
 */
final class Strip {
  /** The narrowest strip that words must fit under, in pixels: a phone's. */
  private static final double NARROWEST = 300;

  private static final double AIR = .02;

  private final Svg svg;
  private final boolean mirrored;

  Strip(Svg svg, boolean mirrored) {
    this.svg = svg;
    this.mirrored = mirrored;
  }

  /** A share of the width, counted from the side where reading starts. */
  String at(double share) {
    return Svg.percent(mirrored ? 1 - share : share);
  }

  void base(Scale scale, double y) {
    svg.open("g", "class", "s-base", "stroke", Ink.LINE);
    svg.leaf("line", "x2", "100%", "y1", y, "y2", y);
    for (Tick tick : scale.ticks()) {
      double share = scale.share(tick.at());
      if (share <= 0 || share >= 1) {
        continue;
      }
      String x = at(share);
      svg.leaf("line", "x1", x, "x2", x, "y1", y - 4, "y2", y + 4);
    }
    svg.close();
  }

  /** A bar from one share to another. */
  void bar(double from, double to, double y, String css, String fill, double opacity) {
    String start = Svg.percent(mirrored ? 1 - to : from);
    String width = Svg.percent(to - from);
    svg.open("g", "fill", fill, "fill-opacity", opacity, "class", css);
    svg.leaf("rect", "x", start, "width", width, "y", y - 6, "height", 12, "rx", 6);
    svg.close();
  }

  void need(Scale scale, @Nullable Double need, double y) {
    if (need != null) {
      String x = at(scale.share(need));
      svg.line("s-need", x, y - 12, x, y + 12, Svg.Stroke.of(Ink.INK, 2));
    }
  }

  void self(Scale scale, @Nullable Double self, double y) {
    if (self != null) {
      Svg.Stroke stroke = Svg.Stroke.of(Ink.INK, 1.75);
      svg.circle("s-self", at(scale.share(self)), y, 5, Ink.SURFACE, stroke);
    }
  }

  void dot(double share, double y, String css, String fill) {
    svg.circle(css, at(share), y, 6, fill, Svg.Stroke.of(Ink.SURFACE, 1.5));
  }

  /** Words at the side where reading starts, or at the other one. */
  void words(String text, boolean atEnd, double baseline, String css, String fill) {
    boolean right = atEnd != mirrored;
    String align = right ? "end" : "start";
    String x = right ? "100%" : "0%";
    svg.open("g", "fill", fill, "text-anchor", align);
    if (css.contains("c-strong")) {
      svg.strong(text, x, baseline, "class", css);
    } else {
      svg.text(text, x, baseline, "class", css);
    }
    svg.close();
  }

  /** Each tick's word under its tick; the first, the last, and of the others those with room. */
  void ticks(Scale scale, double baseline) {
    Tick first = scale.ticks().getFirst();
    Tick last = scale.ticks().getLast();
    double from = under(scale, first, baseline) + end(scale, first);
    double to = under(scale, last, baseline) - end(scale, last);
    for (Tick tick : scale.ticks().subList(1, scale.ticks().size() - 1)) {
      double share = scale.share(tick.at());
      if (share - end(scale, tick) > from && share + end(scale, tick) < to) {
        centred(tick.word(), share, baseline);
        from = share + end(scale, tick);
      }
    }
  }

  /** Half a word and a little air, as a share of the narrowest strip; a whole word at an edge. */
  private static double end(Scale scale, Tick tick) {
    double half = TextSize.width(tick.word()) / 2 / NARROWEST;
    double share = scale.share(tick.at());
    boolean edge = share - half < 0 || share + half > 1;
    return (edge ? 2 * half : half) + AIR;
  }

  /** Writes a tick's word without leaving the strip; says where the word is held. */
  private double under(Scale scale, Tick tick, double baseline) {
    double half = TextSize.width(tick.word()) / 2 / NARROWEST;
    double share = scale.share(tick.at());
    if (share - half < 0) {
      words(tick.word(), false, baseline, "c-text c-faint", Ink.INK_3);
      return 0;
    }
    if (share + half > 1) {
      words(tick.word(), true, baseline, "c-text c-faint", Ink.INK_3);
      return 1;
    }
    centred(tick.word(), share, baseline);
    return share;
  }

  /** Words between the sides. */
  void centred(String text, double share, double baseline) {
    svg.open("g", "fill", Ink.INK_3, "text-anchor", "middle");
    svg.text(text, at(share), baseline, "class", "c-text c-faint");
    svg.close();
  }
}
