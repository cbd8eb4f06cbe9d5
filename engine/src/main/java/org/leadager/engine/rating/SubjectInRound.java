package org.leadager.engine.rating;

import java.util.Arrays;

/**
 * One subject's side of a joint posterior with shared severities. The subject's own unknowns are
 * eliminated; what is left of its answers speaks about the severities in its panel.
 */
final class SubjectInRound {
  /** The panel's severities among those of the component. */
  final int[] members;

  final Posterior posterior;
  private final Elimination elimination;
  private final State state;
  private final State step;
  private final State trial;
  private final int own;

  /** Cholesky factor of S_oo, the own unknowns' block of S. */
  private final double[] factor;

  /** S_to S_oo⁻¹, one row for each severity. */
  private final double[] link;

  /** C = S_tt − S_to S_oo⁻¹ S_ot: what the answers say about the severities, full. */
  final double[] information;

  /** The gradient that goes with C. */
  final double[] score;

  double logPosterior;

  /**
   * @param alone the top of the subject's posterior with the severities in the halo: from nearby,
   *     Newton's method seldom has to shorten a step, which would hold up all others
   */
  SubjectInRound(ModelTerms terms, Panel panel, int[] members, State alone) {
    this.members = members;
    posterior = new Posterior(terms, panel, new Layout(terms.structure, members.length));
    elimination = new Elimination(posterior);
    own = posterior.layout.own();
    state = posterior.start();
    state.startFrom(alone);
    step = posterior.start();
    trial = posterior.start();
    factor = new double[own * own];
    link = new double[members.length * own];
    information = new double[members.length * members.length];
    score = new double[members.length];
    logPosterior = posterior.evaluate(state);
  }

  /** Eliminates everything but the severities at the present state. */
  void reduce() {
    elimination.eliminate(state);
    int core = posterior.layout.size;
    double[] s = elimination.matrix;
    for (int i = 0; i < own; i++) {
      System.arraycopy(s, i * core, factor, i * own, own);
    }
    if (!Dense.cholesky(factor, own)) {
      // Not a number then stands in T, whose factorisation refuses it.
      Arrays.fill(information, Double.NaN);
      return;
    }
    double[] row = new double[own];
    for (int j = 0; j < members.length; j++) {
      System.arraycopy(s, (own + j) * core, row, 0, own);
      Dense.solve(factor, own, row);
      System.arraycopy(row, 0, link, j * own, own);
    }
    for (int j = 0; j < members.length; j++) {
      score[j] = elimination.rightSide[own + j] - along(j, elimination.rightSide, 0);
      for (int k = 0; k <= j; k++) {
        double c = s[(own + j) * core + own + k] - along(k, s, (own + j) * core);
        information[j * members.length + k] = c;
        information[k * members.length + j] = c;
      }
    }
  }

  /** Severity j's row of S_to S_oo⁻¹ times own unknowns. */
  private double along(int j, double[] values, int at) {
    double sum = 0;
    for (int i = 0; i < own; i++) {
      sum += link[j * own + i] * values[at + i];
    }
    return sum;
  }

  /** The subject's part of the Newton step, given that of all severities; its largest number. */
  double advance(double[] severityStep) {
    double[] core = step.core;
    Arrays.fill(core, 0);
    System.arraycopy(elimination.rightSide, 0, core, 0, own);
    double[] ownStep = Arrays.copyOf(core, own);
    Dense.solve(factor, own, ownStep);
    System.arraycopy(ownStep, 0, core, 0, own);
    for (int j = 0; j < members.length; j++) {
      core[own + j] = severityStep[members[j]];
      for (int i = 0; i < own; i++) {
        core[i] -= link[j * own + i] * core[own + j];
      }
    }
    elimination.substituteBack(step);
    return step.largest();
  }

  /** The log posterior a part of the step away, the severities' prior left out. */
  double look(double part) {
    trial.move(state, part, step);
    return posterior.evaluate(trial);
  }

  /** Goes where was looked last. */
  void go(double value) {
    logPosterior = value;
    state.move(trial, 0, step);
  }

  /** Takes the last, whole step. */
  void finish() {
    state.move(state, 1, step);
  }

  /**
   * The top as the subject alone would see it with what everybody else's answers say about its
   * severities as their prior.
   *
   * @param elsewhere precision of that prior, full
   */
  SubjectMode mode(double[] elsewhere, Outcome outcome, int iterations) {
    int core = posterior.layout.size;
    for (int j = 0; j < members.length; j++) {
      for (int k = 0; k <= j; k++) {
        elimination.matrix[(own + j) * core + own + k] += elsewhere[j * members.length + k];
      }
    }
    boolean definite = elimination.factor();
    return new SubjectMode(
        posterior, elimination, state, definite ? outcome : Outcome.NOT_CONVERGED, iterations);
  }

  /**
   * What is left of the items' pull when the own unknowns follow it: a row for each severity, a
   * number for each parameter, the common shift last.
   */
  double[] reduced(ItemPull pull) {
    int width = pull.width();
    double[] out = new double[members.length * width];
    double[] column = new double[posterior.layout.size];
    for (int c = 0; c < width; c++) {
      pull.copyColumn(c, column);
      for (int j = 0; j < members.length; j++) {
        out[j * width + c] = column[own + j] - along(j, column, 0);
      }
    }
    return out;
  }
}
