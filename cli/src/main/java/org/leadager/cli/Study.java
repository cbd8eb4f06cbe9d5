package org.leadager.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leadager.engine.calibrate.LoadingPattern;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;

/**
 * The table as the engine wants it.
 *
 * @param answers items by column, reversed where asked
 * @param subjects who is rated, by row
 * @param raters who rates, by row
 * @param pattern dimensions and their items
 * @param warnings what was odd about the table
 */
record Study(
    ItemResponses answers,
    Grouping subjects,
    Optional<Grouping> raters,
    LoadingPattern pattern,
    List<String> warnings) {

  static Study of(Options options, Table table) throws Problem {
    String items = options.one().getOrDefault("items", "");
    List<String> names = Options.columns(items, table.header());
    Optional<String> reverse = options.optional("reverse");
    List<String> reversed =
        reverse.isPresent() ? Options.columns(reverse.get(), table.header()) : List.of();
    double[][] columns = table.numbers(names);
    reverse(names, reversed, columns);
    List<String> warnings = new ArrayList<>();
    Grouping subjects = Grouping.of(table.column(options.one().getOrDefault("subject", "")));
    Optional<String> rater = options.optional("rater");
    Optional<Grouping> raters = Optional.empty();
    if (rater.isPresent()) {
      raters = Optional.of(Grouping.of(table.column(rater.get())));
      duplicates(subjects, raters.get(), warnings);
    }
    Optional<String> source = options.optional("source");
    if (source.isPresent()) {
      Options.require(source.get(), table.header());
    }
    try {
      ItemResponses answers = ItemResponses.of(names, columns);
      return new Study(answers, subjects, raters, pattern(options, table, names), warnings);
    } catch (IllegalArgumentException e) {
      throw new Problem(String.valueOf(e.getMessage()));
    }
  }

  /** y becomes lowest + highest − y, the ends being those of all items together. */
  private static void reverse(List<String> names, List<String> reversed, double[][] columns)
      throws Problem {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] column : columns) {
      for (double v : column) {
        low = v < low ? v : low;
        high = v > high ? v : high;
      }
    }
    for (String name : reversed) {
      int at = names.indexOf(name);
      if (at < 0) {
        throw new Problem("--reverse names " + name + ", which is not among the items");
      }
      for (int r = 0; r < columns[at].length; r++) {
        columns[at][r] = low + high - columns[at][r];
      }
    }
  }

  private static void duplicates(Grouping subjects, Grouping raters, List<String> warnings) {
    Set<Long> seen = new HashSet<>();
    int twice = 0;
    for (int r = 0; r < subjects.rows(); r++) {
      long pair = (long) subjects.group(r) * raters.groups() + raters.group(r);
      twice += seen.add(pair) ? 0 : 1;
    }
    if (twice > 0) {
      warnings.add(
          twice + " rows repeat a subject and rater that came before; each counts as a form.");
    }
  }

  private static LoadingPattern pattern(Options options, Table table, List<String> names)
      throws Problem {
    if (options.dimensions().isEmpty()) {
      return LoadingPattern.single(names.size());
    }
    List<String> dimensions = List.copyOf(options.dimensions().keySet());
    Map<String, Set<Integer>> byItem = new LinkedHashMap<>();
    for (String name : names) {
      byItem.put(name, new HashSet<>());
    }
    for (int d = 0; d < dimensions.size(); d++) {
      String expression = options.dimensions().getOrDefault(dimensions.get(d), "");
      for (String item : Options.columns(expression, table.header())) {
        Set<Integer> of = byItem.get(item);
        if (of == null) {
          throw new Problem(
              "dimension " + dimensions.get(d) + " names " + item + ", not among the items");
        }
        of.add(d);
      }
    }
    for (Map.Entry<String, Set<Integer>> e : byItem.entrySet()) {
      if (e.getValue().isEmpty()) {
        throw new Problem(e.getKey() + " belongs to no dimension");
      }
    }
    return new LoadingPattern(dimensions, List.copyOf(byItem.values()));
  }

  /** Mean answer of each row over the items it answered; NaN without answers. */
  double[] rowMeans() {
    double[] means = new double[answers.rows()];
    for (int r = 0; r < means.length; r++) {
      double sum = 0;
      int n = 0;
      for (int i = 0; i < answers.items(); i++) {
        double v = answers.value(r, i);
        if (!Double.isNaN(v)) {
          sum += v;
          n++;
        }
      }
      means[r] = sum / n;
    }
    return means;
  }

  /** How many options the scale offers: from the lowest to the highest answer seen anywhere. */
  int options() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < answers.items(); i++) {
      int k = answers.categories(i);
      if (k > 0) {
        low = Math.min(low, answers.label(i, 0));
        high = Math.max(high, answers.label(i, k - 1));
      }
    }
    return (int) Math.round(high - low) + 1;
  }
}
