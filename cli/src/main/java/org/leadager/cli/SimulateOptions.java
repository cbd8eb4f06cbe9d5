package org.leadager.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leadager.engine.model.GeneralisedPartialCredit;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.ItemModel;
import org.leadager.engine.model.PartialCredit;
import org.leadager.engine.model.RatingScale;
import org.leadager.engine.model.TwoPL;

/**
 * The truth that {@code simulate} is asked to draw from.
 *
 * @param subjects people rated
 * @param raters raters of each subject
 * @param pool people from whom the raters are taken, or empty where each rates one subject only
 * @param severitySd SD of the raters' severity; 0 with one rater each
 * @param items number of items
 * @param categories answers of each item
 * @param model how answers come about
 * @param dimensions latent traits
 * @param correlation of each two of them
 * @param seed of all draws
 * @param out the table to write
 */
record SimulateOptions(
    int subjects,
    int raters,
    Optional<Integer> pool,
    double severitySd,
    int items,
    int categories,
    ItemModel model,
    int dimensions,
    double correlation,
    long seed,
    Path out) {
  private static final Set<String> KNOWN =
      Set.of(
          "subjects",
          "raters",
          "pool",
          "severity-sd",
          "items",
          "categories",
          "model",
          "dimensions",
          "correlation",
          "seed",
          "out");

  /** What fits into memory with the truth about every form. */
  private static final int MOST_FORMS = 2_000_000;

  static SimulateOptions parse(List<String> args) throws Problem {
    Given given = new Given(values(args));
    ItemModel model = model(given.text("model", "graded"));
    boolean binary = model instanceof TwoPL;
    int raters = given.whole("raters", 1, 1, 1000);
    int dimensions = given.whole("dimensions", 1, 1, 3);
    Optional<Integer> pool = Optional.empty();
    if (given.has("pool")) {
      pool = Optional.of(given.whole("pool", raters, raters, 1_000_000));
    }
    SimulateOptions options =
        new SimulateOptions(
            given.whole("subjects", 500, 3, MOST_FORMS),
            raters,
            pool,
            given.number("severity-sd", raters == 1 ? 0 : .5, 0, 10),
            given.whole("items", 20, Math.max(2, dimensions), 1000),
            given.whole("categories", binary ? 2 : 5, 2, 20),
            model,
            dimensions,
            given.number("correlation", .5, -1, 1),
            given.seed(),
            Path.of(given.text("out", "simulated.csv")));
    if (binary && options.categories != 2) {
      throw new Problem("--model 2pl needs --categories 2");
    }
    if ((long) options.subjects * raters > MOST_FORMS) {
      throw new Problem("at most " + MOST_FORMS + " forms: subjects times raters");
    }
    if (options.correlation >= 1 || options.correlation * (dimensions - 1) <= -1) {
      throw new Problem(
          "no " + dimensions + " traits can all correlate " + options.correlation + " in pairs");
    }
    return options;
  }

  private static Map<String, String> values(List<String> args) throws Problem {
    Map<String, String> values = new LinkedHashMap<>();
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      String arg = rest.next();
      if (!arg.startsWith("--") || !KNOWN.contains(arg.substring(2))) {
        throw new Problem("unknown option " + arg);
      }
      if (!rest.hasNext()) {
        throw new Problem(arg + " needs a value");
      }
      if (values.put(arg.substring(2), rest.next()) != null) {
        throw new Problem(arg + " is given twice");
      }
    }
    return values;
  }

  private static ItemModel model(String name) throws Problem {
    return switch (name) {
      case "graded" -> new Graded();
      case "gpcm" -> new GeneralisedPartialCredit();
      case "pcm" -> new PartialCredit();
      case "rsm" -> new RatingScale();
      case "2pl" -> new TwoPL();
      default -> throw new Problem("--model is graded, gpcm, pcm, rsm or 2pl, not " + name);
    };
  }

  /** Values by name, read with a default and limits. */
  private record Given(Map<String, String> values) {
    boolean has(String name) {
      return values.containsKey(name);
    }

    String text(String name, String otherwise) {
      return values.getOrDefault(name, otherwise);
    }

    int whole(String name, int otherwise, int least, int most) throws Problem {
      double value = number(name, otherwise, least, most);
      if (value != Math.rint(value)) {
        throw new Problem("--" + name + " is a whole number, not " + values.get(name));
      }
      return (int) value;
    }

    double number(String name, double otherwise, double least, double most) throws Problem {
      String text = values.get(name);
      if (text == null) {
        return otherwise;
      }
      try {
        double value = Double.parseDouble(text);
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException notANumber) {
        throw new Problem("--" + name + " is a number, not \"" + text + "\"");
      }
      throw new Problem(
          "--%s lies within %s and %s, not %s".formatted(name, plain(least), plain(most), text));
    }

    private static String plain(double value) {
      return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    long seed() throws Problem {
      try {
        return Long.parseLong(text("seed", "1"));
      } catch (NumberFormatException notANumber) {
        throw new Problem("--seed is a whole number, not \"" + values.get("seed") + "\"");
      }
    }
  }
}
