package org.leadager.engine.facets;

import java.util.Optional;
import org.leadager.engine.kernel.Cholesky;
import org.leadager.engine.kernel.Squarem;

/**
 * The way to the maximum on one grid: EM in leaps (SQUAREM, Varadhan and Roland 2008), each no
 * worse than a step; where it crawls, as with many categories, Newton steps with the exact observed
 * information, each no worse than where it starts.
 */
final class FacetSearch {
  private static final int LIMIT = 2000;
  private static final double TOLERANCE = 1e-7;

  /** Leaps before Newton's first try; twice as many after each that failed. */
  private static final int PATIENCE = 20;

  private static final int NEWTON_STEPS = 20;
  private static final int NEWTON_LIMIT = 600;
  FacetState state;
  double logLik;
  boolean converged;
  private int passes;

  FacetSearch(FacetState start) {
    this.state = start;
  }

  int passes() {
    return passes;
  }

  /**
   * Leaves the posteriors of the state it ends at in {@code em}. A σ too small for the grid is 0
   * from then on (EM would creep there for ever): log L and all other parameters are those of 0.
   */
  void run(FacetEm em, double bound) {
    converged = false;
    logLik = expect(em, state);
    climb(em, bound, false);
    if (em.flat(state)) {
      converged = false;
      climb(em, bound, true);
    }
  }

  private void climb(FacetEm em, double bound, boolean flat) {
    int next = state.size <= NEWTON_LIMIT ? PATIENCE : Integer.MAX_VALUE;
    for (int leap = 1; !settled(em, bound, flat) && passes < LIMIT; leap++) {
      converged = leap(em) < TOLERANCE;
      if (!converged && leap == next) {
        newton(em);
        next *= 2;
      }
    }
  }

  private boolean settled(FacetEm em, double bound, boolean flat) {
    return converged || adrift(bound) || em.flat(state) != flat;
  }

  boolean adrift(double bound) {
    for (int r = 0; r < state.data.raters(); r++) {
      if (!(Math.abs(state.x[state.severity + r]) < bound)) {
        return true;
      }
    }
    return !Double.isFinite(logLik);
  }

  private double expect(FacetEm em, FacetState at) {
    passes++;
    return em.expect(at);
  }

  /** How far the second of two steps went, before the leap they point to. */
  private double leap(FacetEm em) {
    FacetState one = em.maximise(state);
    double first = expect(em, one);
    FacetState two = em.maximise(one);
    FacetState jump = two.with(Squarem.extrapolate(state.x, one.x, two.x));
    jump.centre();
    double value = jump.valid() ? expect(em, jump) : Double.NaN;
    if (Double.isFinite(value) && value >= first) {
      state = jump;
      logLik = value;
    } else {
      state = two;
      logLik = expect(em, two);
    }
    return largest(one.x, two.x);
  }

  private void newton(FacetEm em) {
    for (int n = 0; n < NEWTON_STEPS && passes < LIMIT; n++) {
      FacetInformation information = new FacetInformation(em, state);
      Optional<Cholesky> factor = Cholesky.of(information.matrix);
      if (factor.isEmpty()) {
        return;
      }
      double[] step = factor.get().solve(information.gradient);
      if (!improved(em, step)) {
        logLik = expect(em, state);
        return;
      }
      if (largest(step, new double[step.length]) < TOLERANCE) {
        converged = true;
        return;
      }
    }
  }

  /** Takes the step, or a half, a quarter … of it, if that is no worse than standing still. */
  private boolean improved(FacetEm em, double[] step) {
    // What rounding leaves of a sum over all subjects.
    double least = logLik - 1e-12 * Math.abs(logLik);
    for (double share = 1; share > 0.01; share /= 2) {
      double[] x = state.x.clone();
      for (int a = 0; a < x.length; a++) {
        x[a] += share * step[a];
      }
      FacetState next = state.with(x);
      next.centre();
      double value = next.valid() ? expect(em, next) : Double.NaN;
      if (value >= least) {
        state = next;
        logLik = value;
        return true;
      }
    }
    return false;
  }

  private static double largest(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
