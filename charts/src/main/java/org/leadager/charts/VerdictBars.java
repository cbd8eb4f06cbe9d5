package org.leadager.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * What a request is likely to need: one line for each outcome from "no chance" to "certain", with
 * its range. The order is the caller's and stays the same while the figures move.
 */
public final class VerdictBars {
  private static final double ROW = 44;
  private static final double FOOT = 18;

  private VerdictBars() {}

  /** Gives an outcome its colour. */
  public enum Kind {
    MANAGEMENT("M", Ink.MANAGEMENT, Ink.MANAGEMENT_FILL),
    LEADERSHIP("L", Ink.LEADERSHIP, Ink.LEADERSHIP_FILL),
    BOTH("B", Ink.BOTH, Ink.BOTH_FILL),
    NOT_TRAINING("N", Ink.INK, Ink.INK_3);

    final String code;
    final String dot;
    final String bar;

    Kind(String code, String dot, String bar) {
      this.code = code;
      this.dot = dot;
      this.bar = bar;
    }
  }

  /**
   * @param kind which of the four
   * @param label such as "Management skill"
   * @param sureness in words, such as "leaning"
   * @param chance between 0 and 1, with the range it may lie in
   */
  public record Outcome(Kind kind, String label, String sureness, Estimate chance) {
    public Outcome {
      if (chance.low() < 0 || chance.high() > 1) {
        throw new IllegalArgumentException("A chance lies between 0 and 1: " + label);
      }
    }
  }

  /** With no outcome the chart says that nothing was asked yet. */
  public static Chart draw(ChartText text, List<Outcome> outcomes) {
    ChartWords words = text.words();
    String given = text.description();
    double foot = Math.max(1, outcomes.size()) * ROW;
    Svg svg =
        Svg.start(
            "c-rows tb",
            text,
            given == null ? describe(outcomes, words) : given,
            "width",
            "100%",
            "height",
            foot + FOOT);
    Strip strip = new Strip(svg, words.rightToLeft());
    for (int i = 0; i < outcomes.size(); i++) {
      row(svg, strip, outcomes.get(i), i * ROW);
    }
    if (outcomes.isEmpty()) {
      strip.words(words.get("verdict.empty"), false, 14, "c-text", Ink.INK_2);
    }
    strip.words(words.get("verdict.none"), false, foot + 11, "c-text c-faint", Ink.INK_3);
    strip.centred(words.get("verdict.even"), 0.5, foot + 11);
    strip.words(words.get("verdict.certain"), true, foot + 11, "c-text c-faint", Ink.INK_3);
    return new Chart(svg.finish(), table(text, outcomes));
  }

  private static void row(Svg svg, Strip strip, Outcome outcome, double top) {
    double y = top + 29;
    Estimate chance = outcome.chance;
    svg.open("g", "data-v", outcome.kind.code);
    strip.words(outcome.label, false, top + 14, "c-text c-strong", Ink.INK);
    strip.words(outcome.sureness, true, top + 14, "c-text", Ink.INK_2);
    svg.line("tb-all", "0%", y, "100%", y, Svg.Stroke.of(Ink.LINE, 2));
    strip.bar(chance.low(), chance.high(), y, "tb-range", outcome.kind.bar, 0.42);
    strip.dot(chance.middle(), y, "tb-dot", outcome.kind.dot);
    svg.close();
  }

  private static String describe(List<Outcome> outcomes, ChartWords words) {
    if (outcomes.isEmpty()) {
      return words.get("verdict.empty") + ".";
    }
    List<String> sentences = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      sentences.add(
          words.get(
              "verdict.row",
              outcome.label,
              outcome.sureness,
              hundred(outcome.chance.middle()),
              hundred(outcome.chance.low()),
              hundred(outcome.chance.high())));
    }
    return String.join(" ", sentences);
  }

  private static ChartTable table(ChartText text, List<Outcome> outcomes) {
    ChartWords words = text.words();
    List<List<String>> rows = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      Estimate chance = outcome.chance;
      rows.add(
          List.of(
              outcome.label,
              outcome.sureness,
              hundred(chance.middle()),
              words.get("verdict.range", hundred(chance.low()), hundred(chance.high()))));
    }
    return new ChartTable(
        text.title(),
        List.of(
            words.get("table.outcome"),
            words.get("table.sureness"),
            words.get("table.chance"),
            words.get("table.range")),
        rows);
  }

  private static String hundred(double chance) {
    return Long.toString(Math.round(chance * 100));
  }
}
