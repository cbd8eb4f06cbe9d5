package org.leadager.engine.facets;

import java.util.Arrays;

/**
 * Gradient and exact observed information of the marginal likelihood (Louis 1982): what complete
 * data would have, less the variance of their scores given the answers. The constraint Σ s = 0
 * comes in as scale · 11' over severities, which takes nothing from any other direction, as a
 * common severity changes no probability. Where subjects do not differ σ is no parameter.
 */
final class FacetInformation {
  /** The lower triangle. */
  final double[][] matrix;

  final double[] gradient;

  /** The weight of the constraint. */
  final double scale;

  private final FacetEm em;
  private final FacetState state;
  private final FacetData data;

  /** At a state whose posteriors are at hand. */
  FacetInformation(FacetEm em, FacetState state) {
    this.em = em;
    this.state = state;
    this.data = em.data;
    this.matrix = new double[state.size][];
    for (int a = 0; a < state.size; a++) {
      matrix[a] = new double[a + 1];
    }
    this.gradient = new double[state.size];
    complete();
    double[][] weights = state.weights();
    double[] leniency = state.leniency();
    for (int s = 0; s < data.subjects(); s++) {
      subject(s, weights, leniency);
    }
    if (em.flat(state)) {
      int last = state.size - 1;
      Arrays.fill(matrix[last], 0);
      matrix[last][last] = 1;
      gradient[last] = 0;
    }
    this.scale = constrain();
  }

  /** Gives left-out raters a unit diagonal, and the others their constraint. */
  private double constrain() {
    double most = 0;
    for (int a = 0; a < state.size; a++) {
      most = Math.max(most, matrix[a][a]);
    }
    for (int r = 0; r < data.raters(); r++) {
      int a = state.severity + r;
      if (data.extreme[r]) {
        matrix[a][a] = 1;
        continue;
      }
      for (int t = 0; t <= r; t++) {
        matrix[a][state.severity + t] += data.extreme[t] ? 0 : most;
      }
    }
    return most;
  }

  private void complete() {
    int widest = 0;
    for (int i = 0; i < data.items(); i++) {
      widest = Math.max(widest, data.categories(i));
    }
    double[] g = new double[widest];
    double[][] h = new double[widest][widest];
    em.groups.forEachCell(
        em,
        state,
        (i, r) -> {
          state.categories.addSlopes(g);
          state.categories.addInformation(h);
          for (int j = 0; j < data.categories(i); j++) {
            int at = place(i, r, j);
            gradient[at] += sign(j) * g[j];
            g[j] = 0;
            for (int k = 0; k < data.categories(i); k++) {
              int with = place(i, r, k);
              if (with <= at) {
                matrix[at][with] += sign(j) * sign(k) * h[j][k];
              }
              h[j][k] = 0;
            }
          }
        });
  }

  /** Where η (j = 0) or d_j stands among the parameters. */
  private int place(int i, int r, int j) {
    return j == 0 ? state.severity + r : state.offset[i] + j - 1;
  }

  /** η falls with severity. */
  private static int sign(int j) {
    return j == 0 ? -1 : 1;
  }

  private void subject(int s, double[][] weights, double[] leniency) {
    double[][] score = new double[state.size][];
    double sigma2 = state.sigma() * state.sigma();
    double[] bySigma = row(score, state.size - 1);
    for (int q = 0; q < bySigma.length; q++) {
      double square = em.node[q] * em.node[q] / sigma2;
      bySigma[q] = square - 1;
      gradient[state.size - 1] += em.post[s][q] * (square - 1);
      matrix[state.size - 1][state.size - 1] += em.post[s][q] * 2 * square;
    }
    for (int a = data.start[s]; a < data.start[s + 1]; a++) {
      answer(s, a, weights[data.item[a]], leniency[data.rater[a]], score);
    }
    subtractVariance(em.post[s], score);
  }

  /** Adds an answer's scores by node. */
  private void answer(int s, int a, double[] w, double leniency, double[][] score) {
    int i = data.item[a];
    double[] g = new double[data.categories(i)];
    double[] mass = new double[g.length];
    mass[data.code[a]] = 1;
    double[][] rows = new double[g.length][];
    for (int j = 0; j < g.length; j++) {
      rows[j] = row(score, place(i, data.rater[a], j));
    }
    for (int q = 0; q < em.node.length; q++) {
      if (em.post[s][q] > 1e-14) {
        Arrays.fill(g, 0);
        state.categories.at(w, em.expNode[q] * leniency, mass);
        state.categories.addSlopes(g);
        for (int j = 0; j < g.length; j++) {
          rows[j][q] += sign(j) * g[j];
        }
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
    double[][] weighted = new double[score.length][];
    int n = 0;
    for (int a = 0; a < score.length; a++) {
      if (score[a] != null) {
        double mean = 0;
        for (int q = 0; q < post.length; q++) {
          mean += post[q] * score[a][q];
        }
        weighted[n] = new double[post.length];
        for (int q = 0; q < post.length; q++) {
          score[a][q] -= mean;
          weighted[n][q] = post[q] * score[a][q];
        }
        touched[n++] = a;
      }
    }
    for (int x = 0; x < n; x++) {
      for (int y = 0; y <= x; y++) {
        double sum = 0;
        for (int q = 0; q < post.length; q++) {
          sum += weighted[x][q] * score[touched[y]][q];
        }
        matrix[touched[x]][touched[y]] -= sum;
      }
    }
  }
}
