package org.leadager.studies;

import java.util.concurrent.TimeUnit;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.CalibrationResult;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.fit.Eap;
import org.leadager.engine.model.Graded;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The graded model on simulated answers: a whole fit, its errors, a score for every row. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ItemModelBenchmark {
  private final ItemResponses answers = GradedAnswers.simulate().responses();
  private final Calibration calibration = calibrate(false);

  private Calibration calibrate(boolean errors) {
    CalibrationResult result =
        new Calibrator(new Graded()).tolerance(1e-4).errors(errors).fit(answers);
    return switch (result) {
      case Calibration fitted -> fitted;
      case CalibrationResult.Refused refused -> throw new IllegalStateException(refused.reason());
    };
  }

  @Benchmark
  public Calibration gradedFit() {
    return calibrate(false);
  }

  @Benchmark
  public Calibration gradedFitWithErrors() {
    return calibrate(true);
  }

  /** Mean and deviation of every row's posterior, from logarithms over the whole grid. */
  @Benchmark
  public Eap gradedScores() {
    return Eap.of(calibration);
  }
}
