package org.leadager.engine.calibrate;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.NodeRows;
import org.leadager.engine.model.Graded;
import org.leadager.engine.simulate.ItemTruth;
import org.leadager.studies.GradedAnswers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One expectation step on two threads, at the true parameters: tables, the posterior of every row
 * over 61 nodes, expected counts; once in plain Java and once in vectors. It stands in the package
 * of what it measures, which nobody else may see.
 */
@NullMarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class EStepBenchmark {
  private static final int THREADS = 2;

  private final ForkJoinPool pool = new ForkJoinPool(THREADS);
  private final double[] x;
  private final EStep scalar;
  private final EStep vector;

  /** Simulates the answers. */
  public EStepBenchmark() {
    GradedAnswers answers = GradedAnswers.simulate();
    ItemResponses y = answers.responses();
    LoadingPattern pattern = LoadingPattern.single(y.items());
    Layout layout = new Layout(y, new Graded(), pattern, Quadrature.standard(1));
    x = new double[layout.parameters];
    for (int i = 0; i < layout.items(); i++) {
      ItemTruth item = answers.items().get(i);
      x[layout.offset[i]] = item.slopes().get(0);
      for (int k = 0; k < item.intercepts().size(); k++) {
        x[layout.offset[i] + 1 + k] = item.intercepts().get(k);
      }
    }
    scalar = new EStep(layout, y, 1, true, NodeRows.scalar());
    vector = new EStep(layout, y, 1, true, NodeRows.vector().orElseThrow());
  }

  @TearDown
  public void close() {
    pool.close();
  }

  @Benchmark
  public Object gradedEStepScalar() {
    return pool.submit(() -> scalar.run(x)).join();
  }

  @Benchmark
  public Object gradedEStepVector() {
    return pool.submit(() -> vector.run(x)).join();
  }
}
