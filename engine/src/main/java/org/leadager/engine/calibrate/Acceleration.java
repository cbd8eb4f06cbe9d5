package org.leadager.engine.calibrate;

import java.util.Optional;
import org.leadager.engine.kernel.Cholesky;

/**
 * EM accelerated by SQUAREM (Varadhan and Roland 2008) with a guard on the log-likelihood, finished
 * by Newton steps on the observed information.
 */
final class Acceleration {
  private static final double NEAR = 1e-3;
  private static final int NEWTON_LIMIT = 800;
  private final Layout layout;
  private final EStep eStep;
  private final MStep mStep;
  private final double tolerance;
  private final int limit;
  double[] x;
  Statistics stats;
  int eSteps;
  boolean converged;

  Acceleration(Layout layout, EStep eStep, double[] start, double tolerance, int limit) {
    this.layout = layout;
    this.eStep = eStep;
    this.mStep = new MStep(layout);
    this.tolerance = tolerance;
    this.limit = limit;
    this.x = start;
    this.stats = expect(start);
  }

  /** Whether the likelihood has its maximum at finite values, as far as the steps went. */
  boolean bounded() {
    return mStep.bounded();
  }

  private Statistics expect(double[] at) {
    eSteps++;
    return eStep.run(at);
  }

  void run() {
    boolean newton = layout.parameters <= NEWTON_LIMIT;
    while (!converged && mStep.bounded() && eSteps < limit) {
      double change = cycle();
      if (change < tolerance) {
        converged = mStep.bounded();
      } else if (newton && change < NEAR) {
        newton = polish();
      }
    }
  }

  /** Two EM steps and an extrapolation; returns the largest change of the last EM step. */
  private double cycle() {
    double[] x1 = mStep.run(x, stats);
    Statistics s1 = expect(x1);
    double[] x2 = mStep.run(x1, s1);
    double[] jump = extrapolate(x, x1, x2);
    if (layout.admissible(jump)) {
      Statistics s = expect(jump);
      if (s.logLik >= s1.logLik) {
        double change = largestDifference(x2, x1);
        x = jump;
        stats = s;
        return change;
      }
    }
    x = x2;
    stats = expect(x2);
    return largestDifference(x2, x1);
  }

  private static double[] extrapolate(double[] x0, double[] x1, double[] x2) {
    double rr = 0;
    double vv = 0;
    for (int i = 0; i < x0.length; i++) {
      double r = x1[i] - x0[i];
      double v = x2[i] - x1[i] - r;
      rr += r * r;
      vv += v * v;
    }
    double alpha = vv == 0 ? -1 : Math.min(-1, -Math.sqrt(rr / vv));
    double[] jump = new double[x0.length];
    for (int i = 0; i < x0.length; i++) {
      double r = x1[i] - x0[i];
      jump[i] = x0[i] - 2 * alpha * r + alpha * alpha * (x2[i] - x1[i] - r);
    }
    return jump;
  }

  /**
   * Newton until no parameter moves; false when the information does not allow it. This near the
   * maximum one information matrix serves four steps.
   */
  private boolean polish() {
    Optional<Cholesky> factor = Optional.empty();
    for (int step = 0; step < 12; step++) {
      if (step % 4 == 0) {
        factor = Cholesky.of(new ObservedInformation(layout, eStep, x, stats).information);
      }
      if (factor.isEmpty()) {
        return false;
      }
      double[] d = factor.get().solve(ObservedInformation.score(layout, x, stats));
      double[] next = x.clone();
      for (int i = 0; i < next.length; i++) {
        next[i] += d[i];
      }
      double change = largestDifference(next, x);
      if (change > 0.5 || !layout.admissible(next)) {
        return false;
      }
      Statistics s = expect(next);
      if (s.logLik < stats.logLik - 1e-9 * Math.abs(stats.logLik)) {
        return false;
      }
      x = next;
      stats = s;
      if (change < tolerance) {
        converged = true;
        return true;
      }
    }
    return false;
  }

  private static double largestDifference(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
