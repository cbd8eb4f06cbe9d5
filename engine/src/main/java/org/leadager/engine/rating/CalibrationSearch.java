package org.leadager.engine.rating;

import static org.leadager.engine.rating.CalibrationStep.HIGHEST_LOG_SLOPE;
import static org.leadager.engine.rating.CalibrationStep.HIGHEST_LOG_VARIANCE;
import static org.leadager.engine.rating.CalibrationStep.LARGEST_ATANH;
import static org.leadager.engine.rating.CalibrationStep.LOWEST_LOG_SLOPE;
import static org.leadager.engine.rating.CalibrationStep.LOWEST_LOG_VARIANCE;

import org.jspecify.annotations.Nullable;

/**
 * Penalised EM, then Newton, both with Anderson's acceleration. An accelerated or a Newton point is
 * kept only when the penalised log-likelihood does not fall; otherwise the plain EM point is taken
 * and the memory emptied.
 */
final class CalibrationSearch {
  /** Stops when neither EM nor the accelerated step moves a number by more than this. */
  private static final double SETTLED = 5e-5;

  /** EM's residual is a fraction of what is left to go; Newton's is what is left. */
  private static final double RESIDUAL = 1e-5;

  /** Newton takes over where EM moves less, and with a fresh matrix after so many passes. */
  private static final double NEAR = .05;

  private static final int FRESH = 12;
  private static final int MAX_PASSES = 300;

  /** Passes in a row in which some subject's stand-ins do not come to rest: no use to go on. */
  private static final int MAX_RESTLESS = 10;

  private static final double LARGEST_LOG_GAP = 9;

  /** What stand-ins not quite at rest may cost, relative to the log-likelihood. */
  private static final double NOISE = 1e-8;

  private final CalibrationLayout layout;
  final ExpectationStep expectation;
  private final CalibrationStep step;
  private final CalibrationInformation information;
  private final AndersonMixing mixing = new AndersonMixing();
  double[] x;
  CalibrationStatistics statistics;
  boolean converged;

  /** Penalised log-likelihood at x. */
  double objective;

  private int restless;

  /** Newton's matrix, null while EM does the steps. */
  private @Nullable NewtonStep newton;

  private boolean near;
  private int nearPasses;

  /** Passes that went into Newton's matrices: more with every kind of items, and none a step. */
  private int matrixPasses;

  /**
   * @param near whether the start is close enough for Newton, as one that some of the subjects led
   *     to
   */
  CalibrationSearch(
      CalibrationLayout layout,
      ExpectationStep expectation,
      CalibrationStep step,
      CalibrationInformation information,
      double[] start,
      boolean near) {
    this.layout = layout;
    this.expectation = expectation;
    this.step = step;
    this.information = information;
    this.near = near;
    x = start;
    statistics = expectation.run(layout.terms(x));
    objective = objective(x, statistics);
  }

  private double objective(double[] at, CalibrationStatistics s) {
    return s.logLikelihood + step.logPrior(at);
  }

  /** Whether the search gave up because some subjects' stand-ins do not come to rest. */
  boolean restless() {
    return restless >= MAX_RESTLESS;
  }

  /** Goes by EM until it moves little, then by Newton. */
  void run() {
    while (!converged && !restless() && expectation.passes - matrixPasses < MAX_PASSES) {
      if (near && nearPasses++ % FRESH == 0) {
        int before = expectation.passes;
        newton = NewtonStep.of(layout, step, information.forSteps(x));
        matrixPasses += expectation.passes - before;
        mixing.forget();
      }
      double[] image = newton == null ? step.run(x, statistics) : newton.run(x, statistics);
      double residual = distance(image, x);
      double[] next = mixing.next(x, image);
      if (!admissible(next) || !accept(next)) {
        next = withoutMixing(image);
      }
      double limit = newton == null ? RESIDUAL : SETTLED;
      converged = residual < limit && distance(next, x) < SETTLED && statistics.unsettled == 0;
      restless = statistics.unsettled > 0 ? restless + 1 : 0;
      near |= residual < NEAR;
      x = next;
    }
  }

  /** The plain image; where Newton's lowers the objective, EM's, which cannot. */
  private double[] withoutMixing(double[] image) {
    mixing.forget();
    if (newton != null && admissible(image) && accept(image)) {
      return image;
    }
    double[] next = newton == null ? image : step.run(x, statistics);
    newton = null;
    statistics = expectation.run(layout.terms(next));
    objective = objective(next, statistics);
    return next;
  }

  private boolean accept(double[] next) {
    CalibrationStatistics s = expectation.run(layout.terms(next));
    double value = objective(next, s);
    if (!(value >= objective - NOISE * Math.abs(objective))) {
      return false;
    }
    statistics = s;
    objective = value;
    return true;
  }

  /** Within the bounds of every number, so that the model's functions stay finite. */
  private boolean admissible(double[] at) {
    for (int i = 0; i < layout.item.length; i++) {
      if (layout.item[i] >= 0 && !admissibleItem(at, i)) {
        return false;
      }
    }
    return within(at, layout.halo, LOWEST_LOG_VARIANCE, HIGHEST_LOG_VARIANCE)
        && within(at, layout.effect, LOWEST_LOG_VARIANCE, HIGHEST_LOG_VARIANCE)
        && within(at, layout.correlation, -LARGEST_ATANH, LARGEST_ATANH)
        && layout.correlationsFit(at);
  }

  private boolean admissibleItem(double[] at, int i) {
    int first = layout.item[i];
    boolean fine = within(at[first], LOWEST_LOG_SLOPE, HIGHEST_LOG_SLOPE);
    for (int k = 1; k < layout.steps(i); k++) {
      fine &= within(at[first + 1 + k], -LARGEST_LOG_GAP, LARGEST_LOG_GAP);
    }
    return fine;
  }

  private static boolean within(double[] at, int[] positions, double low, double high) {
    boolean fine = true;
    for (int p : positions) {
      fine &= p < 0 || within(at[p], low, high);
    }
    return fine;
  }

  private static boolean within(double value, double low, double high) {
    return value >= low && value <= high;
  }

  private static double distance(double[] a, double[] b) {
    double largest = 0;
    for (int k = 0; k < a.length; k++) {
      largest = Math.max(largest, Math.abs(a[k] - b[k]));
    }
    return largest;
  }
}
