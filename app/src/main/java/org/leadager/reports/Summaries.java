package org.leadager.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadager.charts.Axis;
import org.leadager.charts.Chart;
import org.leadager.charts.ChartText;
import org.leadager.charts.Estimate;
import org.leadager.charts.GroupSummary;
import org.leadager.charts.Scale;
import org.leadager.scores.Figures;
import org.leadager.scores.Figures.Level;

/**
 * A round as a whole, from released reports alone. Whoever may read each report sees people; others
 * see cells of five or more, and only once every report of the round is out: the cells never move
 * then, so two of their states cannot be subtracted.
 */
final class Summaries {
  private final String round;
  private final List<ReportStore.Released> released;
  private final boolean readsReports;

  private Summaries(String round, List<ReportStore.Released> released, boolean readsReports) {
    this.round = round;
    this.released = released;
    this.readsReports = readsReports;
  }

  /**
   * @param complete whether no report of the round is still to come
   */
  static SummaryView of(
      String round, List<ReportStore.Released> released, boolean complete, boolean readsReports) {
    if (!complete && !readsReports) {
      return nothing(round, "The summary comes when every report of this round is released.");
    }
    if (released.size() < GroupMean.LEAST) {
      return nothing(
          round, "A summary needs five released reports or more. There are too few people here.");
    }
    return new Summaries(round, released, readsReports).view();
  }

  private static SummaryView nothing(String round, String why) {
    return new SummaryView(round, 0, why, null, List.of(), List.of(), List.of());
  }

  private SummaryView view() {
    List<ReportStore.Released> drawn = released.stream().filter(Summaries::isDrawn).toList();
    List<SummaryView.Person> left =
        readsReports
            ? released.stream()
                .filter(r -> !isDrawn(r))
                .map(r -> new SummaryView.Person(r.id(), r.content().person()))
                .toList()
            : List.of();
    return new SummaryView(
        round,
        released.size(),
        null,
        readsReports && first().figures().axes().size() == 2 ? chart(drawn) : null,
        cells(),
        notes(),
        left);
  }

  private ReportContent first() {
    return released.getFirst().content();
  }

  private static boolean isDrawn(ReportStore.Released report) {
    return Limits.refused(report.content().figures()).isEmpty();
  }

  private Chart chart(List<ReportStore.Released> drawn) {
    List<GroupSummary.Subject> subjects = new ArrayList<>();
    List<List<Double>> shown = List.of(new ArrayList<>(), new ArrayList<>());
    for (ReportStore.Released report : drawn) {
      Figures figures = report.content().figures();
      Estimate across = Scales.estimate(figures.axes().get(0).level());
      Estimate up = Scales.estimate(figures.axes().get(1).level());
      shown.get(0).addAll(List.of(across.low(), across.high()));
      shown.get(1).addAll(List.of(up.low(), up.high()));
      subjects.add(new GroupSummary.Subject(report.content().person(), across, up));
    }
    return GroupSummary.draw(
        new ChartText("group", "Everybody of " + round),
        new GroupSummary.Figures(
            Scales.axis(first(), 0, shown.get(0)),
            Scales.axis(first(), 1, shown.get(1)),
            null,
            subjects));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (first().figures().provisional()) {
      notes.add("Provisional: measures are expert guesses until there are more answers.");
    }
    if (first().figures().ownScale()) {
      notes.add(
          "The middle of every scale is the middle of the %d rated here; the unit is how far they"
                  .formatted(first().method().people())
              + " spread. So there is no mean of the group to show: it is the middle.");
    }
    if (first().figures().oneSource()) {
      notes.add("Everything is as seen by one group: " + AxisSection.everyone(first()) + ".");
    }
    notes.add("In the order of the round, never by score. There is no rank.");
    return notes;
  }

