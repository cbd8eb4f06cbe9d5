package org.leadager.engine.facets;

import org.leadager.engine.kernel.Cholesky;

/**
 * EM for the many-facet partial credit model: posterior of every subject on a grid; then items,
 * then raters, each by one Newton step on the expected log-likelihood; then the subjects' variance.
 */
final class FacetEm {
  private static final double LONGEST = 1.0;
  final FacetData data;
  final double[] node;
  private final double[] expNode;
  final double[][] post;
  private int widest;

  FacetEm(FacetData data, int points, double range) {
    this.data = data;
    this.node = new double[points];
    this.expNode = new double[points];
    for (int q = 0; q < points; q++) {
      node[q] = -range + 2 * range * q / (points - 1);
      expNode[q] = Math.exp(node[q]);
    }
    this.post = new double[data.subjects()][points];
    for (int i = 0; i < data.items(); i++) {
      widest = Math.max(widest, data.categories(i));
    }
  }

  /** Fills the posteriors; returns the log-likelihood. */
  double expect(FacetState state) {
    double[][] weights = state.weights();
    double[] leniency = state.leniency();
    double[] prior = prior(state.sigma());
    double[] p = new double[widest];
    double logLik = 0;
    for (int s = 0; s < post.length; s++) {
      double[] f = post[s];
      System.arraycopy(prior, 0, f, 0, f.length);
      for (int a = data.start[s]; a < data.start[s + 1]; a++) {
        double[] w = weights[data.item[a]];
        for (int q = 0; q < f.length; q++) {
          FacetState.probabilities(w, expNode[q] * leniency[data.rater[a]], p);
          f[q] *= p[data.code[a]];
        }
        if (a % 8 == 0) {
          logLik += Math.log(normalise(f));
        }
      }
      logLik += Math.log(normalise(f));
    }
    return logLik;
  }

  private double[] prior(double sigma) {
    double[] prior = new double[node.length];
    for (int q = 0; q < prior.length; q++) {
      prior[q] = Math.exp(-node[q] * node[q] / (2 * sigma * sigma));
    }
    normalise(prior);
    return prior;
  }

  private static double normalise(double[] f) {
    double sum = 0;
    for (double v : f) {
      sum += v;
    }
    for (int q = 0; q < f.length; q++) {
      f[q] /= sum;
    }
    return sum;
  }

  /** One M-step from the posteriors at hand. */
  FacetState maximise(FacetState old) {
    FacetState state = old.with(old.x.clone());
    moveItems(state);
    moveRaters(state);
    state.centre();
    double square = 0;
    for (double[] f : post) {
      for (int q = 0; q < f.length; q++) {
        square += f[q] * node[q] * node[q];
      }
    }
    state.x[state.size - 1] = Math.log(Math.max(square / post.length, 1e-8)) / 2;
    return state;
  }

  private void moveItems(FacetState state) {
    double[][] g = new double[data.items()][];
    double[][][] h = new double[data.items()][][];
    for (int i = 0; i < g.length; i++) {
      g[i] = new double[data.categories(i) - 1];
      h[i] = new double[g[i].length][g[i].length];
    }
    forEachCell(
        state,
        (a, q, mass, p) -> {
          int i = data.item[a];
          for (int j = 0; j < g[i].length; j++) {
            g[i][j] += mass * ((data.code[a] == j + 1 ? 1 : 0) - p[j + 1]);
            for (int k = 0; k < g[i].length; k++) {
              h[i][j][k] += mass * ((j == k ? p[j + 1] : 0) - p[j + 1] * p[k + 1]);
            }
          }
        });
    for (int i = 0; i < g.length; i++) {
      // A ridge only shortens a step: steps end where the gradient is 0, whatever the ridge.
      double[] step = Cholesky.ridged(h[i]).solve(g[i]);
      for (int j = 0; j < step.length; j++) {
        state.x[state.offset[i] + j] += Math.clamp(step[j], -LONGEST, LONGEST);
      }
    }
  }

  private void moveRaters(FacetState state) {
    double[] g = new double[data.raters()];
    double[] h = new double[data.raters()];
    forEachCell(
        state,
        (a, q, mass, p) -> {
          double mean = 0;
          double square = 0;
          for (int k = 1; k < data.categories(data.item[a]); k++) {
            mean += k * p[k];
            square += k * k * p[k];
          }
          g[data.rater[a]] += mass * (mean - data.code[a]);
          h[data.rater[a]] += mass * (square - mean * mean);
        });
    for (int r = 0; r < g.length; r++) {
      if (h[r] > 0) {
        state.x[state.severity + r] += Math.clamp(g[r] / h[r], -LONGEST, LONGEST);
      }
    }
  }

  /** Work on one answer at one node that has posterior mass. */
  interface Cell {
    void at(int answer, int q, double mass, double[] p);
  }

  void forEachCell(FacetState state, Cell cell) {
    double[][] weights = state.weights();
    double[] leniency = state.leniency();
    for (int s = 0; s < post.length; s++) {
      forEachCell(s, weights, leniency, cell);
    }
  }

  /** The cells of one subject, with parameters as {@link FacetState} stores them. */
  void forEachCell(int s, double[][] weights, double[] leniency, Cell cell) {
    double[] p = new double[widest];
    for (int a = data.start[s]; a < data.start[s + 1]; a++) {
      for (int q = 0; q < node.length; q++) {
        if (post[s][q] > 1e-14) {
          double e = expNode[q] * leniency[data.rater[a]];
          FacetState.probabilities(weights[data.item[a]], e, p);
          cell.at(a, q, post[s][q], p);
        }
      }
    }
  }
}
