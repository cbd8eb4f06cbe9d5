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
  private final FacetEm em;
  private final FacetState state;
  private final FacetData data;
  private final double[][] information;

  private FacetErrors(FacetEm em, FacetState state) {
    this.em = em;
    this.state = state;
    this.data = em.data;
    this.information = new double[state.size][state.size];
  }

  /** One error per parameter of the state, NaN where there is none. */
  static double[] of(FacetEm em, FacetState state) {
    double[] se = new double[state.size];
    Arrays.fill(se, Double.NaN);
    if (state.size <= LIMIT) {
      new FacetErrors(em, state).fill(se);
    }
    return se;
  }

  private void fill(double[] se) {
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
    int used = data.usedRaters();
    for (int a = 0; a < state.size; a++) {
      double v = shift(a);
      // The constraint's own direction v has variance 1/(scale · used²) here and none in truth.
      se[a] = Math.sqrt(inverse[a][a] - v * v / (scale * used * used));
    }
    for (int r = 0; r < data.raters(); r++) {
      if (data.extreme[r]) {
        se[state.severity + r] = Double.NaN;
      }
    }
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
    return a - state.offset[i] + 1;
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
    em.forEachCell(s, weights, leniency, (a, q, mass, p) -> answer(a, q, mass, p, score));
    subtractVariance(em.post[s], score);
  }

  /** Adds one answer's score and its complete information, both in (d_i1 …, s_r). */
  private void answer(int a, int q, double mass, double[] p, double[][] score) {
    int i = data.item[a];
    int steps = data.categories(i) - 1;
    int rater = state.severity + data.rater[a];
    double mean = 0;
    double square = 0;
    for (int k = 1; k <= steps; k++) {
      mean += k * p[k];
      square += k * k * p[k];
    }
    row(score, rater)[q] += mean - data.code[a];
    information[rater][rater] += mass * (square - mean * mean);
    for (int j = 1; j <= steps; j++) {
      int at = state.offset[i] + j - 1;
      row(score, at)[q] += (data.code[a] == j ? 1 : 0) - p[j];
      double cross = -mass * p[j] * (j - mean);
      information[at][rater] += cross;
      information[rater][at] += cross;
      for (int k = 1; k <= steps; k++) {
        information[at][state.offset[i] + k - 1] += mass * ((j == k ? p[j] : 0) - p[j] * p[k]);
      }
    }
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
