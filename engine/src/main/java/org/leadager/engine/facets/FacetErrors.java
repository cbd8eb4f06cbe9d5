package org.leadager.engine.facets;

import java.util.Arrays;
import java.util.Optional;
import org.leadager.engine.kernel.Cholesky;

/**
 * Standard errors from the exact observed information (Louis 1982), under the constraint that
 * severities sum to zero. Beyond {@link #LIMIT} parameters no errors are given.
 */
final class FacetErrors {
  static final int LIMIT = 5000;

  /** By parameter of the state; NaN where there is none. */
  final double[] parameter;

  /** Of the mean threshold, by item; NaN where there is none. */
  final double[] difficulty;

  private final FacetState state;
  private final FacetData data;

  private FacetErrors(FacetState state) {
    this.state = state;
    this.data = state.data;
    this.parameter = new double[state.size];
    this.difficulty = new double[data.items()];
    Arrays.fill(parameter, Double.NaN);
    Arrays.fill(difficulty, Double.NaN);
  }

  /** Errors at a state whose posteriors are at hand. */
  static FacetErrors of(FacetEm em, FacetState state) {
    FacetErrors errors = new FacetErrors(state);
    if (state.size <= LIMIT) {
      errors.fill(new FacetInformation(em, state));
      if (em.flat(state)) {
        errors.parameter[state.size - 1] = Double.NaN;
      }
    }
    return errors;
  }

  private void fill(FacetInformation information) {
    Optional<Cholesky> factor = Cholesky.of(information.matrix);
    if (factor.isEmpty()) {
      return;
    }
    double[] diagonal = factor.get().inverseDiagonal();
    // The constraint's own direction v has variance 1/(scale · used²) here and none in truth.
    double none = 1 / (information.scale * data.usedRaters() * data.usedRaters());
    for (int a = 0; a < state.size; a++) {
      double v = shift(a);
      parameter[a] = Math.sqrt(diagonal[a] - v * v * none);
    }
    for (int r = 0; r < data.raters(); r++) {
      if (data.extreme[r]) {
        parameter[state.severity + r] = Double.NaN;
      }
    }
    for (int i = 0; i < difficulty.length; i++) {
      difficulty[i] = Math.sqrt(variance(i, factor.get(), none));
    }
  }

  /** c' V c, with the slopes c of the mean threshold by the item's intercepts. */
  private double variance(int i, Cholesky factor, double none) {
    int steps = data.categories(i) - 1;
    double[] c = new double[state.size];
    double along = 0;
    for (int k = 1; k <= steps; k++) {
      int a = state.offset[i] + k - 1;
      c[a] = state.categories.difficultySlope(k, steps);
      along += c[a] * shift(a);
    }
    double[] solved = factor.solve(c);
    double sum = -along * along * none;
    for (int a = state.offset[i]; a < state.offset[i] + steps; a++) {
      sum += c[a] * solved[a];
    }
    return sum;
  }

  /** How a parameter moves along the direction that changes no probability. */
  private double shift(int a) {
    if (a >= state.severity) {
      return a == state.size - 1 || data.extreme[a - state.severity] ? 0 : 1;
    }
    int i = 0;
    while (i + 1 < state.offset.length && a >= state.offset[i + 1]) {
      i++;
    }
    return state.categories.shift(a - state.offset[i] + 1);
  }
}
