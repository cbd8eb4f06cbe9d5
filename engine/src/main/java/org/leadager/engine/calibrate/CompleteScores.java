package org.leadager.engine.calibrate;

/**
 * Scores of the complete data: ∂ log P(answer | θ_q)/∂x by item parameter, category and node of the
 * item's set, and ∂ log w_q/∂x by latent parameter and joint node.
 */
final class CompleteScores {
  final double[][] of;

  /** By item parameter and category: whether the score is other than 0 anywhere. */
  final boolean[][] matters;

  CompleteScores(Layout layout, double[] x, Statistics stats) {
    of = new double[layout.parameters][];
    matters = new boolean[layout.latent][];
    for (int i = 0; i < layout.items(); i++) {
      double[][] item = new ItemDerivatives(layout, i, stats).scores(x);
      for (int a = 0; a < item.length; a++) {
        of[layout.offset[i] + a] = item[a];
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
        of[group.at + e] = score;
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
}
