package org.leadager.engine.facets;

import java.util.Arrays;
import org.leadager.engine.kernel.Cholesky;

/**
 * EM for many-facet models: posterior of every subject on a grid; then items, then raters, each by
 * one Newton step on the expected log-likelihood; then the subjects' variance.
 */
final class FacetEm {
  private static final double LONGEST = 1.0;
  private static final double SHORTEST = 1e-6;

  /** Eight answers likelier than this have lost no node to the limits of a double. */
  private static final double UNLIKELY = 1e-100;

  final FacetData data;
  final double[] node;
  final double[] expNode;
  final double[][] post;
  final FacetGroups groups;

  FacetEm(FacetData data, int points, double range) {
    this.data = data;
    this.groups = new FacetGroups(data);
    this.node = new double[points];
    this.expNode = new double[points];
    for (int q = 0; q < points; q++) {
      node[q] = -range + 2 * range * q / (points - 1);
      expNode[q] = Math.exp(node[q]);
    }
    this.post = new double[data.subjects()][points];
  }

  double spacing() {
    return node[1] - node[0];
  }

  double reach() {
    return node[node.length - 1];
  }

  /** Whether the subjects' distribution is too narrow for this grid to show: then σ counts as 0. */
  boolean flat(FacetState state) {
    return state.sigma() < spacing() / 2;
  }

  /** Posterior mean and deviation of subject s. */
  double[] moments(int s) {
    double mean = 0;
    double square = 0;
    for (int q = 0; q < node.length; q++) {
      mean += post[s][q] * node[q];
      square += post[s][q] * node[q] * node[q];
    }
    return new double[] {mean, Math.sqrt(Math.max(0, square - mean * mean))};
  }

  /** Fills the posteriors; returns the log-likelihood. */
  double expect(FacetState state) {
    double[][] weights = state.weights();
    double[] leniency = state.leniency();
    double[] prior = prior(state);
    double logLik = 0;
    for (int s = 0; s < post.length; s++) {
      System.arraycopy(prior, 0, post[s], 0, prior.length);
      double one = byProducts(s, state.categories, weights, leniency);
      if (one == Double.NEGATIVE_INFINITY) {
        System.arraycopy(prior, 0, post[s], 0, prior.length);
        one = byLogarithms(s, state.categories, weights, leniency);
      }
      logLik += one;
    }
    return logLik;
  }

  /** Turns the prior into subject s's posterior; −∞ where products may have lost something. */
  private double byProducts(int s, Categories categories, double[][] weights, double[] leniency) {
    double[] f = post[s];
    double logLik = 0;
    for (int a = data.start[s]; a < data.start[s + 1]; a++) {
      double[] w = weights[data.item[a]];
      double e = leniency[data.rater[a]];
      int code = data.code[a];
      for (int q = 0; q < f.length; q++) {
        f[q] *= categories.chance(w, expNode[q] * e, code);
      }
      if (a % 8 == 0) {
        double sum = normalise(f);
        if (sum < UNLIKELY) {
          return Double.NEGATIVE_INFINITY;
        }
        logLik += Math.log(sum);
      }
    }
    double sum = normalise(f);
    return sum < UNLIKELY ? Double.NEGATIVE_INFINITY : logLik + Math.log(sum);
  }

  private double byLogarithms(int s, Categories categories, double[][] weights, double[] leniency) {
    double[] f = post[s];
    double most = Double.NEGATIVE_INFINITY;
    for (int q = 0; q < f.length; q++) {
      f[q] = Math.log(f[q]);
      for (int a = data.start[s]; a < data.start[s + 1]; a++) {
        double e = expNode[q] * leniency[data.rater[a]];
        f[q] += categories.logChance(weights[data.item[a]], e, data.code[a]);
      }
      most = Math.max(most, f[q]);
    }
    for (int q = 0; q < f.length; q++) {
      f[q] = Math.exp(f[q] - most);
    }
    return most + Math.log(normalise(f));
  }

  /**
   * Densities times spacing: not normed, as then log L would not be largest where σ² is the mean
   * square; where log L hardly depends on σ, EM and Newton would pull against each other.
   */
  private double[] prior(FacetState state) {
    double[] prior = new double[node.length];
    if (flat(state)) {
      prior[node.length / 2] = 1;
      return prior;
    }
    double sigma = state.sigma();
    for (int q = 0; q < prior.length; q++) {
      double z = node[q] / sigma;
      prior[q] = Math.exp(-z * z / 2) * spacing() / (sigma * Math.sqrt(2 * Math.PI));
    }
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
    if (!flat(old)) {
      double square = 0;
      for (double[] f : post) {
        for (int q = 0; q < f.length; q++) {
          square += f[q] * node[q] * node[q];
        }
      }
      double variance = square / post.length;
      state.x[state.size - 1] = Math.log(Math.max(variance, 1e-8)) / 2;
    }
    return state;
  }

  private void moveItems(FacetState state) {
    double[][] g = new double[data.items()][];
    double[][][] h = new double[data.items()][][];
    for (int i = 0; i < g.length; i++) {
      g[i] = new double[data.categories(i)];
      h[i] = new double[g[i].length][g[i].length];
    }
    Categories categories = state.categories;
    groups.forEachCell(
        this,
        state,
        (i, r) -> {
          categories.addSlopes(g[i]);
          categories.addInformation(h[i]);
        });
    for (int i = 0; i < g.length; i++) {
      // A ridge only shortens a step: steps end where the gradient is 0, whatever the ridge.
      double[] step = Cholesky.ridged(withoutFirst(h[i])).solve(withoutFirst(g[i]));
      moveItem(state, i, step);
    }
  }

  /** The step itself, or as much of it as leaves every category a chance. */
  private static void moveItem(FacetState state, int i, double[] step) {
    double[] old = state.intercepts(i);
    double[] d = new double[step.length];
    double share = 1;
    do {
      for (int j = 0; j < d.length; j++) {
        d[j] = old[j] + share * Math.clamp(step[j], -LONGEST, LONGEST);
      }
      share /= 2;
    } while (!state.categories.valid(d) && share > SHORTEST);
    if (state.categories.valid(d)) {
      System.arraycopy(d, 0, state.x, state.offset[i], d.length);
    }
  }

  private static double[] withoutFirst(double[] g) {
    return Arrays.copyOfRange(g, 1, g.length);
  }

  private static double[][] withoutFirst(double[][] h) {
    double[][] rest = new double[h.length - 1][];
    for (int j = 0; j < rest.length; j++) {
      rest[j] = withoutFirst(h[j + 1]);
    }
    return rest;
  }

  private void moveRaters(FacetState state) {
    double[] g = new double[data.raters()];
    double[] h = new double[data.raters()];
    Categories categories = state.categories;
    groups.forEachCell(
        this,
        state,
        (i, r) -> {
          g[r] -= categories.slope();
          h[r] += categories.weight();
        });
    for (int r = 0; r < g.length; r++) {
      if (h[r] > 0) {
        state.x[state.severity + r] += Math.clamp(g[r] / h[r], -LONGEST, LONGEST);
      }
    }
  }
}
