package org.leadager.engine.calibrate;

import java.util.Arrays;

/** The nodes that hold more than 1e-10 of a row's posterior. */
final class ActiveNodes {
  private static final double NEGLIGIBLE = 1e-10;
  private final Layout layout;

  /** √ of each node's share. */
  double[] root = new double[64];

  /** Each node's place in every set, at last in the joint grid. */
  final int[][] below;

  int count;

  ActiveNodes(Layout layout) {
    this.layout = layout;
    this.below = new int[layout.sets.size() + 1][64];
  }

  void find(RowPosterior posterior) {
    count = 0;
    int[] place = new int[3];
    int dimensions = layout.grid.dimensions();
    int last1 = dimensions > 1 ? posterior.to[1] : 1;
    int last2 = dimensions > 2 ? posterior.to[2] : 1;
    for (place[2] = dimensions > 2 ? posterior.from[2] : 0; place[2] < last2; place[2]++) {
      for (place[1] = dimensions > 1 ? posterior.from[1] : 0; place[1] < last1; place[1]++) {
        for (place[0] = posterior.from[0]; place[0] < posterior.to[0]; place[0]++) {
          keep(place, posterior);
        }
      }
    }
  }

  private void keep(int[] place, RowPosterior posterior) {
    int node = layout.joint.at(place);
    double mass = posterior.post[node];
    if (mass <= NEGLIGIBLE) {
      return;
    }
    if (count == root.length) {
      root = Arrays.copyOf(root, 2 * count);
      for (int s = 0; s < below.length; s++) {
        below[s] = Arrays.copyOf(below[s], 2 * count);
      }
    }
    root[count] = Math.sqrt(mass);
    for (int s = 0; s < layout.sets.size(); s++) {
      below[s][count] = layout.sets.get(s).at(place);
    }
    below[layout.sets.size()][count] = node;
    count++;
  }

  /** Posterior mean of a score, its values beginning at {@code first}, on a set's nodes. */
  double mean(double[] score, int first, int set) {
    double mean = 0;
    double[] r = root;
    int[] node = below[set];
    int n = count;
    for (int m = 0; m < n; m++) {
      mean += r[m] * r[m] * score[first + node[m]];
    }
    return mean;
  }
}
