package org.leadager.studies;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every benchmark and prints nanoseconds and ratios against the two plain loops, then fits
 * ever more rows and scores a round and a company; {@code --quick} for shorter and fewer
 * measurements.
 */
public final class Bench {
  private static final double ANSWERS_72 = 9 * 72;
  private static final double ANSWERS_36 = 9 * 36;
  private static final double ANSWERS_FIT = (double) GradedAnswers.ROWS * GradedAnswers.ITEMS;

  private static final double ANSWERS_TWO = (double) TwoTraitBenchmark.ROWS * GradedAnswers.ITEMS;
  private static final double ANSWERS_RATERS = (double) RaterBenchmark.FORMS * RaterBenchmark.ITEMS;

  private static final List<Line> LINES =
      List.of(
          new Line("score72", "score a subject, 9 raters x 72 items", ANSWERS_72),
          new Line("score36", "score a subject, 9 raters x 36 items", ANSWERS_36),
          new Line("gradedEStepScalar", "graded E-step, 100,000 x 40, 2 threads", ANSWERS_FIT),
          new Line("gradedEStepVector", "the same in vectors", ANSWERS_FIT),
          new Line("gradedScores", "graded EAP scores, 100,000 x 40", ANSWERS_FIT),
          new Line("gradedFit", "graded fit, 100,000 x 40", ANSWERS_FIT),
          new Line("gradedFitWithErrors", "the same with exact errors", ANSWERS_FIT),
          new Line("twoTraits", "graded fit, 2 dimensions, 10,000 x 40", ANSWERS_TWO),
          new Line("manyFacet", "many-facet, 12,000 forms x 3, 300 raters", ANSWERS_RATERS),
          new Line("crossedGaussian", "crossed, REML, 12,000 ratings", RaterBenchmark.FORMS),
          new Line("crossedOrdinal", "crossed, ordinal, 12,000 ratings", RaterBenchmark.FORMS));

  private Bench() {}

  /**
   * @param answers how many answers one run works through
   */
  private record Line(String benchmark, String words, double answers) {}

  public static void main(String[] args) throws RunnerException {
    List<String> asked = Arrays.asList(args);
    boolean quick = asked.equals(List.of("--quick"));
    if (!quick && !asked.isEmpty()) {
      throw new IllegalArgumentException("--quick and nothing else, not " + asked);
    }
    System.err.println(quick ? "Measuring, quickly." : "Measuring; this takes some minutes.");
    Collection<RunResult> results = new Runner(settings(quick).build()).run();
    System.out.print(table(results));
    System.out.print(LinearCost.table(quick));
    Round round = Round.run(quick ? Round.FULL / 10 : Round.FULL);
    System.out.println(round.line());
    System.out.println(SharedRound.run(quick ? SharedRound.FULL / 10 : SharedRound.FULL).line());
    System.out.println(CalibratedRound.run(quick ? Round.FULL / 50 : Round.FULL).line());
  }

  private static ChainedOptionsBuilder settings(boolean quick) {
    return new OptionsBuilder()
        .include("org\\.leadager\\..*")
        .verbosity(VerboseMode.SILENT)
        .forks(quick ? 1 : 2)
        .warmupIterations(quick ? 2 : 5)
        .warmupTime(TimeValue.milliseconds(quick ? 900 : 1000))
        .measurementIterations(quick ? 2 : 5)
        .measurementTime(TimeValue.milliseconds(quick ? 500 : 1000));
  }

  private static String table(Collection<RunResult> results) {
    double dot = nanoseconds(results, "dot") / Kernels.LENGTH;
    double exp = nanoseconds(results, "exp") / Kernels.LENGTH;
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "Plain loops here: dot product %.3f ns, exp %.3f ns an element%n%n%-42s%14s%12s%12s%12s%n",
            dot,
            exp,
            "",
            "ns",
            "ns/answer",
            "dots/answer",
            "exps/answer"));
    for (Line line : LINES) {
      double ns = nanoseconds(results, line.benchmark);
      double each = ns / line.answers;
      out.append(
          String.format(
              Locale.ROOT,
              "%-42s%,14.0f%12.1f%12.1f%12.2f%n",
              line.words,
              ns,
              each,
              each / dot,
              each / exp));
    }
    double ratio =
        nanoseconds(results, "gradedEStepScalar") / nanoseconds(results, "gradedEStepVector");
    return out.append(
            String.format(
                Locale.ROOT, "%nE-step in plain Java: %.2f times the time in vectors%n%n", ratio))
        .toString();
  }

  private static double nanoseconds(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(r -> r.getParams().getBenchmark().endsWith("." + benchmark))
        .mapToDouble(r -> r.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(benchmark + " was not measured"));
  }
}
