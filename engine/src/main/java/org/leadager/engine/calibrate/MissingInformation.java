package org.leadager.engine.calibrate;

import java.util.Arrays;
import org.leadager.engine.kernel.OuterProducts;

/**
 * What not knowing θ takes from the information: Σ_rows Var(score | answers). Negligible nodes
 * ({@link ActiveNodes}) are left out, and so are parameters on which the row's answers do not
 * depend (items not answered; in the graded model the intercepts of other categories; other groups'
 * means and covariances).
 */
final class MissingInformation {
  private final Layout layout;
  private final EStep eStep;
  private final ItemTables tables;
  private final CompleteScores scores;

  MissingInformation(Layout layout, EStep eStep, double[] x, CompleteScores scores) {
    this.layout = layout;
    this.eStep = eStep;
    this.tables = eStep.tables(x);
    this.scores = scores;
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
    private final ActiveNodes nodes = new ActiveNodes(layout);

    double[][] run(int stripe, int stripes) {
      for (int a = 0; a < sum.length; a++) {
        sum[a] = new double[a + 1];
      }
      int last = eStep.from(stripe + 1, stripes);
      for (int r = eStep.from(stripe, stripes); r < last; r++) {
        eStep.posterior(r, posterior);
        nodes.find(posterior);
        makeRoom();
        eStep.answers(r, answers);
        int n = centredScores(layout.groups[eStep.group(r)]);
        OuterProducts.add(sum, z, nodes.count, local, n, line);
      }
      return sum;
    }

    /** Rows of z for the active nodes, and zeros up to the next multiple of four. */
    private void makeRoom() {
      while (z.length < nodes.count + 3) {
        z = Arrays.copyOf(z, z.length + 1);
        z[z.length - 1] = new double[layout.parameters];
      }
      for (int m = nodes.count; m < nodes.count + 3; m++) {
        Arrays.fill(z[m], 0);
      }
    }

    /** Scores less their posterior mean, times the root of the mass; returns how many matter. */
    private int centredScores(LatentBlock group) {
      int n = 0;
      for (int i = 0; i < answers.length; i++) {
        int code = answers[i];
        if (code >= 0) {
          int first = code * layout.nodes(i).size;
          for (int a = layout.offset[i]; a < layout.offset[i] + layout.size(i); a++) {
            if (scores.matters[a][code]) {
              centre(scores.of[a], first, layout.setOf[i], n);
              local[n++] = a;
            }
          }
        }
      }
      for (int a = group.at; a < group.at + group.size(); a++) {
        centre(scores.of[a], 0, layout.sets.size(), n);
        local[n++] = a;
      }
      return n;
    }

    private void centre(double[] score, int first, int set, int to) {
      double mean = nodes.mean(score, first, set);
      int[] node = nodes.below[set];
      double[] root = nodes.root;
      int n = nodes.count;
      for (int m = 0; m < n; m++) {
        z[m][to] = root[m] * (score[first + node[m]] - mean);
      }
    }
  }
}
