package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Standard errors of the axes' correlations: atanh ρ is moved a little to both sides and held there
 * while everything else settles again. What the penalised log-likelihood loses is minus half the
 * curvature of its profile (Murphy & van der Vaart 2000), in which the doubt about items and
 * variances is contained.
 */
final class CorrelationProfile {
  /** Move, in errors that the correlation would have were the axes themselves observed. */
  private static final double MOVE = 1.5;

  private final CalibrationLayout layout;
  private final CalibrationSearch top;
  private final ExpectationStep expectation;
  private final CalibrationStep step;

  /**
   * @param top the settled search
   * @param expectation a fresh one for the same subjects
   */
  CorrelationProfile(
      CalibrationLayout layout,
      CalibrationSearch top,
      ExpectationStep expectation,
      CalibrationStep step) {
    this.layout = layout;
    this.top = top;
    this.expectation = expectation;
    this.step = step;
  }

  /** Those that are estimated and whose profile has a top inside their bounds. */
  List<CorrelationEstimate> estimates() {
    int axes = layout.structure.axes();
    List<CorrelationEstimate> estimates = new ArrayList<>();
    for (int k = 0; k < layout.correlation.length; k++) {
      Estimate atanh = layout.correlation[k] < 0 ? null : atanh(layout.correlation[k]);
      if (atanh != null) {
        estimates.add(new CorrelationEstimate(k % axes, k / axes, atanh));
      }
    }
    return estimates;
  }

  private @Nullable Estimate atanh(int at) {
    double move = MOVE / Math.sqrt(top.statistics.subjects);
    if (Math.abs(top.x[at]) + move > CalibrationStep.LARGEST_ATANH) {
      return null;
    }
    CalibrationSearch below = held(at, -move);
    CalibrationSearch above = held(at, move);
    double curvature = (2 * top.objective - below.objective - above.objective) / (move * move);
    return below.converged && above.converged && curvature > 0
        ? new Estimate(top.x[at], 1 / Math.sqrt(curvature))
        : null;
  }

  private CalibrationSearch held(int at, double move) {
    double[] start = top.x.clone();
    start[at] += move;
    CalibrationSearch search = new CalibrationSearch(layout, expectation, step.holding(at), start);
    search.run();
    return search;
  }
}
