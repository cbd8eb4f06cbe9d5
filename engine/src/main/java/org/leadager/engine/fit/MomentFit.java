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
  private final double[] slope;
  private final double[][] inner;
  private double total;
  private int moments;

  MomentFit(Calibration calibration) {
    this.calibration = calibration;
    int n = calibration.places().free();
    slope = new double[n];
    inner = new double[n][n];
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
    double[][] solved = new double[delta.length][];
    IntStream.range(0, delta.length).parallel().forEach(a -> solved[a] = xi.solve(delta[a]));
    total += rows * dot(xi.solve(e), e);
    for (int a = 0; a < delta.length; a++) {
      slope[a] += rows * dot(solved[a], e);
      for (int b = 0; b < delta.length; b++) {
        inner[a][b] += rows * dot(solved[a], delta[b]);
      }
    }
  }

  /** Moments less free parameters. */
  int df() {
    return moments - slope.length;
  }

  int moments() {
    return moments;
  }

  /** e'Ξ⁻¹e − (Δ'Ξ⁻¹e)'(Δ'Ξ⁻¹Δ)⁻¹(Δ'Ξ⁻¹e); empty where the moments leave parameters open. */
  Optional<Double> c2() {
    return Cholesky.of(inner).map(f -> total - dot(f.solve(slope), slope));
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
