package org.leadager.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.leadager.engine.model.TwoPL;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.ItemTruth;
import org.leadager.engine.simulate.ResponseSimulator;
import org.leadager.engine.simulate.TypicalItems;

/**
 * The command {@code simulate}: draws a table of answers from a stated truth and writes both, the
 * same bytes for the same options on every machine.
 */
final class Simulate {
  private static final int ITEMS = 1;
  private static final int SUBJECTS = 2;
  private static final int RATERS = 3;

  private final SimulateOptions options;
  private final PrintStream out;
  private final Draws draws;
  private final ResponseSimulator simulator;
  private final List<List<Double>> traits = new ArrayList<>();
  private final List<String> raterNames = new ArrayList<>();
  private final List<Double> severities = new ArrayList<>();

  Simulate(SimulateOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    draws = Draws.seeded(options.seed());
    List<ItemTruth> items =
        TypicalItems.draw(
            options.model(),
            options.items(),
            options.dimensions(),
            options.categories(),
            draws.branch(ITEMS));
    simulator = new ResponseSimulator(options.model(), items, correlation());
    for (int d = 0; d < options.dimensions(); d++) {
      traits.add(new ArrayList<>());
    }
  }

  private double[][] correlation() {
    int n = options.dimensions();
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        correlation[i][j] = i == j ? 1 : options.correlation();
      }
    }
    return correlation;
  }

  void run() throws Problem {
    Path truth = truthFile(options.out());
    try {
      if (options.out().toAbsolutePath().getParent() != null) {
        Files.createDirectories(options.out().toAbsolutePath().getParent());
      }
      try (BufferedWriter table = Files.newBufferedWriter(options.out())) {
        write(table);
      }
      Files.writeString(truth, Json.write(truth()));
    } catch (IOException e) {
      throw new Problem(
          "cannot write %s: %s; name another file with --out"
              .formatted(options.out(), Output.reason(e)));
    }
    out.println("Written: " + options.out() + " and the truth behind it, " + truth);
    out.println("To analyse it: ./leadager " + suggestion());
  }

  static Path truthFile(Path table) {
    String name = table.getFileName().toString();
    String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    return table.resolveSibling(stem + ".truth.json");
  }

  private void write(BufferedWriter table) throws IOException {
    List<String> names = simulator.items().stream().map(ItemTruth::name).toList();
    table.write("subject,rater," + String.join(",", names) + "\n");
    options.pool().ifPresent(this::drawPool);
    for (int s = 0; s < options.subjects(); s++) {
      Draws own = draws.branch(SUBJECTS).branch(s);
      double[] person = simulator.person(own);
      for (int d = 0; d < person.length; d++) {
        traits.get(d).add(person[d]);
      }
      for (int rater : raters(s, own)) {
        table.write("s" + (s + 1) + "," + raterNames.get(rater) + row(person, rater, own) + "\n");
      }
    }
  }

  private void drawPool(int size) {
    for (int r = 0; r < size; r++) {
      addRater("r" + (r + 1), r);
    }
  }

  private void addRater(String name, long key) {
    raterNames.add(name);
    severities.add(options.severitySd() * draws.branch(RATERS).branch(key).normal());
  }

  /** Who rates a subject: new raters, or some of the pool, each once. */
  private int[] raters(int subject, Draws own) {
    int n = options.raters();
    if (options.pool().isEmpty()) {
      int first = raterNames.size();
      for (int r = 0; r < n; r++) {
        addRater("r" + (subject + 1) + "." + (r + 1), (long) first + r);
      }
      return IntStream.range(first, first + n).toArray();
    }
    return IntStream.generate(() -> own.below(raterNames.size())).distinct().limit(n).toArray();
  }

  private String row(double[] person, int rater, Draws own) {
    double[] seen = person.clone();
    for (int d = 0; d < seen.length; d++) {
      seen[d] -= severities.get(rater);
    }
    int lowest = options.model() instanceof TwoPL ? 0 : 1;
    StringBuilder row = new StringBuilder();
    for (int answer : simulator.answers(seen, own)) {
      row.append(',').append(answer + lowest);
    }
    return row.toString();
  }

  private Map<String, Object> truth() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("seed", options.seed());
    json.put("model", options.model().name());
    json.put("n", options.subjects() * (long) options.raters());
    json.put("items", simulator.items().stream().map(Simulate::item).toList());
    Map<String, Object> dimensions = new LinkedHashMap<>();
    dimensions.put("names", traitNames());
    dimensions.put("correlation", options.correlation());
    json.put("dimensions", dimensions);
    json.put("subjects", Map.of("traits", traits));
    Map<String, Object> raters = new LinkedHashMap<>();
    raters.put("severitySd", options.severitySd());
    raters.put("names", raterNames);
    raters.put("severity", severities);
    json.put("raters", raters);
    return json;
  }

  private static Map<String, Object> item(ItemTruth item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", item.name());
    json.put("slopes", item.slopes());
    json.put("intercepts", item.intercepts());
    return json;
  }

  private List<String> traitNames() {
    return IntStream.rangeClosed(1, options.dimensions()).mapToObj(d -> "trait" + d).toList();
  }

  private String suggestion() {
    StringBuilder said = new StringBuilder("analyse ").append(options.out());
    said.append(" --subject subject --rater rater --items item1..item").append(options.items());
    said.append(" --model ").append(options.model().name());
    for (int d = 0; options.dimensions() > 1 && d < options.dimensions(); d++) {
      String first = "";
      String last = "";
      for (ItemTruth item : simulator.items()) {
        if (item.slopes().get(d) != 0) {
          first = first.isEmpty() ? item.name() : first;
          last = item.name();
        }
      }
      said.append(" --dimension ").append(traitNames().get(d)).append('=');
      said.append(first).append("..").append(last);
    }
    return said.append(options.pool().isPresent() ? " --facets" : "").toString();
  }
}
