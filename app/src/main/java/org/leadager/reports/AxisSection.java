package org.leadager.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadager.charts.Axis;
import org.leadager.charts.Chart;
import org.leadager.charts.ChartText;
import org.leadager.charts.Estimate;
import org.leadager.charts.LeadagerMap;
import org.leadager.charts.Mark;
import org.leadager.charts.Need;
import org.leadager.charts.Scale;
import org.leadager.charts.Source;
import org.leadager.charts.SourceStrip;
import org.leadager.scores.Figures;

/** The map, or a strip for each axis, and what both say in words. */
final class AxisSection {
  /** Standard deviations that an ellipse of 80 in 100 reaches out along an axis. */
  private static final double ELLIPSE = 1.8;

  private final ReportContent content;
  private final Figures figures;
  private final List<String> refused;

  AxisSection(ReportContent content) {
    this.content = content;
    this.figures = content.figures();
    this.refused = Limits.refused(figures);
  }

  ReportView.Axes view() {
    boolean map = figures.axes().size() == 2 && refused.isEmpty();
    List<ReportView.AxisLine> lines = new ArrayList<>();
    for (int i = 0; i < figures.axes().size(); i++) {
      lines.add(
          new ReportView.AxisLine(content.words().axes().get(i).name(), side(content, i), line(i)));
    }
    return new ReportView.Axes(
        map ? map() : null,
        figures.axes().stream().anyMatch(Limits::grey),
        map ? List.of() : strips(),
        both(),
        lines,
        map ? legend() : List.of());
  }

  /** The side of the framework for which an axis stands in colours. */
  static @Nullable String side(ReportContent content, int index) {
    return content.words().leadager() ? index == 0 ? "mgmt" : "lead" : null;
  }

  /** Whom the main estimate is of. */
  static String everyone(ReportContent content) {
    Figures figures = content.figures();
    if (figures.oneSource() && !figures.groups().isEmpty()) {
      return content.words().group(figures.groups().getFirst().kind());
    }
    return "Everyone but you";
  }

  private Chart map() {
    List<Mark> marks = new ArrayList<>();
    Figures.Level first = figures.axes().get(0).level();
    Figures.Level second = figures.axes().get(1).level();
    marks.add(new Mark(Source.EVERYONE, everyone(content), first.mean(), second.mean()));
    for (Figures.View view : views(figures)) {
      marks.add(
          new Mark(
              Groups.mark(view.kind()),
              content.words().group(view.kind()),
              view.axes().get(0).mean(),
              view.axes().get(1).mean()));
    }
    Figures.Need across = figures.axes().get(0).need();
    Figures.Need up = figures.axes().get(1).need();
    Need need = across == null || up == null ? null : new Need(across.level(), up.level());
    return LeadagerMap.draw(
        new ChartText("map", "Map of " + content.person()),
        new LeadagerMap.Figures(
            Scales.axis(content, 0, reach(0)),
            Scales.axis(content, 1, reach(1)),
            Scales.pair(figures),
            need,
            marks));
  }

  /** Every group that may be shown, and the subject's own view last. */
  static List<Figures.View> views(Figures figures) {
    List<String> shown = figures.groups().stream().map(Figures.Group::kind).toList();
    List<Figures.View> views =
        new ArrayList<>(figures.views().stream().filter(v -> shown.contains(v.kind())).toList());
    if (figures.self() != null) {
      views.add(figures.self());
    }
    return views;
  }

  private List<Double> reach(int index) {
    Figures.Axis axis = figures.axes().get(index);
    List<Double> shown = new ArrayList<>();
    shown.add(axis.level().mean() - ELLIPSE * axis.level().sd());
    shown.add(axis.level().mean() + ELLIPSE * axis.level().sd());
    views(figures).forEach(v -> shown.add(v.axes().get(index).mean()));
    if (axis.need() != null) {
      shown.add(axis.need().level());
    }
    return shown;
  }

  private List<Chart> strips() {
    List<Chart> strips = new ArrayList<>();
    for (int i = 0; i < figures.axes().size(); i++) {
      Figures.Axis axis = figures.axes().get(i);
      if (!Limits.refused(axis)) {
        Estimate seen = Scales.estimate(axis.level());
        Axis drawn = Scales.axis(content, i, reach(i));
        strips.add(
            SourceStrip.draw(
                new ChartText("axis-" + i, drawn.name() + " of " + content.person()),
                new SourceStrip.Figures(
                    drawn,
                    axis.need() == null ? null : axis.need().level(),
                    List.of(SourceStrip.Group.shown(Source.EVERYONE, everyone(content), seen)))));
      }
    }
    return strips;
  }

  private List<ReportView.Group> legend() {
    List<ReportView.Group> legend = new ArrayList<>();
    legend.add(new ReportView.Group("all", everyone(content) + ", the middle estimate", "", ""));
    for (Figures.View view : views(figures)) {
      legend.add(new ReportView.Group(view.kind(), content.words().group(view.kind()), "", ""));
    }
    return legend;
  }

  private String line(int index) {
    Figures.Axis axis = figures.axes().get(index);
    if (Limits.refused(axis)) {
      return "We say nothing about this axis: with these answers the doubt is too large.";
    }
    StringBuilder text = new StringBuilder(seen(index));
    if (axis.need() != null) {
      text.append(' ').append(need(axis.need()));
    }
    if (Limits.grey(axis)) {
      text.append(" The doubt about it is too large to lean on it.");
    }
    return text.toString();
  }

  private String seen(int index) {
    Figures.Axis axis = figures.axes().get(index);
    boolean answers = !figures.ownScale() && axis.frequency() != null;
    // On the chart's own scale, so that words and chart round alike.
    Scale scale = Scales.axis(content, index, reach(index)).scale();
    Estimate seen = Scales.estimate(axis.level());
    return "Seen %s%s; we are 80 in 100 sure it is %s."
        .formatted(
            answers ? "" : "as ",
            scale.say(seen.middle(), Scales.WORDS),
            scale.sayRange(seen.low(), seen.high(), Scales.WORDS));
  }

  private String need(Figures.Need need) {
    String wanted = Scales.answers(content).say(need.frequency(), Scales.WORDS);
    return "The role needs it %s: %s.".formatted(wanted, against(need.above()));
  }

  /** Where a figure lies against its need, in words and chances. */
  static String against(double above) {
    String yes = Sayings.chances(above);
    String no = Sayings.chances(1 - above);
    return switch (Limits.zone(above)) {
      case CLEAR_STRENGTH -> "clearly at what it needs or above (" + yes + ")";
      case LIKELY_STRENGTH -> "likely at what it needs or above (" + yes + ")";
      case CANNOT_TELL -> "we cannot tell whether that is enough (" + yes + " that it is)";
      case LIKELY_NEED -> "likely below it (" + no + ")";
      case CLEAR_NEED -> "clearly below it (" + no + ")";
    };
  }

  private @Nullable String both() {
    Double both = figures.both();
    if (both == null || !refused.isEmpty()) {
      return null;
    }
    if (figures.axes().stream().anyMatch(Limits::grey)) {
      return "Is it both, at the level the role needs? There is too much doubt to say.";
    }
    String answer =
        switch (Limits.zone(both)) {
          case CLEAR_STRENGTH -> "Clearly yes";
          case LIKELY_STRENGTH -> "Likely yes";
          case CANNOT_TELL -> "We cannot tell yet";
          case LIKELY_NEED -> "Likely not yet";
          case CLEAR_NEED -> "Clearly not yet";
        };
    return "Is it both, at the level the role needs? %s: %s."
        .formatted(answer, Sayings.chances(both));
  }
}
