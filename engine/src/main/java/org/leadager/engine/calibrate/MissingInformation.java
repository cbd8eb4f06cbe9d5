package org.leadager.engine.calibrate;

import java.util.Arrays;
import org.leadager.engine.kernel.OuterProducts;

/**
 * What not knowing θ takes from the information: Σ_rows Var(score | answers). Nodes with less than
 * 1e-10 of a row's posterior are left out, and so are parameters on which the row's answers do not
 * depend (items not answered; in the graded model the intercepts of other categories; other groups'
 * means and covariances).
 */
final class MissingInformation {
  private static final double NEGLIGIBLE = 1e-10;
  private final Layout layout;
  private final EStep eStep;
  private final ItemTables tables;
  private final double[][] scores;
  private final boolean[][] matters;

  MissingInformation(Layout layout, EStep eStep, double[] x, Statistics stats) {
    this.layout = layout;
    this.eStep = eStep;
    this.tables = eStep.tables(x);
    this.scores = new double[layout.parameters][];
    this.matters = new boolean[layout.latent][];
    for (int i = 0; i < layout.items(); i++) {
      double[][] item = new ItemDerivatives(layout, i, stats).scores(x);
      for (int a = 0; a < item.length; a++) {
        scores[layout.offset[i] + a] = item[a];
        matters[layout.offset[i] + a] = depends(item[a], layout.nodes(i).size);
      }
    }
    for (LatentBlock group : layout.groups) {
      LatentDensity density = group.density(x).orElseThrow();
      for (int e = 0; e < group.size(); e++) {
        double[] score = new double[layout.joint.size];
        for (int q = 0; q < score.length; q++) {
          score[q] = density.score(group, e, density.precisionTimes(layout.joint, q));
        }
        scores[group.at + e] = score;
      }
    }
  }

  private static boolean[] depends(double[] scores, int nodes) {
    boolean[] depends = new boolean[scores.length / nodes];
    for (int at = 0; at < scores.length; at++) {
      depends[at / nodes] |= scores[at] != 0;
    }
    return depends;
  }

  /** The sum over all rows, lower triangle. */
  double[][] sum() {
    int n = layout.parameters;
    int stripes = eStep.stripes((long) n * n + layout.joint.size);
    double[][][] parts = new double[stripes][][];
    eStep.each(stripes).forEach(s -> parts[s] = new Part().run(s, stripes));
    for (int s = 1; s < stripes; s++) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b <= a; b++) {
          parts[0][a][b] += parts[s][a][b];
        }
      }
    }
    return parts[0];
  }

  /** One stripe's rows. */
  private final class Part {
    private final double[][] sum = new double[layout.parameters][];
    private final RowPosterior posterior = new RowPosterior(layout, tables);
    private final int[] answers = new int[layout.items()];
    private final int[] local = new int[layout.parameters];
    private final double[] line = new double[layout.parameters];
    private double[][] z = new double[0][];
    private double[] root = new double[64];
    private final int[][] below = new int[layout.sets.size() + 1][64];
    private int active;

    double[][] run(int stripe, int stripes) {
      for (int a = 0; a < sum.length; a++) {
        sum[a] = new double[a + 1];
      }
      int last = eStep.from(stripe + 1, stripes);
      for (int r = eStep.from(stripe, stripes); r < last; r++) {
        eStep.posterior(r, posterior);
        findActive();
        eStep.answers(r, answers);
        int n = centredScores(layout.groups[eStep.group(r)]);
        OuterProducts.add(sum, z, active, local, n, line);
      }
      return sum;
    }

    private void findActive() {
      active = 0;
      int[] place = new int[3];
      int dimensions = layout.grid.dimensions();
      int last1 = dimensions > 1 ? posterior.to[1] : 1;
      int last2 = dimensions > 2 ? posterior.to[2] : 1;
      for (place[2] = dimensions > 2 ? posterior.from[2] : 0; place[2] < last2; place[2]++) {
        for (place[1] = dimensions > 1 ? posterior.from[1] : 0; place[1] < last1; place[1]++) {
          for (place[0] = posterior.from[0]; place[0] < posterior.to[0]; place[0]++) {
            keep(place);
          }
        }
      }
      while (z.length < active + 3) {
        z = Arrays.copyOf(z, z.length + 1);
        z[z.length - 1] = new double[layout.parameters];
      }
      for (int m = active; m < active + 3; m++) {
        Arrays.fill(z[m], 0);
      }
    }

    private void keep(int[] place) {
      int node = layout.joint.at(place);
      double mass = posterior.post[node];
      if (mass <= NEGLIGIBLE) {
        return;
      }
      if (active == root.length) {
        root = Arrays.copyOf(root, 2 * active);
        for (int s = 0; s < below.length; s++) {
          below[s] = Arrays.copyOf(below[s], 2 * active);
        }
      }
      root[active] = Math.sqrt(mass);
      for (int s = 0; s < layout.sets.size(); s++) {
        below[s][active] = layout.sets.get(s).at(place);
      }
      below[layout.sets.size()][active] = node;
      active++;
    }

    /** Scores less their posterior mean, times the root of the mass; returns how many matter. */
    private int centredScores(LatentBlock group) {
      int n = 0;
      for (int i = 0; i < answers.length; i++) {
        int code = answers[i];
        if (code >= 0) {
          int first = code * layout.nodes(i).size;
          for (int a = layout.offset[i]; a < layout.offset[i] + layout.size(i); a++) {
            if (matters[a][code]) {
              centre(scores[a], first, below[layout.setOf[i]], n);
              local[n++] = a;
            }
          }
        }
      }
      for (int a = group.at; a < group.at + group.size(); a++) {
        centre(scores[a], 0, below[layout.sets.size()], n);
        local[n++] = a;
      }
      return n;
    }

    private void centre(double[] score, int first, int[] node, int to) {
      double mean = 0;
      for (int m = 0; m < active; m++) {
        mean += root[m] * root[m] * score[first + node[m]];
      }
      for (int m = 0; m < active; m++) {
        z[m][to] = root[m] * (score[first + node[m]] - mean);
      }
    }
  }
}
