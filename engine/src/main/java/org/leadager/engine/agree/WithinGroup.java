package org.leadager.engine.agree;

import java.util.ArrayList;
import java.util.List;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;

/**
 * Agreement inside each group over several items.
 *
 * <p>r_wg(j) = J(1 − s̄²/σ²)/(J(1 − s̄²/σ²) + s̄²/σ²) with s̄² the mean item variance and σ² the
 * variance under no agreement, (A² − 1)/12 for A equally likely options (James, Demaree and Wolf
 * 1984); a value that the formula puts outside 0–1 is reported as 0. AD is the mean absolute
 * deviation from the item's mean or median, averaged over items (Burke, Finkelstein and Dusig
 * 1999). docs/methods/within-group-agreement.md.
 *
 * @param group the group's label
 * @param size rows with a complete set of answers
 * @param rwgj r_wg(j); NaN for a group of one
 * @param adMean average deviation around the mean; NaN for an empty group
 * @param adMedian average deviation around the median
 */
public record WithinGroup(String group, int size, double rwgj, double adMean, double adMedian) {

  /** Variance when all of A options are equally likely: (A² − 1)/12. */
  public static double uniformVariance(int options) {
    return (options * (double) options - 1) / 12;
  }

  /** One entry per group, in the order of the grouping; rows with a missing answer are left out. */
  public static List<WithinGroup> of(
      ItemResponses answers, Grouping grouping, double nullVariance) {
    List<List<Integer>> members = new ArrayList<>();
    for (int g = 0; g < grouping.groups(); g++) {
      members.add(new ArrayList<>());
    }
    for (int r = 0; r < answers.rows(); r++) {
      if (answers.complete(r)) {
        members.get(grouping.group(r)).add(r);
      }
    }
    List<WithinGroup> result = new ArrayList<>();
    for (int g = 0; g < grouping.groups(); g++) {
      result.add(group(answers, grouping.label(g), members.get(g), nullVariance));
    }
    return result;
  }

  private static WithinGroup group(
      ItemResponses answers, String label, List<Integer> rows, double nullVariance) {
    int items = answers.items();
    double variance = 0;
    double fromMean = 0;
    double fromMedian = 0;
    for (int i = 0; i < items; i++) {
      int item = i;
      double[] y = rows.stream().mapToDouble(r -> answers.value(r, item)).sorted().toArray();
      double mean = mean(y);
      double median = y.length == 0 ? 0 : (y[(y.length - 1) / 2] + y[y.length / 2]) / 2;
      for (double v : y) {
        variance += (v - mean) * (v - mean) / (y.length - 1) / items;
        fromMean += Math.abs(v - mean) / y.length / items;
        fromMedian += Math.abs(v - median) / y.length / items;
      }
    }
    double none = rows.isEmpty() ? Double.NaN : 0;
    double rwgj = rows.size() < 2 ? Double.NaN : rwgj(variance / nullVariance, items);
    return new WithinGroup(label, rows.size(), rwgj, fromMean + none, fromMedian + none);
  }

  private static double rwgj(double ratio, int items) {
    double r = items * (1 - ratio) / (items * (1 - ratio) + ratio);
    return r >= 0 && r <= 1 ? r : 0;
  }

  private static double mean(double[] y) {
    double sum = 0;
    for (double v : y) {
      sum += v;
    }
    return sum / y.length;
  }
}
