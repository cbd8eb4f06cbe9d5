package org.leadager.engine.rating;

/** The top of one subject's log posterior, found by Newton's method with step-halving. */
final class PosteriorMode {
  static final int MAX_STEPS = 100;
  static final int MAX_HALVINGS = 40;

  /** Newton converges quadratically, so a last step this small leaves an error far below it. */
  static final double LAST_STEP = 1e-8;

  /** Rounding of a sum of some hundred log probabilities. */
  static final double ROUNDING = 1e-12;

  final Posterior posterior;
  final Elimination elimination;
  final State state;
  private Outcome outcome = Outcome.NOT_CONVERGED;
  private int iterations;
  private double logPosterior;

  PosteriorMode(Posterior posterior, State start) {
    this.posterior = posterior;
    elimination = new Elimination(posterior);
    state = start;
    search();
  }

  static PosteriorMode find(ModelTerms terms, Panel panel) {
    Posterior posterior = new Posterior(terms, panel, new Layout(terms.structure, 0));
    return new PosteriorMode(posterior, posterior.start());
  }

  SubjectMode found() {
    return new SubjectMode(posterior, elimination, state, outcome, iterations);
  }

  /** Laplace's approximation of ln ∫ posterior, up to the priors' constants. */
  double logMarginal() {
    return logPosterior - elimination.logDeterminant() / 2;
  }

  private void search() {
    State step = blank();
    State trial = blank();
    logPosterior = posterior.evaluate(state);
    while (iterations < MAX_STEPS) {
      elimination.eliminate(state);
      if (!elimination.factor()) {
        return;
      }
      elimination.step(step);
      iterations++;
      if (step.largest() < LAST_STEP) {
        state.move(state, 1, step);
        outcome = Outcome.CONVERGED;
        return;
      }
      if (!climb(step, trial)) {
        return;
      }
    }
  }

  /** Moves along the step, halved until the posterior does not fall; false when it always does. */
  private boolean climb(State step, State trial) {
    double t = 1;
    for (int halving = 0; halving < MAX_HALVINGS; halving++) {
      trial.move(state, t, step);
      double value = posterior.evaluate(trial);
      if (value >= logPosterior - ROUNDING * Math.abs(logPosterior)) {
        logPosterior = value;
        state.move(trial, 0, step);
        return true;
      }
      t /= 2;
    }
    return false;
  }

  private State blank() {
    Panel panel = posterior.panel;
    return new State(posterior.layout.size, panel.raters, panel.blocks);
  }
}
