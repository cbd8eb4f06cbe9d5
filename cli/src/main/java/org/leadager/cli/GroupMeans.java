package org.leadager.cli;

import java.util.ArrayList;
import java.util.List;
import org.leadager.engine.data.Grouping;

/**
 * Averages over the forms of one group: about a subject, by a rater or from a source.
 *
 * @param name of the group
 * @param rows forms
 * @param answer mean of their mean answers; NaN where nothing was answered
 * @param scores mean score by dimension
 */
record GroupMeans(String name, int rows, double answer, List<Double> scores) {

  /** One entry per group, in the order of the grouping. */
  static List<GroupMeans> of(Findings f, Grouping grouping) {
    int dimensions = f.calibration().pattern().dimensions().size();
    double[] raw = f.study().rowMeans();
    double[][] sums = new double[grouping.groups()][2 + dimensions];
    for (int r = 0; r < grouping.rows(); r++) {
      double[] s = sums[grouping.group(r)];
      if (!Double.isNaN(raw[r])) {
        s[0] += raw[r];
        s[1]++;
      }
      for (int d = 0; d < dimensions; d++) {
        s[2 + d] += f.scores().mean(r, d);
      }
    }
    int[] sizes = grouping.sizes();
    List<GroupMeans> means = new ArrayList<>();
    for (int g = 0; g < sizes.length; g++) {
      List<Double> scores = new ArrayList<>();
      for (int d = 0; d < dimensions; d++) {
        scores.add(sums[g][2 + d] / sizes[g]);
      }
      means.add(new GroupMeans(grouping.label(g), sizes[g], sums[g][0] / sums[g][1], scores));
    }
    return means;
  }
}
