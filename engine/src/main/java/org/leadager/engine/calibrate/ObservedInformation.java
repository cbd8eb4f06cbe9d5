package org.leadager.engine.calibrate;

import java.util.Optional;
import java.util.stream.IntStream;
import org.leadager.engine.kernel.Cholesky;

/**
 * Observed information by Louis (1982): I = E(−∂² log L_complete) − Σ_rows Var(score | answers),
 * exact at the nodes, and so what Oakes's (1999) identity gives too; and the observed score, which
 * is the expected complete-data score.
 */
final class ObservedInformation {
  private ObservedInformation() {}

  /**
   * The factor of the information about the free parameters in the rows of an E-step; empty where
   * it is not positive.
   */
  static Optional<Cholesky> of(Layout layout, EStep eStep, double[] x, Statistics stats) {
    double[][] information = new double[layout.parameters][layout.parameters];
    addComplete(layout, x, stats, information);
    double[][] missing =
        new MissingInformation(layout, eStep, x, new CompleteScores(layout, x, stats)).sum();
    for (int a = 0; a < information.length; a++) {
      for (int b = 0; b <= a; b++) {
        information[a][b] -= missing[a][b];
        information[b][a] = information[a][b];
      }
    }
    return Cholesky.of(layout.restriction.reduce(information));
  }

  /** The observed score by Fisher's identity. */
  static double[] score(Layout layout, double[] x, Statistics stats, boolean parallel) {
    double[] score = new double[layout.parameters];
    IntStream items = IntStream.range(0, layout.items());
    (parallel ? items.parallel() : items)
        .forEach(i -> {
          ItemDerivatives f = new ItemDerivatives(layout, i, stats);
          f.at(x);
          System.arraycopy(f.gradient, 0, score, layout.offset[i], f.gradient.length);
        });
    for (int group = 0; group < layout.groups.length; group++) {
      double[] g = new double[layout.groups[group].size()];
      new LatentStep(layout, group, stats).addDerivatives(x, g, new double[g.length][g.length]);
      System.arraycopy(g, 0, score, layout.groups[group].at, g.length);
    }
    return score;
  }

  private static void addComplete(
      Layout layout, double[] x, Statistics stats, double[][] information) {
    for (int i = 0; i < layout.items(); i++) {
      ItemDerivatives f = new ItemDerivatives(layout, i, stats);
      f.exactAt(x);
      place(layout.offset[i], f.information, information);
    }
    for (int group = 0; group < layout.groups.length; group++) {
      double[] g = new double[layout.groups[group].size()];
      double[][] h = new double[g.length][g.length];
      new LatentStep(layout, group, stats).addDerivatives(x, g, h);
      place(layout.groups[group].at, h, information);
    }
  }

  private static void place(int at, double[][] block, double[][] information) {
    for (int a = 0; a < block.length; a++) {
      System.arraycopy(block[a], 0, information[at + a], at, block.length);
    }
  }
}
