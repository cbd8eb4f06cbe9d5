package org.leadager.studies;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.leadager.engine.calibrate.CalibrationResult;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.Graded;

/** The same calibration on ever more rows: what a row costs should not depend on how many. */
final class LinearCost {
  private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
  private static final List<Integer> QUICK = List.of(10_000, 100_000);

  private LinearCost() {}

  /** One line for each size, after a warm-up on the smallest. */
  static String table(boolean quick) {
    List<Integer> sizes = quick ? QUICK : SIZES;
    ItemResponses small = answers(sizes.getFirst());
    for (int i = 0; i < 5; i++) {
      spent(small, true);
    }
    StringBuilder table = new StringBuilder(head());
    for (int rows : sizes) {
      ItemResponses y = answers(rows);
      table.append(line(rows, spent(y, false), spent(y, true)));
    }
    return table.append(System.lineSeparator()).toString();
  }

  private static ItemResponses answers(int rows) {
    return GradedAnswers.simulate(rows, new double[][] {{1}}).responses();
  }

  private static String head() {
    return String.format(
        Locale.ROOT,
        "%-42s%12s%12s%12s%12s%n",
        "Graded fit, 40 items: processor time",
        "fit, s",
        "ns/answer",
        "errors, s",
        "ns/answer");
  }

  private static String line(int rows, double fit, double both) {
    double each = 1e9 / ((double) rows * GradedAnswers.ITEMS);
    return String.format(
        Locale.ROOT,
        "%-42s%12.2f%12.1f%12.2f%12.1f%n",
        "%,d rows".formatted(rows),
        fit,
        fit * each,
        both - fit,
        (both - fit) * each);
  }

  /** Processor seconds of all threads; other programs on the machine hardly change them. */
  private static double spent(ItemResponses y, boolean errors) {
    double before = processor();
    CalibrationResult result = new Calibrator(new Graded()).tolerance(1e-4).errors(errors).fit(y);
    if (result instanceof CalibrationResult.Refused refused) {
      throw new IllegalStateException(refused.reason());
    }
    return processor() - before;
  }

  private static double processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }
}