  /** Means of the axes and competences; none where the group itself is the scale's middle. */
  private List<SummaryView.Cell> cells() {
    List<SummaryView.Cell> cells = new ArrayList<>();
    if (first().figures().ownScale()) {
      return cells;
    }
    ReportContent.Words words = first().words();
    for (int i = 0; i < words.axes().size(); i++) {
      int index = i;
      Axis axis = Scales.axis(first(), i, List.of());
      mean(r -> axis(r, index))
          .map(mean -> cell(axis.name(), axis.scale(), mean, ""))
          .ifPresent(cells::add);
    }
    Scale answers = Scales.answers(first());
    for (ReportContent.Competence competence : words.competences()) {
      mean(r -> competence(r, competence))
          .map(mean -> cell(competence.name(), answers, mean, answer(mean.value())))
          .ifPresent(cells::add);
    }
    return cells;
  }

  /** A mean and how many people stand behind it. */
  private record Mean(int people, Estimate value) {}

  private Optional<Mean> mean(Function<ReportStore.Released, @Nullable Level> of) {
    List<Level> levels = new ArrayList<>();
    for (ReportStore.Released report : released) {
      Level level = of.apply(report);
      if (level != null) {
        levels.add(level);
      }
    }
    return levels.size() < GroupMean.LEAST
        ? Optional.empty()
        : Optional.of(new Mean(levels.size(), GroupMean.of(levels)));
  }

  private static SummaryView.Cell cell(String name, Scale scale, Mean mean, String answer) {
    Estimate value = mean.value();
    return new SummaryView.Cell(
        name,
        mean.people(),
        scale.say(value.middle(), Scales.WORDS),
        scale.sayRange(value.low(), value.high(), Scales.WORDS),
        answer);
  }

  private static String answer(Estimate mean) {
    return String.format(
        Locale.ROOT, "%.1f (%.1f to %.1f)", mean.middle(), mean.low(), mean.high());
  }

  private static @Nullable Level axis(ReportStore.Released report, int index) {
    Figures.Axis axis = report.content().figures().axes().get(index);
    return Limits.refused(axis) ? null : axis.level();
  }

  private static @Nullable Level competence(
      ReportStore.Released report, ReportContent.Competence words) {
    Figures figures = report.content().figures();
    if (!Collections.disjoint(words.axes(), Limits.refused(figures))) {
      return null;
    }
    return figures.competences().stream()
        .filter(c -> c.code().equals(words.code()))
        .map(c -> level(c.frequency()))
        .findFirst()
        .orElse(null);
  }

  private static Level level(Figures.Frequency frequency) {
    return new Level(frequency.mean(), (frequency.high() - frequency.low()) / (2 * Scales.EIGHTY));
  }

  /** The same as rows for a spreadsheet: people for those who may read each report, else cells. */
  static String csv(SummaryView view, List<ReportStore.Released> released, boolean readsReports) {
    Csv csv = new Csv();
    if (view.missing() != null) {
      return csv.row(List.of(view.missing())).text();
    }
    if (!readsReports) {
      csv.row(List.of("quantity", "people", "seen", "80 in 100 sure", "answer"));
      view.cells()
          .forEach(c ->
              csv.row(
                  List.of(
                      c.name(), Integer.toString(c.people()), c.seen(), c.range(), c.answer())));
      return csv.text();
    }
    List<String> header = new ArrayList<>(List.of("name"));
    for (ReportContent.Axis axis : released.getFirst().content().words().axes()) {
      header.addAll(List.of(axis.name(), axis.name() + " low", axis.name() + " high"));
    }
    csv.row(header);
    released.forEach(report -> csv.row(cells(report)));
    return csv.text();
  }

  private static List<String> cells(ReportStore.Released report) {
    List<String> row = new ArrayList<>(List.of(report.content().person()));
    for (Figures.Axis axis : report.content().figures().axes()) {
      if (Limits.refused(axis)) {
        row.addAll(List.of("", "", ""));
      } else {
        Estimate seen = Scales.estimate(axis.level());
        for (double value : new double[] {seen.middle(), seen.low(), seen.high()}) {
          row.add(String.format(Locale.ROOT, "%.2f", value));
        }
      }
    }
    return row;
  }
}
