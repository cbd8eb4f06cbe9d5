package org.leadager.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadager.charts.Chart;
import org.leadager.charts.ChartTable;
import org.leadager.charts.ChartText;
import org.leadager.charts.Scale;
import org.leadager.charts.ZoneStrip;
import org.leadager.platform.http.Zone;
import org.leadager.scores.Figures;

/**
 * All competences in zones, and those to keep and to put first. A competence that weighs on a
 * refused axis is not shown: its figure would be a figure of that axis.
 */
final class CompetenceSection {
  private static final int KEEPS = 3;
  private static final int PRIORITIES = 2;

  private final ReportContent content;
  private final Figures figures;
  private final Scale scale;
  private final List<String> refused;

  CompetenceSection(ReportContent content) {
    this.content = content;
    this.figures = content.figures();
    this.scale = Scales.answers(content);
    this.refused = Limits.refused(figures);
  }

  ReportView.@Nullable Competences list() {
    if (figures.competences().isEmpty()) {
      return null;
    }
    Map<List<String>, List<ReportView.Row>> sides = new LinkedHashMap<>();
    List<ZoneStrip.Row> all = new ArrayList<>();
    for (Figures.Competence competence : figures.competences()) {
      ReportContent.Competence words = content.words().competence(competence.code());
      ZoneStrip.Row strip = strip(words, competence);
      all.add(strip);
      sides.computeIfAbsent(words.axes(), a -> new ArrayList<>()).add(row(words, strip));
    }
    List<ReportView.Side> named = new ArrayList<>();
    sides.forEach(
        (axes, rows) -> named.add(new ReportView.Side(name(axes), side(axes), List.copyOf(rows))));
    boolean needs = all.stream().anyMatch(r -> r.need() != null);
    return new ReportView.Competences(
        words(needs),
        needs,
        named,
        content.words().points(),
        needs ? withChances(table(all)) : withoutNeeds(table(all)));
  }

  private static ChartTable table(List<ZoneStrip.Row> rows) {
    return ZoneStrip.table("All competences", rows, Scales.WORDS);
  }

