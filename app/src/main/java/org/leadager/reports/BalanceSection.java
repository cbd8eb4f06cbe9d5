package org.leadager.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadager.charts.Axis;
import org.leadager.charts.ChartText;
import org.leadager.charts.Estimate;
import org.leadager.charts.Scale;
import org.leadager.charts.Source;
import org.leadager.charts.SourceStrip;
import org.leadager.scores.Figures;

/**
 * Upside and downside, each from too little to too much, never one minus the other. The interval of
 * a side is the mean of its items' intervals, which is what it would be if their errors were the
 * same error: wide rather than narrow.
 */
final class BalanceSection {
  /** Up to here from "about right" it is a little, as the scale's own words have it. */
  private static final double LITTLE = 1.5;

  /** An interval within this distance of "about right" is about right. */
  private static final double RIGHT = 0.5;

  private final ReportContent content;
  private final Scale scale;

  private BalanceSection(ReportContent content) {
    this.content = content;
    this.scale = Scales.amounts(content);
  }

  static ReportView.@Nullable Balance of(ReportContent content) {
    if (content.words().amounts().isEmpty() || content.figures().amounts().isEmpty()) {
      return null;
    }
    return new BalanceSection(content).view();
  }

  private ReportView.@Nullable Balance view() {
    List<SourceStrip.Group> rows = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Estimate up = side(true);
    Estimate down = side(false);
    if (up != null) {
      rows.add(SourceStrip.Group.shown(Source.EVERYONE, "Upside: what could be gained", up));
      words.add("Going for what could be gained: " + verdict(true, up));
    }
    if (down != null) {
      rows.add(SourceStrip.Group.shown(Source.EVERYONE, "Downside: what could be lost", down));
      words.add("Guarding against what could be lost: " + verdict(false, down));
    }
    if (rows.isEmpty()) {
      return null;
    }
    SourceStrip.Figures figures = new SourceStrip.Figures(Axis.other("Amount", scale), 0.0, rows);
    return new ReportView.Balance(SourceStrip.draw(text(up, down), figures), words, lines());
  }

  /** Its own description: on this strip the stroke is "about right", not a need. */
  private ChartText text(@Nullable Estimate up, @Nullable Estimate down) {
    StringBuilder said = new StringBuilder("From ");
    said.append(scale.ticks().getFirst().word()).append(" to ");
    said.append(scale.ticks().getLast().word()).append(". The stroke is about right.");
    if (up != null) {
      said.append(" Upside: ").append(say(up)).append('.');
    }
    if (down != null) {
      said.append(" Downside: ").append(say(down)).append('.');
    }
    return new ChartText("balance", "Upside and downside", said.toString());
  }

  private String say(Estimate seen) {
    return scale.say(seen.middle(), Scales.WORDS)
        + ", 80 in 100 sure it is "
        + scale.sayRange(seen.low(), seen.high(), Scales.WORDS);
  }

  private List<Figures.Amount> items(boolean up) {
    List<String> codes =
        content.words().amounts().stream()
            .filter(a -> a.up() == up)
            .map(ReportContent.Amount::code)
            .toList();
    return content.figures().amounts().stream().filter(a -> codes.contains(a.code())).toList();
  }

  private @Nullable Estimate side(boolean up) {
    List<Figures.Amount> items = items(up);
    if (items.isEmpty()) {
      return null;
    }
    return new Estimate(
        items.stream().mapToDouble(Figures.Amount::low).average().orElseThrow(),
        items.stream().mapToDouble(Figures.Amount::mean).average().orElseThrow(),
        items.stream().mapToDouble(Figures.Amount::high).average().orElseThrow());
  }

  private String verdict(boolean up, Estimate seen) {
    List<Figures.Amount> items = items(up);
    if (items.stream().anyMatch(i -> i.high() < 0) && items.stream().anyMatch(i -> i.low() > 0)) {
      return "the questions point different ways; look at each of them.";
    }
    if (seen.high() < 0) {
      return seen.middle() > -LITTLE ? "a little too little." : "too little.";
    }
    if (seen.low() > 0) {
      return seen.middle() < LITTLE ? "a little too much." : "too much.";
    }
    return seen.low() > -RIGHT && seen.high() < RIGHT
        ? "about the right amount."
        : "we cannot tell whether it is too little, right or too much.";
  }

  private List<ReportView.AmountLine> lines() {
    List<ReportView.AmountLine> lines = new ArrayList<>();
    for (ReportContent.Amount amount : content.words().amounts()) {
      content.figures().amounts().stream()
          .filter(f -> f.code().equals(amount.code()))
          .findFirst()
          .ifPresent(f ->
              lines.add(
                  new ReportView.AmountLine(
                      amount.text(),
                      amount.up(),
                      Sayings.upper(scale.say(f.mean(), Scales.WORDS)),
                      scale.sayRange(f.low(), f.high(), Scales.WORDS))));
    }
    return lines;
  }
}
