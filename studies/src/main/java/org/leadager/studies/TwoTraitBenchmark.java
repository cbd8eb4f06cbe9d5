package org.leadager.studies;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.CalibrationResult;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.calibrate.LoadingPattern;
import org.leadager.engine.model.Graded;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The graded model on two correlated traits, half of the items on each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TwoTraitBenchmark {
  static final int ROWS = 10_000;

  private final GradedAnswers answers =
      GradedAnswers.simulate(ROWS, new double[][] {{1, .5}, {.5, 1}});
  private final LoadingPattern halves =
      new LoadingPattern(
          List.of("first", "second"),
          answers.items().stream()
              .map(item ->
                  Set.of(IntStream.range(0, 2).filter(d -> item.slopes().get(d) != 0).sum()))
              .toList());

  @Benchmark
  public CalibrationResult twoTraits() {
    return new Calibrator(new Graded())
        .tolerance(1e-4)
        .errors(false)
        .fit(answers.responses(), halves);
  }
}
