package org.leadager.engine.calibrate;

import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.Cholesky;

/**
 * log Σ_q w_q Π_i P_i(y_i | θ_q) and expected counts, row by row and node by node, in logarithms.
 */
final class PlainEStep {
  private final Layout layout;
  private final double[][] logs;
  final double[] counts;
  final double[][] mass;
  double logLik;

  PlainEStep(Layout layout, ItemResponses y, double[] x) {
    this.layout = layout;
    this.counts = new double[layout.table[layout.items()]];
    this.mass = new double[layout.groups.length][layout.joint.size];
    this.logs = logs(x);
    double[][] prior = new double[layout.groups.length][];
    for (int g = 0; g < prior.length; g++) {
      prior[g] = prior(layout.groups[g].mean(x), layout.groups[g].covariance(x));
    }
    for (int r = 0; r < y.rows(); r++) {
      add(y, r, prior[layout.comparison.group(r)], mass[layout.comparison.group(r)]);
    }
  }

  /** exp(−½ (θ − μ)'Σ⁻¹(θ − μ)) by node of the grid, normed. */
  private double[] prior(double[] mean, double[][] sigma) {
    double[][] w = Cholesky.of(sigma).orElseThrow().inverse();
    double[] prior = new double[layout.joint.size];
    double sum = 0;
    for (int q = 0; q < prior.length; q++) {
      double square = 0;
      for (int a = 0; a < mean.length; a++) {
        for (int b = 0; b < mean.length; b++) {
          double off = layout.joint.theta[a][q] - mean[a];
          square += off * w[a][b] * (layout.joint.theta[b][q] - mean[b]);
        }
      }
      prior[q] = layout.joint.inside(q, layout.grid.points()) ? Math.exp(-square / 2) : 0;
      sum += prior[q];
    }
    for (int q = 0; q < prior.length; q++) {
      prior[q] /= sum;
    }
    return prior;
  }

  private double[][] logs(double[] x) {
    double[][] logs = new double[layout.items()][];
    for (int i = 0; i < logs.length; i++) {
      double[] eta = layout.eta(x, i);
      double[] p = new double[layout.categories[i]];
      logs[i] = new double[p.length * eta.length];
      for (int q = 0; q < eta.length; q++) {
        layout.model.probabilities(eta[q], layout.intercepts(x, i), p);
        for (int k = 0; k < p.length; k++) {
          logs[i][k * eta.length + q] = Math.log(p[k]);
        }
      }
    }
    return logs;
  }

  private int below(int item, int q) {
    int stride = layout.joint.stride;
    return layout.nodes(item).at(new int[] {q % stride, q / stride % stride, q / stride / stride});
  }

  private void add(ItemResponses y, int r, double[] prior, double[] mass) {
    double[] post = new double[prior.length];
    double sum = 0;
    for (int q = 0; q < post.length; q++) {
      double log = Math.log(prior[q]);
      for (int i = 0; i < logs.length; i++) {
        int code = y.code(r, i);
        log += code < 0 ? 0 : logs[i][code * layout.nodes(i).size + below(i, q)];
      }
      post[q] = Math.exp(log);
      sum += post[q];
    }
    logLik += Math.log(sum);
    for (int q = 0; q < post.length; q++) {
      mass[q] += post[q] / sum;
      for (int i = 0; i < logs.length; i++) {
        int code = y.code(r, i);
        if (code >= 0 && post[q] > 0) {
          counts[layout.table[i] + code * layout.nodes(i).size + below(i, q)] += post[q] / sum;
        }
      }
    }
  }
}
