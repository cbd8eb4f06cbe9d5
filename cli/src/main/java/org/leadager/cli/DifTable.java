package org.leadager.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leadager.engine.fit.DifOptions;
import org.leadager.engine.fit.ItemDif;

/**
 * Items between groups, after purification.
 *
 * @param reference the group that the others are compared with
 * @param smallest forms in the smallest group
 * @param items every tested item
 */
record DifTable(String reference, int smallest, List<ItemDif> items) {
  /** More than a terminal shows at once. */
  private static final int MOST_LINES = 20;

  /** Of more groups the largest effects are shown. */
  private static final int MOST_EFFECTS = 3;

  List<Summary.Line> lines() {
    List<Summary.Line> lines = new ArrayList<>();
    List<String> found = items.stream().filter(ItemDif::found).map(ItemDif::name).toList();
    lines.add(
        new Summary.Line(
            "Items flagged against " + reference,
            found.isEmpty()
                ? "none of %d".formatted(items.size())
                : "%d of %d: %s".formatted(found.size(), items.size(), Shortened.names(found))));
    for (ItemDif item : shown()) {
      lines.add(new Summary.Line("Item %s between groups".formatted(item.name()), inWords(item)));
    }
    int more = items.size() - shown().size();
    if (more > 0) {
      lines.add(
          new Summary.Line(
              "Items without a difference", "%,d: see report.html or dif.csv".formatted(more)));
    }
    return lines;
  }

  private String inWords(ItemDif item) {
    String p = item.untested().isPresent() ? "" : "p " + chance(item.adjusted()) + ", ";
    String effects = item.effects().isEmpty() ? "" : "; " + effects(item, " ");
    return p + verdict(item) + effects;
  }

  /** All of a few; of many those that want looking at. */
  private List<ItemDif> shown() {
    return items.size() <= MOST_LINES
        ? items
        : items.stream().filter(i -> i.found() || i.untested().isPresent()).toList();
  }

  /** Which of the two a difference is goes by the test of slopes at the same level. */
  private String verdict(ItemDif item) {
    if (item.untested().isPresent()) {
      return "could not be tested: %s; the smallest group has %s"
          .formatted(item.untested().get(), Words.count(smallest, "form"));
    }
    if (!item.found()) {
      return "no difference found";
    }
    boolean slopes = item.nonuniform().p() < DifOptions.STANDARD.level();
    return slopes ? "differs, not uniformly" : "differs uniformly";
  }

  /** Against the first group: of a few groups all, in their order; of many the largest. */
  private static String effects(ItemDif item, String space) {
    List<ItemDif.Effect> all = item.effects();
    boolean few = all.size() <= MOST_EFFECTS + 1;
    List<ItemDif.Effect> shown =
        few
            ? all
            : all.stream()
                .sorted(Comparator.comparingDouble(ItemDif.Effect::unsigned).reversed())
                .limit(MOST_EFFECTS)
                .toList();
    return (few ? "" : "largest of %,d effects: ".formatted(all.size()))
        + shown.stream()
            .map(e -> e.group() + " " + effect(e, space))
            .collect(Collectors.joining("; "));
  }

  private static String effect(ItemDif.Effect e, String space) {
    return Words.signed(e.signed(), 2) + space + "(" + Words.number(e.unsigned(), 2) + ")";
  }

  private static String chance(double p) {
    return p < 1e-4 ? "< 0.0001" : Words.number(p, 4);
  }

  /** dif[] of result.json. */
  List<Map<String, Object>> json() {
    return items.stream().map(DifTable::json).toList();
  }

  private static Map<String, Object> json(ItemDif item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", item.name());
    json.put("any", json(item.any()));
    json.put("uniform", json(item.uniform()));
    json.put("nonuniform", json(item.nonuniform()));
    json.put("adjustedP", item.adjusted());
    json.put("flagged", item.found());
    json.put("effects", item.effects().stream().map(DifTable::json).toList());
    return json;
  }

  private static Map<String, Object> json(ItemDif.Test test) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("statistic", test.statistic());
    json.put("df", test.df());
    json.put("p", test.p());
    return json;
  }

  private static Map<String, Object> json(ItemDif.Effect effect) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("group", effect.group());
    json.put("signed", effect.signed());
    json.put("unsigned", effect.unsigned());
    return json;
  }

  /** dif.csv: a line per item and group but the first; one without a group where none was told. */
  void write(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "item",
          "group",
          "p uniform",
          "p not uniform",
          "p adjusted",
          "flagged",
          "signed effect",
          "unsigned effect");
      for (ItemDif item : items) {
        if (item.effects().isEmpty()) {
          line(csv, item, new ItemDif.Effect("", Double.NaN, Double.NaN));
        }
        item.effects().forEach(effect -> line(csv, item, effect));
      }
    }
  }

  private static void line(CsvWriter csv, ItemDif item, ItemDif.Effect effect) {
    csv.writeRecord(
        Sheets.inert(item.name()),
        Sheets.inert(effect.group()),
        Sheets.number(item.uniform().p()),
        Sheets.number(item.nonuniform().p()),
        Sheets.number(item.adjusted()),
        item.found() ? "yes" : "no",
        Sheets.number(effect.signed()),
        Sheets.number(effect.unsigned()));
  }

  String html() {
    String rows = items.stream().map(this::row).collect(Collectors.joining());
    boolean many = items.stream().anyMatch(item -> item.effects().size() > MOST_EFFECTS + 1);
    return WORDS
        + (many ? "<p>dif.csv has the effects of all groups.</p>\n" : "")
        + Html.table(
            "dif",
            List.of(
                "Item",
                "Verdict",
                "p, corrected",
                "p, uniform",
                "p, not uniform",
                "Effect against " + reference),
            rows);
  }

  /** A figure keeps its sign and its brackets in one line. */
  private String row(ItemDif item) {
    return Html.row(
        item.name(),
        verdict(item),
        chance(item.adjusted()).replace("< ", "<\u00a0"),
        chance(item.uniform().p()).replace("< ", "<\u00a0"),
        chance(item.nonuniform().p()).replace("< ", "<\u00a0"),
        effects(item, "\u00a0"));
  }

  private static final String WORDS =
      """
      <h2>Items between groups</h2>
      <p>An item is flagged when people of two groups who stand at the same place on the trait answer it differently:
      uniformly, when one group answers higher everywhere; not uniformly, when it depends on where people stand.
      The effect says how much in points of the scale: the mean difference and, in brackets, its mean size
      whatever its direction. Go by the effect more than by p, which finds trifles in large groups
      and, counting forms as independent, too much where several are about one subject.</p>
      <p>What to do with a flagged item: have people of both groups read it aloud and say what it asks (words,
      translation, situations that one group does not meet); mend it or leave it out of comparisons. Until then
      compare groups by the means with flagged items free. One that is not flagged is not proved the same: small
      groups show large differences only.</p>
      """;
}
