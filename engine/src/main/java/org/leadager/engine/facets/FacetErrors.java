package org.leadager.engine.facets;

import java.util.Arrays;
import java.util.Optional;
import org.leadager.engine.kernel.Cholesky;

/**
 * Standard errors from the exact observed information (Louis 1982), under the constraint that
 * severities sum to zero. Beyond {@link #LIMIT} parameters no errors are given.
 */
final class FacetErrors {
  static final int LIMIT = 600;

  /** By parameter of the state; NaN where there is none. */
  final double[] parameter;

  /** Of the mean threshold, by item; NaN where there is none. */
  final double[] difficulty;

  private final FacetEm em;
  private final FacetState state;
  private final FacetData data;
  private final double[][] information;

  private FacetErrors(FacetEm em, FacetState state) {
    this.em = em;
    this.state = state;
    this.data = em.data;
    this.parameter = new double[state.size];
    this.difficulty = new double[data.items()];
    Arrays.fill(parameter, Double.NaN);
    Arrays.fill(difficulty, Double.NaN);
    int size = state.size <= LIMIT ? state.size : 0;
    this.information = new double[size][size];
  }

  /** Errors at a state whose posteriors are at hand. */
  static FacetErrors of(FacetEm em, FacetState state) {
    FacetErrors errors = new FacetErrors(em, state);
    if (errors.information.length > 0) {
      errors.fill();
    }
    return errors;
  }

  private void fill() {
    double[][] weights = state.weights();
    double[] leniency = state.leniency();
    for (int s = 0; s < data.subjects(); s++) {
      subject(s, weights, leniency);
    }
    double scale = 0;
    for (int a = 0; a < state.size; a++) {
      scale = Math.max(scale, information[a][a]);
    }
    constrain(scale);
    Optional<Cholesky> factor = Cholesky.of(information);
    if (factor.isEmpty()) {
      return;
    }
    double[][] inverse = factor.get().inverse();
    // The constraint's own direction v has variance 1/(scale · used²) here and none in truth.
    double none = 1 / (scale * data.usedRaters() * data.usedRaters());
    for (int a = 0; a < state.size; a++) {
      double v = shift(a);
      parameter[a] = Math.sqrt(inverse[a][a] - v * v * none);
    }
    for (int r = 0; r < data.raters(); r++) {
      if (data.extreme[r]) {
        parameter[state.severity + r] = Double.NaN;
      }
    }
    for (int i = 0; i < difficulty.length; i++) {
      difficulty[i] = Math.sqrt(variance(i, inverse, none));
    }
  }

  private double variance(int i, double[][] inverse, double none) {
    int steps = data.categories(i) - 1;
    double sum = 0;
    for (int j = 1; j <= steps; j++) {
      int a = state.offset[i] + j - 1;
      for (int k = 1; k <= steps; k++) {
        int b = state.offset[i] + k - 1;
        double covariance = inverse[a][b] - shift(a) * shift(b) * none;
        sum +=
            covariance
                * state.categories.difficultySlope(j, steps)
                * state.categories.difficultySlope(k, steps);
      }
    }
    return sum;
  }

  /** Adds scale · 11' over severities; gives left-out raters a unit diagonal. */
  private void constrain(double scale) {
    for (int r = 0; r < data.raters(); r++) {
      int a = state.severity + r;
      if (data.extreme[r]) {
        information[a][a] = 1;
        continue;
      }
      for (int t = 0; t < data.raters(); t++) {
        information[a][state.severity + t] += data.extreme[t] ? 0 : scale;
      }
    }
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

  private void subject(int s, double[][] weights, double[] leniency) {
    int points = em.node.length;
    double[][] score = new double[state.size][];
    double sigma2 = state.sigma() * state.sigma();
    double[] last = new double[points];
    for (int q = 0; q < points; q++) {
      last[q] = em.node[q] * em.node[q] / sigma2 - 1;
      information[state.size - 1][state.size - 1] +=
          em.post[s][q] * 2 * em.node[q] * em.node[q] / sigma2;
    }
    score[state.size - 1] = last;
    for (int a = data.start[s]; a < data.start[s + 1]; a++) {
      answer(s, a, weights[data.item[a]], leniency[data.rater[a]], score);
    }
    subtractVariance(em.post[s], score);
  }

  /** Adds an answer's scores by node, and its expected information to that of complete data. */
  private void answer(int s, int a, double[] w, double e, double[][] score) {
    int i = data.item[a];
    double[] g = new double[data.categories(i)];
    double[][] h = new double[g.length][g.length];
    int[] place = new int[g.length];
    double[][] rows = new double[g.length][];
    for (int j = 0; j < g.length; j++) {
      place[j] = j == 0 ? state.severity + data.rater[a] : state.offset[i] + j - 1;
      rows[j] = row(score, place[j]);
    }
    em.forEachNode(
        s,
        state.categories,
        w,
        e,
        a,
        (answer, q, mass) -> {
          Arrays.fill(g, 0);
          state.categories.addSlopes(1, g);
          state.categories.addInformation(mass, h);
          for (int j = 0; j < g.length; j++) {
            rows[j][q] += sign(j) * g[j];
          }
        });
    for (int j = 0; j < g.length; j++) {
      for (int k = 0; k < g.length; k++) {
        information[place[j]][place[k]] += sign(j) * sign(k) * h[j][k];
      }
    }
  }

  /** η falls with severity. */
  private static int sign(int j) {
    return j == 0 ? -1 : 1;
  }

  private double[] row(double[][] score, int at) {
    if (score[at] == null) {
      score[at] = new double[em.node.length];
    }
    return score[at];
  }

  private void subtractVariance(double[] post, double[][] score) {
    int[] touched = new int[score.length];
    int n = 0;
    for (int a = 0; a < score.length; a++) {
      if (score[a] != null) {
        touched[n++] = a;
        double mean = 0;
        for (int q = 0; q < post.length; q++) {
          mean += post[q] * score[a][q];
        }
        for (int q = 0; q < post.length; q++) {
          score[a][q] -= mean;
        }
      }
    }
    for (int x = 0; x < n; x++) {
      for (int y = 0; y < n; y++) {
        double sum = 0;
        for (int q = 0; q < post.length; q++) {
          sum += post[q] * score[touched[x]][q] * score[touched[y]][q];
        }
        information[touched[x]][touched[y]] -= sum;
      }
    }
  }
}