  /** With the chance behind each zone: words alone are all alike. */
  private ChartTable withChances(ChartTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      rows.add(and(table.rows().get(i), chance(figures.competences().get(i))));
    }
    return new ChartTable(table.caption(), and(table.header(), "Chance it is at the need"), rows);
  }

  private static List<String> and(List<String> cells, String last) {
    List<String> longer = new ArrayList<>(cells);
    longer.add(last);
    return longer;
  }

  private String chance(Figures.Competence competence) {
    Figures.Need need = competence.need();
    return need == null || isRefused(content.words().competence(competence.code()))
        ? "–"
        : String.format(Locale.ROOT, "%.0f in 100", Math.clamp(100 * need.above(), 1, 99));
  }

  /** Without what is needed and without the zones: there is no need anywhere. */
  private static ChartTable withoutNeeds(ChartTable table) {
    return new ChartTable(
        table.caption(),
        withoutNeeds(table.header()),
        table.rows().stream().map(CompetenceSection::withoutNeeds).toList());
  }

  private static List<String> withoutNeeds(List<String> cells) {
    return List.of(cells.get(0), cells.get(1), cells.get(2), cells.get(4));
  }

  private ReportView.Row row(ReportContent.Competence words, ZoneStrip.Row strip) {
    Chart chart =
        strip.seen() == null
            ? null
            : ZoneStrip.draw(new ChartText("c-" + words.code(), words.name()), strip);
    Zone zone =
        strip.seen() == null || strip.need() == null ? null : platform(strip.standing().zone());
    return new ReportView.Row(words.code(), words.name(), chart, zone);
  }

  private ZoneStrip.Row strip(ReportContent.Competence words, Figures.Competence competence) {
    Figures.Need need = competence.need();
    if (isRefused(words)) {
      return new ZoneStrip.Row(words.name(), scale, null, null, null, ZoneStrip.Standing.grey());
    }
    return new ZoneStrip.Row(
        words.name(),
        scale,
        Scales.estimate(competence.frequency()),
        competence.self(),
        need == null ? null : need.frequency(),
        ZoneStrip.Standing.of(
            need == null ? org.leadager.charts.Zone.NONE : chart(Limits.zone(need.above()))));
  }

  private boolean isRefused(ReportContent.Competence words) {
    return !Collections.disjoint(words.axes(), refused);
  }

  private static org.leadager.charts.Zone chart(Zone zone) {
    return org.leadager.charts.Zone.valueOf(zone.name());
  }

  private static Zone platform(org.leadager.charts.Zone zone) {
    return Zone.valueOf(zone.name());
  }

  private String name(List<String> axes) {
    if (axes.size() == 1) {
      return content.words().axes().stream()
          .filter(a -> a.code().equals(axes.getFirst()))
          .map(ReportContent.Axis::name)
          .findFirst()
          .orElseThrow();
    }
    ReportContent.Named shared = content.words().shared();
    return shared == null ? "Several axes" : shared.name();
  }

  private @Nullable String side(List<String> axes) {
    if (!content.words().leadager()) {
      return null;
    }
    return axes.size() > 1
        ? "both"
        : axes.getFirst().equals(content.words().axes().getFirst().code()) ? "mgmt" : "lead";
  }

  private String words(boolean needs) {
    String order = "In the order of the framework, not from best to worst. ";
    String line =
        "Each line runs from %s to %s. "
            .formatted(
                Sayings.lower(content.words().points().getFirst()),
                Sayings.lower(content.words().points().getLast()));
    String stroke = needs ? "The upright stroke is what the role needs; the" : "The";
    String self = figures.self() == null ? "" : "; the open circle is you";
    return order
        + line
        + stroke
        + " dot is where others put you, the bar where we are 80 in 100 sure it lies"
        + self
        + "."
        + (needs ? "" : " Nobody has set what the role needs, so nothing is compared with it.");
  }

  ReportView.@Nullable Choices choices() {
    if (figures.competences().isEmpty()) {
      return null;
    }
    List<Figures.Competence> compared =
        figures.competences().stream()
            .filter(c -> c.need() != null && !isRefused(content.words().competence(c.code())))
            .toList();
    Comparator<Figures.Competence> rising = Comparator.comparingDouble(c -> c.contrast().mean());
    List<ReportView.Pick> keeps =
        picks(compared, rising.reversed(), KEEPS, Zone.CLEAR_STRENGTH, Zone.LIKELY_STRENGTH);
    List<ReportView.Pick> priorities =
        picks(compared, rising, PRIORITIES, Zone.CLEAR_NEED, Zone.LIKELY_NEED);
    if (compared.isEmpty()) {
      String why =
          "Nobody has set what the role needs, so we cannot say which of these to keep or to work"
              + " on first.";
      return new ReportView.Choices(keeps, why, priorities, why);
    }
    return new ReportView.Choices(
        keeps,
        keeps.isEmpty() ? "None is likely or clearly above what the role needs." : "",
        priorities,
        priorities.isEmpty()
            ? "None is likely or clearly below what the role needs. There is nothing to put first."
            : "");
  }

  private List<ReportView.Pick> picks(
      List<Figures.Competence> compared,
      Comparator<Figures.Competence> order,
      int most,
      Zone clear,
      Zone likely) {
    List<ReportView.Pick> picks = new ArrayList<>();
    for (Figures.Competence competence : compared.stream().sorted(order).toList()) {
      Figures.Need need = competence.need();
      if (need == null || picks.size() == most) {
        continue;
      }
      Zone zone = Limits.zone(need.above());
      if (zone == clear || zone == likely) {
        ReportContent.Competence words = content.words().competence(competence.code());
        String seen = scale.say(competence.frequency().mean(), Scales.WORDS);
        String wanted = scale.say(need.frequency(), Scales.WORDS);
        picks.add(
            new ReportView.Pick(
                words.name(),
                zone,
                "Seen %s; the role needs it %s.".formatted(seen, wanted),
                words.definition()));
      }
    }
    return picks;
  }

  /** How many competences something can be said about. */
  long told() {
    return figures.competences().stream()
        .filter(c -> !isRefused(content.words().competence(c.code())))
        .map(Figures.Competence::need)
        .filter(n -> n != null && Limits.zone(n.above()) != Zone.CANNOT_TELL)
        .count();
  }
}
