package org.leadager.engine.fit;

import java.util.Optional;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.kernel.Cholesky;

/**
 * The pieces of C2, summed over groups of independent rows: e'Ξ⁻¹e, Δ'Ξ⁻¹e and Δ'Ξ⁻¹Δ, each times
 * the group's number of rows.
 */
final class MomentFit {
  private final Calibration calibration;

  /** Σ N Δ'Ξ⁻¹e. */
  private final double[] deltaXiE;

  /** Σ N Δ'Ξ⁻¹Δ. */
  private final double[][] deltaXiDelta;

  /** Σ N e'Ξ⁻¹e. */
  private double eXiE;

  private int moments;

  MomentFit(Calibration calibration) {
    this.calibration = calibration;
    int n = calibration.places().free();
    deltaXiE = new double[n];
    deltaXiDelta = new double[n][n];
  }

  /** Adds a group; false where its moments determine one another. */
  boolean add(int group, int[] items, int[] rows) {
    SampleMoments of = new SampleMoments(calibration, group, items);
    Optional<Cholesky> xi = Cholesky.of(of.covariance());
    if (xi.isEmpty()) {
      return false;
    }
    double[] e = of.observed(calibration.responses(), rows);
    for (int a = 0; a < e.length; a++) {
      e[a] -= of.expected[a];
    }
    addForms(xi.get(), of.derivatives(), e, rows.length);
    moments += e.length;
    return true;
  }

  private void addForms(Cholesky xi, double[][] delta, double[] e, int rows) {
    double[][] xiDelta = new double[delta.length][];
    IntStream.range(0, delta.length).parallel().forEach(a -> xiDelta[a] = xi.solve(delta[a]));
    eXiE += rows * dot(xi.solve(e), e);
    for (int a = 0; a < delta.length; a++) {
      deltaXiE[a] += rows * dot(xiDelta[a], e);
      for (int b = 0; b < delta.length; b++) {
        deltaXiDelta[a][b] += rows * dot(xiDelta[a], delta[b]);
      }
    }
  }

  /** Moments less free parameters. */
  int df() {
    return moments - deltaXiE.length;
  }

  int moments() {
    return moments;
  }

  /**
   * C2 = e'Ξ⁻¹e − (Δ'Ξ⁻¹e)'(Δ'Ξ⁻¹Δ)⁻¹(Δ'Ξ⁻¹e), times N; empty where the moments leave parameters
   * open.
   */
  Optional<Double> c2() {
    return Cholesky.of(deltaXiDelta).map(f -> eXiE - dot(f.solve(deltaXiE), deltaXiE));
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
