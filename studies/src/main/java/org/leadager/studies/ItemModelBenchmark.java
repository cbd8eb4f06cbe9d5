package org.leadager.studies;

import java.util.concurrent.TimeUnit;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.CalibrationResult;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.fit.Eap;
import org.leadager.engine.model.Graded;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.ItemTruth;
import org.leadager.engine.simulate.ResponseSimulator;
import org.leadager.engine.simulate.TypicalItems;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The graded model on simulated answers: a whole fit, its errors, one posterior for every row. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ItemModelBenchmark {
  static final int ROWS = 100_000;
  static final int ITEMS = 40;
  private static final int CATEGORIES = 5;

  private final ItemResponses answers = simulate();
  private final Calibration calibration = calibrate(false);

  private static ItemResponses simulate() {
    Graded model = new Graded();
    Draws draws = Draws.seeded(1);
    ResponseSimulator simulator =
        new ResponseSimulator(
            model, TypicalItems.draw(model, ITEMS, 1, CATEGORIES, draws), new double[][] {{1}});
    double[][] columns = new double[ITEMS][ROWS];
    for (int r = 0; r < ROWS; r++) {
      Draws own = draws.branch(r);
      int[] row = simulator.answers(simulator.person(own), own);
      for (int i = 0; i < ITEMS; i++) {
        columns[i][r] = row[i];
      }
    }
    return ItemResponses.of(simulator.items().stream().map(ItemTruth::name).toList(), columns);
  }

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

  /** One expectation step: the posterior of every row over the grid. */
  @Benchmark
  public Eap gradedPosteriors() {
    return Eap.of(calibration);
  }
}
