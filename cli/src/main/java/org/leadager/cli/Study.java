package org.leadager.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Design;
import org.leadager.engine.calibrate.LoadingPattern;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;

/**
 * The table as the engine wants it.
 *
 * @param answers items by column, reversed where asked
 * @param subjects who is rated, by row
 * @param raters who rates, by row
 * @param sources where raters stand, by row
 * @param groups whose traits are compared, by row
 * @param pattern dimensions and their items
 * @param warnings what was odd about the table
 */
record Study(
    ItemResponses answers,
    Grouping subjects,
    Optional<Grouping> raters,
    Optional<Grouping> sources,
    Optional<Grouping> groups,
    LoadingPattern pattern,
    List<String> warnings) {
  /** With fewer subjects the spread of their scores says next to nothing. */
  private static final int LEAST_CLUSTERS = 10;

  static Study of(Options options, Table table) throws Problem {
    List<String> warnings = new ArrayList<>(table.warnings());
    ItemResponses answers = reversed(options, table);
    OddAnswers.warn(answers, warnings);
    table.raters().ifPresent(raters -> duplicates(table.subjects(), raters, warnings));
    return new Study(
        answers,
        table.subjects(),
        table.raters(),
        table.sources(),
        comparable(table),
        pattern(options, table, answers.names()),
        warnings);
  }

  private static Optional<Grouping> comparable(Table table) throws Problem {
    Optional<Grouping> groups = table.groups();
    if (groups.isPresent() && groups.get().groups() == 1) {
      throw new Problem(
          "--group: all rows belong to \"%s\"; name a column with two groups or more, or leave --group out"
              .formatted(AnswerText.shown(groups.get().label(0))));
    }
    if (groups.isPresent() && table.answers().items() == 1) {
      throw new Problem("--group compares people by several items: name two or more");
    }
    if (groups.isPresent()) {
      refuseClash(groups.get(), table.answers().names());
    }
    return groups;
  }

  /** An item that differs stands once per group under a name that no other may have. */
  private static void refuseClash(Grouping groups, List<String> items) throws Problem {
    for (String item : items) {
      for (int g = 0; g < groups.groups(); g++) {
        String own = Design.nameIn(item, groups.label(g));
        if (items.contains(own)) {
          throw new Problem(
              "\"%s\" would also be the name of %s in one group: rename that column"
                  .formatted(AnswerText.shown(own), AnswerText.shown(item)));
        }
      }
    }
  }

  /** y becomes lowest + highest − y, the ends being those of all items together. */
  private static ItemResponses reversed(Options options, Table table) throws Problem {
    Optional<String> reverse = options.optional("reverse");
    if (reverse.isEmpty()) {
      return table.answers();
    }
    List<Integer> turned = new ArrayList<>();
    for (String name : Options.columns(reverse.get(), table.header())) {
      int at = table.answers().names().indexOf(name);
      if (at < 0) {
        throw new Problem("--reverse names " + name + ", which is not among the items");
      }
      turned.add(at);
    }
    return table.answers().reversed(turned, lowest(table.answers()) + highest(table.answers()));
  }

  private static double lowest(ItemResponses y) {
    return IntStream.range(0, y.items())
        .filter(i -> y.categories(i) > 0)
        .mapToDouble(i -> y.label(i, 0))
        .min()
        .orElse(Double.NaN);
  }

  private static double highest(ItemResponses y) {
    return IntStream.range(0, y.items())
        .filter(i -> y.categories(i) > 0)
        .mapToDouble(i -> y.label(i, y.categories(i) - 1))
        .max()
        .orElse(Double.NaN);
  }

  private static void duplicates(Grouping subjects, Grouping raters, List<String> warnings) {
    long[] pairs = new long[subjects.rows()];
    Arrays.setAll(pairs, r -> (long) subjects.group(r) * raters.groups() + raters.group(r));
    Arrays.sort(pairs);
    long twice = IntStream.range(1, pairs.length).filter(r -> pairs[r] == pairs[r - 1]).count();
    if (twice > 0) {
      warnings.add(
          Words.count(twice, "row repeats", "rows repeat")
              + " a subject and rater that came before; each counts as a form.");
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

  /** One group, or those asked for, with every item equal over them. */
  Design design() {
    Design design = Design.of(pattern);
    Design grouped = groups.map(design::groups).orElse(design);
    return clustered() ? grouped.clusters(subjects) : grouped;
  }

  /** Whether subjects have several forms: these do not tell as much as forms about others would. */
  boolean severalForms() {
    return subjects.groups() < answers.rows();
  }

  /** Whether errors can let the forms about a subject depend on each other. */
  boolean clustered() {
    return severalForms() && subjects.groups() >= LEAST_CLUSTERS;
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

  /**
   * How many options the scale offers: from the lowest to the highest answer seen anywhere; empty
   * where answers are not whole numbers.
   */
  OptionalInt options() {
    return OddAnswers.whole(answers)
        ? OptionalInt.of((int) (highest(answers) - lowest(answers)) + 1)
        : OptionalInt.empty();
  }
}
