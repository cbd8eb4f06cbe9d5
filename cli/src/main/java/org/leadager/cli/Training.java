package org.leadager.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs analyses of several kinds in one process, so that the JDK's cache for quick starts knows the
 * classes of all of them and which of their methods are worth compiling.
 */
public final class Training {
  private static final int SIZES = 2;

  private Training() {}

  /** Takes a folder for its scratch files; fails where an analysis does. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    PrintStream log = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (int size = 1; size <= SIZES; size++) {
      String rows = " --subjects " + (size == SIZES ? 6_000 : 500);
      run(folder, log, rows + " --items 40", " --items item1..item40");
      run(
          folder,
          log,
          rows + " --items 12 --dimensions 2",
          " --items item1..item12 --dimension a=item1..item6 --dimension b=item7..item12");
    }
    String halves = " --subjects 500 --raters 1 --pool 2 --items 8";
    run(folder, log, halves, " --items item1..item8 --group rater");
    String crossed = " --subjects 300 --raters 4 --pool 40 --items 8 --model ";
    run(folder, log, crossed + "gpcm", " --items item1..item8 --model gpcm");
    run(
        folder,
        log,
        crossed + "graded",
        " --items item1..item8 --model graded --facets --raters random");
    run(folder, log, crossed + "pcm", " --items item1..item8 --model pcm --facets");
  }

  private static void run(Path folder, PrintStream log, String truth, String asked) {
    String table = folder.resolve("table.csv").toString();
    command(log, "simulate" + truth, "--out", table);
    command(
        log,
        "analyse --subject subject --rater rater --timing" + asked,
        table,
        "--out",
        folder.resolve("out").toString());
  }

  private static void command(PrintStream log, String words, String... more) {
    List<String> args = new ArrayList<>(List.of(words.split(" +", -1)));
    args.addAll(List.of(more));
    if (Main.run(args, log, log) != 0) {
      throw new IllegalStateException("failed: " + args);
    }
  }
}
