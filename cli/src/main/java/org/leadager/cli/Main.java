package org.leadager.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Entry point: {@code analyse FILE …}. Exit codes: 0 done, 1 a problem that is said, 2 misuse. */
public final class Main {
  static final String USAGE =
      """
      leadager analyse FILE.csv|xlsx --subject COL [--rater COL] [--source COL] --items LIST|RANGE
               [--reverse LIST] [--dimension NAME=ITEMS]... [--model graded|gpcm|pcm|2pl]
               [--facets] [--out DIR]

      ITEMS are column names, comma-separated, or A..B for neighbours. Each row of FILE is one form:
      one rater about one subject. Writes result.json, items.csv, subjects.csv, raters.csv and
      report.html into DIR (default: leadager-out).
      """;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(Arrays.asList(args), out, err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.isEmpty() || args.contains("--help") || args.get(0).equals("help")) {
      out.print(USAGE);
      return args.isEmpty() ? 2 : 0;
    }
    if (!args.get(0).equals("analyse")) {
      err.println("leadager: there is no command \"" + args.get(0) + "\"");
      err.print(USAGE);
      return 2;
    }
    try {
      new Analyse(Options.parse(args.subList(1, args.size())), out, err).run();
      return 0;
    } catch (Problem e) {
      err.println("leadager analyse: " + e.getMessage());
      return 1;
    }
  }
}
