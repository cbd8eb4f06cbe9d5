package org.leadager.studies;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Two plain loops measured in the same run: what a multiplication with an addition and what an
 * exponential cost on this machine today. Ratios against them mean the same on every machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Kernels {
  static final int LENGTH = 1024;

  private final double[] x = new double[LENGTH];
  private final double[] y = new double[LENGTH];

  public Kernels() {
    Arrays.setAll(x, i -> (i % 37 - 18) / 9.0);
    Arrays.setAll(y, i -> (i % 29 - 14) / 7.0);
  }

  @Benchmark
  public double dot() {
    double sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  @Benchmark
  public double exp() {
    double sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      sum += Math.exp(x[i]);
    }
    return sum;
  }
}
