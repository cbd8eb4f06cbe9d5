package org.leadager.charts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One competence: a stroke for what the role needs, a bar where we are 80 in 100 sure, a dot for
 * the others, an open circle for oneself. Lists of strips keep the framework's order.
 */
public final class ZoneStrip {
  /** A strip without words of its own. */
  static final String CSS = "strip";

  private static final double HEIGHT = 28;
  private static final double MIDDLE = HEIGHT / 2;

  private ZoneStrip() {}

  /**
   * @param name the competence's name
   * @param scale the stretch shown, one for a whole list
   * @param seen others' view, or null where there is none to show
   * @param self own view, or null
   * @param need the role's need, or null where nobody has set it
   * @param standing its zone and whether it is greyed
   */
  public record Row(
      String name,
      Scale scale,
      @Nullable Estimate seen,
      @Nullable Double self,
      @Nullable Double need,
      Standing standing) {
    public Row {
      Checks.finite(name, self, need);
      if (need == null && standing.zone != Zone.NONE) {
        throw new IllegalArgumentException("A zone without a need: " + name);
      }
    }
  }

  /**
   * @param zone against the need
   * @param greyed beyond the limit of error: shown, but not to be read as a finding
   */
  public record Standing(Zone zone, boolean greyed) {
    public static Standing of(Zone zone) {
      return new Standing(zone, false);
    }

    public static Standing grey() {
      return new Standing(Zone.NONE, true);
    }

    private Zone colours() {
      return greyed ? Zone.CANNOT_TELL : zone;
    }
  }

  /** The strip's title should name the competence; its table has one row. */
  public static Chart draw(ChartText text, Row row) {
    ChartWords words = text.words();
    String given = text.description();
    Standing standing = row.standing;
    Svg svg =
        Svg.start(
            CSS,
            text,
            given == null ? describe(row, words) : given,
            "width",
            "100%",
            "height",
            HEIGHT,
            "data-zone",
            standing.colours().code,
            "data-grey",
            standing.greyed ? "true" : null);
    Strip strip = new Strip(svg, false);
    strip.base(row.scale, MIDDLE);
    Estimate seen = row.seen;
    if (seen != null) {
      Zone zone = standing.colours();
      strip.bar(
          row.scale.share(seen.low()),
          row.scale.share(seen.high()),
          MIDDLE,
          "s-iv",
          zone.bar,
          standing.greyed ? 0.2 : zone.opacity);
    }
    strip.need(row.scale, row.need, MIDDLE);
    strip.self(row.scale, row.self, MIDDLE);
    if (seen != null) {
      strip.dot(row.scale.share(seen.middle()), MIDDLE, "s-dot", standing.colours().dot);
    }
    return new Chart(svg.finish(), table(text.title(), List.of(row), words));
  }

  /** All strips of a list as one table. */
  public static ChartTable table(String caption, List<Row> rows, ChartWords words) {
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows) {
      Estimate seen = row.seen;
      cells.add(
          List.of(
              row.name,
              seen == null ? words.get("table.none") : row.scale.say(seen.middle(), words),
              seen == null
                  ? words.get("table.none")
                  : row.scale.sayRange(seen.low(), seen.high(), words),
              say(row, row.need, words),
              say(row, row.self, words),
              zone(row, words)));
    }
    List<String> header = new ArrayList<>();
    for (String key : List.of("competence", "seen", "sure", "needs", "you", "zone")) {
      header.add(words.get("table." + key));
    }
    return new ChartTable(caption, header, cells);
  }

  private static String say(Row row, @Nullable Double value, ChartWords words) {
    return value == null ? words.get("table.none") : row.scale.say(value, words);
  }

  private static String zone(Row row, ChartWords words) {
    return row.standing.greyed ? words.get("strip.greyShort") : row.standing.zone.say(words);
  }

  private static String describe(Row row, ChartWords words) {
    List<String> sentences = new ArrayList<>();
    Estimate seen = row.seen;
    sentences.add(
        seen == null
            ? words.get("strip.empty")
            : words.get(
                "strip.seen",
                row.scale.say(seen.middle(), words),
                row.scale.sayRange(seen.low(), seen.high(), words)));
    if (row.need != null) {
      sentences.add(words.get("strip.need", row.scale.say(row.need, words)));
    }
    if (row.self != null) {
      sentences.add(words.get("strip.you", row.scale.say(row.self, words)));
    }
    if (row.standing.greyed) {
      sentences.add(words.get("strip.grey"));
    } else if (row.standing.zone != Zone.NONE) {
      sentences.add(row.standing.zone.say(words) + ".");
    }
    return String.join(" ", sentences);
  }
}
