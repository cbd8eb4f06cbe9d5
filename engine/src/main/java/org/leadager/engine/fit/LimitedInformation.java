package org.leadager.engine.fit;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.kernel.Cholesky;
import org.leadager.engine.kernel.Special;

/**
 * Does the model describe how items go together? C2 (Cai and Monroe 2014) compares the shares of
 * categories and the means of products of two items with what the model expects; for items with two
 * answers it is M2 (Maydeu-Olivares and Joe 2006). docs/methods/model-fit.md.
 *
 * @param c2 the statistic, χ² where the model holds
 * @param df its degrees of freedom
 * @param p chance of a larger one
 * @param rmsea root mean square error of approximation
 * @param rmseaLow lower end of its 90% interval
 * @param rmseaHigh upper end
 * @param rows complete rows it was computed on
 */
public record LimitedInformation(
    double c2, int df, double p, double rmsea, double rmseaLow, double rmseaHigh, int rows) {
  private static final int MOST_MOMENTS = 2500;

  /**
   * Computed on the rows without missing answers; empty where those are fewer than 30, where no
   * degrees of freedom are left, beyond 71 items, for several groups, where anchors hold the scale
   * or where items share their steps: that the derivatives here do not know.
   */
  public static Optional<LimitedInformation> of(Calibration calibration) {
    int[] rows =
        IntStream.range(0, calibration.responses().rows())
            .filter(calibration.responses()::complete)
            .toArray();
    long n = calibration.items().size();
    if (rows.length < 30 || !ordinary(calibration) || n * (n - 1) / 2 > MOST_MOMENTS) {
      return Optional.empty();
    }
    SampleMoments moments = new SampleMoments(calibration);
    double[][] delta = moments.derivatives();
    int df = moments.size() - delta.length;
    Optional<Cholesky> xi = Cholesky.of(moments.covariance());
    if (df < 1 || xi.isEmpty()) {
      return Optional.empty();
    }
    double[] e = moments.observed(calibration.responses(), rows);
    for (int a = 0; a < e.length; a++) {
      e[a] -= moments.expected[a];
    }
    return quadratic(xi.get(), delta, e).map(x -> result(rows.length * x, df, rows.length));
  }

  /** One group, with a mean that is not estimated, and items that share nothing. */
  private static boolean ordinary(Calibration calibration) {
    return !calibration.model().sharedSteps()
        && calibration.groups().size() == 1
        && calibration.groups().getFirst().meanErrors().stream().allMatch(e -> e == 0);
  }

  /** e'Ξ⁻¹e − (Δ'Ξ⁻¹e)'(Δ'Ξ⁻¹Δ)⁻¹(Δ'Ξ⁻¹e). */
  private static Optional<Double> quadratic(Cholesky xi, double[][] delta, double[] e) {
    int n = delta.length;
    double[][] solved = new double[n][];
    IntStream.range(0, n).parallel().forEach(a -> solved[a] = xi.solve(delta[a]));
    double[][] inner = new double[n][n];
    double[] v = new double[n];
    for (int a = 0; a < n; a++) {
      v[a] = dot(solved[a], e);
      for (int b = 0; b < n; b++) {
        inner[a][b] = dot(solved[a], delta[b]);
      }
    }
    return Cholesky.of(inner).map(f -> dot(xi.solve(e), e) - dot(f.solve(v), v));
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static LimitedInformation result(double c2, int df, int rows) {
    double per = (double) df * (rows - 1);
    DoubleUnaryOperator below = ncp -> Special.chiSquareNoncentral(c2, df, ncp);
    return new LimitedInformation(
        c2,
        df,
        Special.chiSquareUpper(c2, df),
        Math.sqrt(Math.max(0, c2 - df) / per),
        Math.sqrt(where(below, 0.95, c2) / per),
        Math.sqrt(where(below, 0.05, c2) / per),
        rows);
  }

  /** The non-centrality at which the decreasing function passes p; 0 where it begins below. */
  private static double where(DoubleUnaryOperator below, double p, double c2) {
    double low = 0;
    double high = 2 * c2 + 100;
    for (int i = 0; i < 60; i++) {
      double mid = (low + high) / 2;
      if (below.applyAsDouble(mid) > p) {
        low = mid;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
