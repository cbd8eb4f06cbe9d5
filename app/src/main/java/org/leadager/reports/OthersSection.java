package org.leadager.reports;

import java.util.ArrayList;
import java.util.List;
import org.leadager.charts.Axis;
import org.leadager.charts.Chart;
import org.leadager.charts.ChartText;
import org.leadager.charts.Estimate;
import org.leadager.charts.SourceStrip;
import org.leadager.scores.Figures;

/**
 * How groups differ, and the subject and everybody else. Two posteriors are compared as if their
 * errors were independent. They share some, so their true difference is surer than that: what is
 * said here errs on the side of "cannot tell".
 */
final class OthersSection {
  /** Half a standard deviation apart or less counts as agreement. */
  private static final double AGREEMENT = 0.5;

  private static final double TYPE = 0.70;
  private static final double CLEAR = 0.90;

  private final ReportContent content;
  private final Figures figures;

  OthersSection(ReportContent content) {
    this.content = content;
    this.figures = content.figures();
  }

  ReportView.Others view() {
    if (figures.oneSource()) {
      return new ReportView.Others(List.of(oneSource()), List.of());
    }
    List<String> words = new ArrayList<>();
    List<Chart> strips = new ArrayList<>();
    List<Figures.View> views = AxisSection.views(figures);
    for (int i = 0; i < figures.axes().size(); i++) {
      if (Limits.refused(figures.axes().get(i)) || views.isEmpty()) {
        continue;
      }
      strips.add(strip(i, views));
      words.add(self(i));
      words.add(groups(i));
    }
    if (strips.isEmpty()) {
      words.add("No group can be shown apart here.");
    }
    return new ReportView.Others(words, strips);
  }

  private String oneSource() {
    return "All ratings come from one group, %s, so every figure here is as seen by this group."
            .formatted(AxisSection.everyone(content))
        + " There is nobody to compare it with.";
  }

  private Chart strip(int index, List<Figures.View> views) {
    List<Double> shown = new ArrayList<>();
    List<SourceStrip.Group> rows = new ArrayList<>();
    for (Figures.View view : views) {
      Estimate seen = Scales.estimate(view.axes().get(index));
      shown.add(seen.low());
      shown.add(seen.high());
      rows.add(
          SourceStrip.Group.shown(
              Groups.mark(view.kind()), content.words().group(view.kind()), seen));
    }
    Figures.Need need = figures.axes().get(index).need();
    if (need != null) {
      shown.add(need.level());
    }
    Axis axis = Scales.axis(content, index, shown);
    return SourceStrip.draw(
        new ChartText("views-" + index, axis.name() + ", group by group"),
        new SourceStrip.Figures(axis, need == null ? null : need.level(), rows));
  }

  private String self(int index) {
    String axis = content.words().axes().get(index).name();
    Figures.View own = figures.self();
    if (own == null) {
      return axis + ": you gave no answers of your own.";
    }
    Figures.Level you = own.axes().get(index);
    Figures.Level others = figures.axes().get(index).level();
    double over = 1 - below(you, others, AGREEMENT);
    double under = below(you, others, -AGREEMENT);
    double agree = 1 - over - under;
    if (over >= TYPE) {
      return "%s: you see more of it than others do (%s).".formatted(axis, Sayings.chances(over));
    }
    if (under >= TYPE) {
      return "%s: you see less of it than others do (%s).".formatted(axis, Sayings.chances(under));
    }
    return agree >= TYPE
        ? "%s: your view and theirs agree (%s).".formatted(axis, Sayings.chances(agree))
        : axis + ": we cannot tell whether you see more or less of it than others do.";
  }

  /** P(first − second < bound). */
  private static double below(Figures.Level first, Figures.Level second, double bound) {
    double sd = Math.hypot(first.sd(), second.sd());
    double gap = first.mean() - second.mean();
    return sd == 0 ? (gap < bound ? 1 : 0) : Normal.below((bound - gap) / sd);
  }

  private String groups(int index) {
    String axis = content.words().axes().get(index).name();
    List<Figures.View> views =
        AxisSection.views(figures).stream().filter(v -> !v.kind().equals(Groups.SELF)).toList();
    List<String> said = new ArrayList<>();
    for (Figures.View first : views) {
      for (Figures.View second : views) {
        double more = 1 - below(first.axes().get(index), second.axes().get(index), 0);
        if (!first.equals(second) && more >= CLEAR) {
          said.add(
              "%s %s more of it than %s (%s)"
                  .formatted(
                      content.words().group(first.kind()),
                      first.kind().equals("boss") ? "sees" : "see",
                      Sayings.lower(content.words().group(second.kind())),
                      Sayings.chances(more)));
        }
      }
    }
    if (views.size() < 2) {
      return axis + ": only one group can be shown, so there is nothing to compare it with.";
    }
    return said.isEmpty()
        ? axis + ": between the groups we cannot tell a difference."
        : axis + ": " + Sayings.lower(Sayings.list(said)) + ".";
  }
}
