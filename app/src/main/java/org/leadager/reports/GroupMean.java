package org.leadager.reports;

import java.util.List;
import org.leadager.charts.Estimate;
import org.leadager.scores.Figures.Level;

/**
 * The mean of a quantity over the people of a group with an interval that holds it 80 times in 100.
 * Its variance is that of the people's estimates as a sample, plus what the estimates' own errors
 * add; few people make it wide (Student's t). Errors that all estimates share, as those of day-one
 * parameters, are not in it.
 */
final class GroupMean {
  /** People that a cell of a group report needs. */
  static final int LEAST = 5;

  private GroupMean() {}

  /**
   * @throws IllegalArgumentException for fewer than {@link #LEAST} people
   */
  static Estimate of(List<Level> people) {
    int n = people.size();
    if (n < LEAST) {
      throw new IllegalArgumentException("A cell of " + n + " people");
    }
    double mean = people.stream().mapToDouble(Level::mean).average().orElseThrow();
    double spread = 0;
    double errors = 0;
    for (Level level : people) {
      spread += (level.mean() - mean) * (level.mean() - mean);
      errors += level.sd() * level.sd();
    }
    double variance = spread / (n - 1) / n + errors / n / n;
    double reach = ninth(n - 1) * Math.sqrt(variance);
    return new Estimate(mean - reach, mean, mean + reach);
  }

  /**
   * The 90th percentile of Student's t, by the Cornish–Fisher expansion (Abramowitz and Stegun
   * 26.7.5): within .001 from 4 degrees of freedom on.
   */
  static double ninth(int degrees) {
    double z = Scales.EIGHTY;
    double z3 = z * z * z;
    double z5 = z3 * z * z;
    double z7 = z5 * z * z;
    double first = (z3 + z) / 4;
    double second = (5 * z5 + 16 * z3 + 3 * z) / 96;
    double third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384;
    double v = degrees;
    return z + first / v + second / (v * v) + third / (v * v * v);
  }
}
