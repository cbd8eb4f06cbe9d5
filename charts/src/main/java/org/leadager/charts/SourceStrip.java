package org.leadager.charts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of raters compared on one axis, one row each in the round's own order. A withheld group
 * keeps its row and shows nothing but the reason, so that a missing row gives nothing away.
 */
public final class SourceStrip {
  private static final double ROW = 46;
  private static final double STRIP = 32;
  private static final double FOOT = 18;

  private SourceStrip() {}

  /** What a group's row shows. */
  public enum State {
    SHOWN,
    /** Too few people. */
    WITHHELD,
    /** Nobody has answered. */
    EMPTY
  }

  /**
   * @param source gives the mark
   * @param label such as "Direct reports"
   * @param seen the group's view; null exactly when it is not shown
   * @param state why there is or is not a view
   */
  public record Group(Source source, String label, @Nullable Estimate seen, State state) {
    public Group {
      if ((seen != null) != (state == State.SHOWN)) {
        throw new IllegalArgumentException("Only a group that is shown has figures: " + label);
      }
    }

    public static Group shown(Source source, String label, Estimate seen) {
      return new Group(source, label, seen, State.SHOWN);
    }

    public static Group withheld(Source source, String label) {
      return new Group(source, label, null, State.WITHHELD);
    }

    public static Group empty(Source source, String label) {
      return new Group(source, label, null, State.EMPTY);
    }
  }

  /**
   * @param axis the measure compared
   * @param need the role's need, or null
   * @param groups one row or more
   */
  public record Figures(Axis axis, @Nullable Double need, List<Group> groups) {
    public Figures {
      Checks.finite("need", need);
      groups = List.copyOf(groups);
      if (groups.isEmpty()) {
        throw new IllegalArgumentException("No group to compare");
      }
    }
  }

  public static Chart draw(ChartText text, Figures figures) {
    ChartWords words = text.words();
    String given = text.description();
    Scale scale = figures.axis.scale();
    double foot = figures.groups.size() * ROW;
    Svg svg =
        Svg.start(
            "c-rows",
            text,
            given == null ? describe(figures, words) : given,
            "width",
            "100%",
            "height",
            foot + FOOT);
    Strip strip = new Strip(svg, words.rightToLeft());
    hatch(svg, text.id());
    for (int i = 0; i < figures.groups.size(); i++) {
      row(svg, strip, text, figures, i);
    }
    strip.ticks(scale, foot + 11);
    return new Chart(svg.finish(), table(text, figures));
  }

  private static void row(Svg svg, Strip strip, ChartText text, Figures figures, int index) {
    Group group = figures.groups.get(index);
    double top = index * ROW;
    strip.words(group.label, false, top + 14, "c-text c-strong", Ink.INK);
    Estimate seen = group.seen;
    if (seen == null) {
      String fill = "url(#" + text.id() + "-h)";
      svg.leaf("rect", "width", "100%", "y", top + STRIP - 7, "height", 14, "fill", fill);
      strip.words(why(group, text.words()), true, top + 14, "c-text c-faint", Ink.INK_3);
    } else {
      view(svg, strip, figures, group.source, seen, top + STRIP);
    }
  }

  private static void view(
      Svg svg, Strip strip, Figures figures, Source source, Estimate seen, double y) {
    Scale scale = figures.axis.scale();
    double from = scale.share(seen.low());
    strip.base(scale, y);
    strip.bar(from, scale.share(seen.high()), y, "s-iv", Ink.INK_3, 0.38);
    strip.need(scale, figures.need, y);
    // A mark is drawn in pixels round nought, inside an svg whose corner is at the percentage.
    String x = strip.at(scale.share(seen.middle()));
    svg.open("svg", "class", "s-mark", "x", x, "y", y, "overflow", "visible");
    source.draw(svg, 0, 0);
    svg.close();
  }

  private static void hatch(Svg svg, String id) {
    svg.open("defs");
    svg.open("pattern", "id", id + "-h", "width", 8, "height", 8, "patternUnits", "userSpaceOnUse");
    svg.open("g", "class", "s-hatch", "stroke", Ink.LINE, "stroke-width", 2);
    svg.leaf("path", "d", "M-2 2L2 -2M0 8L8 0M6 10L10 6");
    svg.close().close().close();
  }

  private static String why(Group group, ChartWords words) {
    return words.get(group.state == State.WITHHELD ? "source.withheld" : "source.empty");
  }

  private static String describe(Figures figures, ChartWords words) {
    Scale scale = figures.axis.scale();
    List<String> sentences = new ArrayList<>();
    sentences.add(words.get("source.axis", scale.firstWord(), scale.lastWord()));
    for (Group group : figures.groups) {
      Estimate seen = group.seen;
      sentences.add(
          seen == null
              ? words.get("source.rowWithheld", group.label, why(group, words))
              : words.get(
                  "source.row",
                  group.label,
                  scale.say(seen.middle(), words),
                  scale.sayRange(seen.low(), seen.high(), words)));
    }
    if (figures.need != null) {
      sentences.add(words.get("strip.need", scale.say(figures.need, words)));
    }
    return String.join(" ", sentences);
  }

  private static ChartTable table(ChartText text, Figures figures) {
    ChartWords words = text.words();
    Scale scale = figures.axis.scale();
    List<List<String>> rows = new ArrayList<>();
    for (Group group : figures.groups) {
      Estimate seen = group.seen;
      rows.add(
          seen == null
              ? List.of(group.label, why(group, words), words.get("table.none"))
              : List.of(
                  group.label,
                  scale.say(seen.middle(), words),
                  scale.sayRange(seen.low(), seen.high(), words)));
    }
    if (figures.need != null) {
      rows.add(
          List.of(words.get("map.needs"), scale.say(figures.need, words), words.get("table.none")));
    }
    return new ChartTable(
        text.title(),
        List.of(words.get("table.who"), figures.axis.name(), words.get("table.sure")),
        rows);
  }
}
