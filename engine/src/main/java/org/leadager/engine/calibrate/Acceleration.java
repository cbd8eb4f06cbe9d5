package org.leadager.engine.calibrate;

import java.util.Optional;
import org.leadager.engine.kernel.Cholesky;
import org.leadager.engine.kernel.Squarem;

/**
 * EM accelerated by SQUAREM (Varadhan and Roland 2008) with a guard on what is maximised, finished
 * by Newton steps on the observed information. That information may come from a sample of the rows:
 * it only steers, the score that must vanish is everybody's.
 */
final class Acceleration {
  private static final int NEWTON_LIMIT = 1500;
  private static final int NEWTON_STEPS = 16;
  private static final double CONTRACTION = 0.3;
  private final Layout layout;
  private final EStep eStep;
  private final EStep sample;
  private final MStep mStep;
  private final double tolerance;
  private final int limit;
  private double near = 0.02;
  private Optional<Cholesky> steering = Optional.empty();
  double[] x;
  Statistics stats;
  int eSteps;
  boolean converged;

  /**
   * @param eStep everybody
   * @param sample rows to take the information from: some evenly taken, or everybody
   */
  Acceleration(
      Layout layout, EStep eStep, EStep sample, double[] start, double tolerance, int limit) {
    this.layout = layout;
    this.eStep = eStep;
    this.sample = sample;
    this.mStep = new MStep(layout, eStep.parallel());
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

  /** From a start close to the maximum, with the information found on the way there, if any. */
  void finish(Optional<Cholesky> information) {
    steering = information;
    if (!polish()) {
      run();
    }
  }

  /** The information that steered last, of the sample's rows. */
  Optional<Cholesky> steering() {
    return steering;
  }

  void run() {
    double change = Double.POSITIVE_INFINITY;
    while (!converged && mStep.bounded() && eSteps < limit) {
      if (layout.parameters <= NEWTON_LIMIT && change < near && !polish()) {
        near /= 10;
      }
      if (!converged) {
        change = cycle();
        converged = change < tolerance && mStep.bounded();
      }
    }
  }

  /** Two EM steps and an extrapolation; returns the largest change of the last EM step. */
  private double cycle() {
    double[] x1 = mStep.run(x, stats);
    Statistics s1 = expect(x1);
    double[] x2 = mStep.run(x1, s1);
    double[] jump = Squarem.extrapolate(x, x1, x2);
    if (layout.admissible(jump)) {
      Statistics s = expect(jump);
      if (s.objective >= s1.objective) {
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

  /**
   * Newton until no parameter moves; false when the information does not allow it. One information
   * matrix serves as long as every step is much smaller than the one before.
   */
  private boolean polish() {
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      if (steering.isEmpty()) {
        steering = information();
        before = Double.POSITIVE_INFINITY;
      }
      if (steering.isEmpty()) {
        return false;
      }
      double[] next = newton(steering.get());
      double change = largestDifference(next, x);
      if (!(change < 0.5) || !layout.admissible(next)) {
        steering = Optional.empty();
        return false;
      }
      Statistics s = expect(next);
      if (s.objective < stats.objective - 1e-9 * Math.abs(stats.objective)) {
        steering = Optional.empty();
        return false;
      }
      x = next;
      stats = s;
      if (change < tolerance) {
        converged = true;
        return true;
      }
      if (change > CONTRACTION * before) {
        steering = Optional.empty();
      }
      before = change;
    }
    return false;
  }

  private Optional<Cholesky> information() {
    Statistics s = sample == eStep ? stats : sample.run(x);
    return ObservedInformation.of(layout, sample, x, s);
  }

  /** x + A (N/n · A'IA)⁻¹ A'score, I being that of n of the N rows. */
  private double[] newton(Cholesky information) {
    double[] score = ObservedInformation.score(layout, x, stats, eStep.parallel());
    double[] step = information.solve(layout.restriction.reduce(score));
    double[] next = layout.restriction.expand(step);
    double share = sample.rows() / (double) eStep.rows();
    for (int i = 0; i < next.length; i++) {
      next[i] = x[i] + share * next[i];
    }
    return next;
  }

  private static double largestDifference(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
