package org.leadager.engine.fit;

import java.util.Comparator;
import java.util.stream.IntStream;

/** p values corrected for their number; NaN stays and is not counted. */
final class ManyTests {
  private ManyTests() {}

  static double[] corrected(double[] p, DifOptions.Correction correction) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = p.clone();
    return switch (correction) {
      case HOLM -> holm(p, order, adjusted);
      case BENJAMINI_HOCHBERG -> benjaminiHochberg(p, order, adjusted);
    };
  }

  /** max over j ≤ i of (m − j + 1) p_(j). */
  private static double[] holm(double[] p, int[] order, double[] adjusted) {
    double largest = 0;
    for (int i = 0; i < order.length; i++) {
      largest = Math.max(largest, Math.min(1, (order.length - i) * p[order[i]]));
      adjusted[order[i]] = largest;
    }
    return adjusted;
  }

  /** min over j ≥ i of m p_(j)/j. */
  private static double[] benjaminiHochberg(double[] p, int[] order, double[] adjusted) {
    double least = 1;
    for (int i = order.length - 1; i >= 0; i--) {
      least = Math.min(least, order.length * p[order[i]] / (i + 1));
      adjusted[order[i]] = least;
    }
    return adjusted;
  }
}
