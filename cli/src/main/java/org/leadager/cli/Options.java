package org.leadager.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for.
 *
 * @param file the table
 * @param one options that take one value, by name without dashes
 * @param dimensions item expressions by dimension name, in the order given
 */
record Options(Path file, Map<String, String> one, Map<String, String> dimensions) {
  private static final String DEFAULT_OUT = "leadager-out";
  private static final Set<String> FLAGS = Set.of("facets", "no-dif", "timing");
  private static final Set<String> KNOWN =
      Set.of("subject", "rater", "source", "group", "items", "reverse", "model", "raters", "out");

  static Options parse(List<String> args) throws Problem {
    Optional<String> file = Optional.empty();
    Map<String, String> one = new LinkedHashMap<>();
    Map<String, String> dimensions = new LinkedHashMap<>();
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      String arg = rest.next();
      if (!arg.startsWith("--")) {
        if (file.isPresent()) {
          throw new Problem("two files given: " + file.get() + " and " + arg);
        }
        file = Optional.of(arg);
        continue;
      }
      String name = arg.substring(2);
      if (FLAGS.contains(name)) {
        one.put(name, "yes");
        continue;
      }
      if (!KNOWN.contains(name) && !name.equals("dimension")) {
        throw new Problem("unknown option " + arg + "; try ./leadager analyse --help");
      }
      String value = rest.hasNext() ? rest.next() : "--";
      if (value.startsWith("--")) {
        throw new Problem(arg + " needs a value");
      }
      if (name.equals("dimension")) {
        addDimension(value, dimensions);
      } else if (one.put(name, value) != null) {
        throw new Problem(arg + " is given twice");
      }
    }
    return checked(file, one, dimensions);
  }

  private static void addDimension(String value, Map<String, String> dimensions) throws Problem {
    int equals = value.indexOf('=');
    if (equals < 1 || equals == value.length() - 1) {
      throw new Problem("--dimension wants NAME=ITEMS, not \"" + value + "\"");
    }
    if (dimensions.put(value.substring(0, equals), value.substring(equals + 1)) != null) {
      throw new Problem("the dimension " + value.substring(0, equals) + " is given twice");
    }
  }

  private static Options checked(
      Optional<String> file, Map<String, String> one, Map<String, String> dimensions)
      throws Problem {
    if (file.isEmpty()) {
      throw new Problem("which file? Give the path of a .csv or .xlsx table");
    }
    for (String needed : List.of("subject", "items")) {
      if (!one.containsKey(needed)) {
        throw new Problem("--" + needed + " is needed; try ./leadager analyse --help");
      }
    }
    if (!Set.of("graded", "gpcm", "pcm", "rsm", "2pl")
        .contains(one.getOrDefault("model", "graded"))) {
      throw new Problem("--model is graded, gpcm, pcm, rsm or 2pl, not " + one.get("model"));
    }
    if (one.containsKey("facets") && !one.containsKey("rater")) {
      throw new Problem("--facets needs --rater");
    }
    if (one.containsKey("no-dif") && !one.containsKey("group")) {
      throw new Problem("--no-dif is about groups: give --group too");
    }
    if (one.containsKey("raters") && !one.containsKey("facets")) {
      throw new Problem("--raters is about the many-facet model: give --facets too");
    }
    if (!Set.of("fixed", "random").contains(one.getOrDefault("raters", "fixed"))) {
      throw new Problem("--raters is fixed or random, not " + one.get("raters"));
    }
    if (dimensions.size() > 3) {
      throw new Problem("at most three dimensions");
    }
    path(one.getOrDefault("out", DEFAULT_OUT));
    return new Options(path(file.get()), one, dimensions);
  }

  private static Path path(String text) throws Problem {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Problem("\"" + text + "\" cannot be the name of a file");
    }
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(one.get(name));
  }

  String model() {
    return one.getOrDefault("model", "graded");
  }

  boolean randomRaters() {
    return one.getOrDefault("raters", "fixed").equals("random");
  }

  Path out() {
    return Path.of(one.getOrDefault("out", DEFAULT_OUT));
  }

  /** Expands "A,B" and "A..D" into column names, in the table's order for ranges. */
  static List<String> columns(String expression, List<String> header) throws Problem {
    List<String> names = new ArrayList<>();
    for (String part : expression.split(",", -1)) {
      String item = part.strip();
      int dots = item.indexOf("..");
      if (dots < 0) {
        require(item, header);
        names.add(item);
        continue;
      }
      int from = require(item.substring(0, dots).strip(), header);
      int to = require(item.substring(dots + 2).strip(), header);
      if (to < from) {
        throw new Problem("the range " + item + " runs backwards in the table");
      }
      names.addAll(header.subList(from, to + 1));
    }
    if (names.stream().distinct().count() != names.size()) {
      throw new Problem("a column is named twice in \"" + expression + "\"");
    }
    return names;
  }

  static int require(String name, List<String> header) throws Problem {
    int at = header.indexOf(name);
    if (at < 0) {
      List<String> some = header.subList(0, Math.min(12, header.size()));
      throw new Problem("there is no column \"" + name + "\"; the table starts with " + some);
    }
    return at;
  }
}
