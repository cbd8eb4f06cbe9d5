package org.leadager.engine.calibrate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.kernel.Cholesky;
import org.leadager.engine.kernel.OuterProducts;

/**
 * How much the score of whole clusters of rows varies: B = Σ_clusters s_c s_c', where s_c sums the
 * observed scores of its rows, each the posterior mean of the complete data's score (Fisher's
 * identity). With I the observed information, the variances of the estimates are those of I⁻¹BI⁻¹,
 * whatever the dependence within clusters.
 */
final class ClusterScores {
  private static final int FOUR = 4;
  private final Layout layout;
  private final EStep eStep;
  private final ItemTables tables;
  private final CompleteScores scores;
  private final int[] start;
  private final int[] rows;

  /**
   * @param clusters by row; the E-step must run over every row
   */
  ClusterScores(Layout layout, EStep eStep, double[] x, CompleteScores scores, Grouping clusters) {
    this.layout = layout;
    this.eStep = eStep;
    this.tables = eStep.tables(x);
    this.scores = scores;
    this.start = new int[clusters.groups() + 1];
    int[] sizes = clusters.sizes();
    for (int c = 0; c < sizes.length; c++) {
      start[c + 1] = start[c] + sizes[c];
    }
    this.rows = new int[clusters.rows()];
    int[] next = start.clone();
    for (int r = 0; r < rows.length; r++) {
      rows[next[clusters.group(r)]++] = r;
    }
  }

  /** √ of the diagonal of A I⁻¹ (A'BA) I⁻¹ A', with the factor of I in the free parameters. */
  double[] errors(Cholesky information) {
    Restriction restriction = layout.restriction;
    double[][] b = restriction.reduce(sum());
    double[] errors = new double[layout.parameters];
    IntStream places = IntStream.range(0, errors.length);
    (eStep.parallel() ? places.parallel() : places)
        .forEach(a -> {
          double[] u = information.solve(restriction.row(a));
          double variance = 0;
          for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < u.length; j++) {
              variance += u[i] * b[i][j] * u[j];
            }
          }
          errors[a] = Math.sqrt(Math.max(0, variance));
        });
    return errors;
  }

  /** B in all places. */
  private double[][] sum() {
    int n = layout.parameters;
    int stripes = eStep.stripes((long) n * n + layout.joint.size);
    double[][][] parts = new double[stripes][][];
    eStep
        .each(stripes)
        .forEach(s -> parts[s] = new Part().run(from(s, stripes), from(s + 1, stripes)));
    double[][] sum = new double[n][n];
    for (double[][] part : parts) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b <= a; b++) {
          sum[a][b] += part[a][b];
        }
      }
    }
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        sum[b][a] = sum[a][b];
      }
    }
    return sum;
  }

  private int from(int stripe, int stripes) {
    return (int) ((start.length - 1L) * stripe / stripes);
  }

  /** One stripe's clusters. */
  private final class Part {
    private final double[][] sum = new double[layout.parameters][];
    private final double[][] z = new double[FOUR][layout.parameters];
    private final RowPosterior posterior = new RowPosterior(layout, tables);
    private final ActiveNodes nodes = new ActiveNodes(layout);
    private final int[] answers = new int[layout.items()];

    double[][] run(int first, int last) {
      int[] all = IntStream.range(0, layout.parameters).toArray();
      double[] line = new double[layout.parameters];
      for (int a = 0; a < sum.length; a++) {
        sum[a] = new double[a + 1];
      }
      for (int c = first; c < last; c += FOUR) {
        for (int m = 0; m < FOUR; m++) {
          Arrays.fill(z[m], 0);
          for (int at = start[Math.min(last, c + m)]; at < start[Math.min(last, c + m + 1)]; at++) {
            addScore(rows[at], z[m]);
          }
        }
        OuterProducts.add(sum, z, FOUR, all, all.length, line);
      }
      return sum;
    }

    private void addScore(int row, double[] score) {
      eStep.posterior(row, posterior);
      nodes.find(posterior);
      eStep.answers(row, answers);
      for (int i = 0; i < answers.length; i++) {
        int code = answers[i];
        for (int a = layout.offset[i]; code >= 0 && a < layout.offset[i] + layout.size(i); a++) {
          if (scores.matters[a][code]) {
            score[a] += nodes.mean(scores.of[a], code * layout.nodes(i).size, layout.setOf[i]);
          }
        }
      }
      LatentBlock group = layout.groups[eStep.group(row)];
      for (int a = group.at; a < group.at + group.size(); a++) {
        score[a] += nodes.mean(scores.of[a], 0, layout.sets.size());
      }
    }
  }
}
