package org.leadager.engine.agree;

import org.leadager.engine.kernel.Special;

/**
 * A mean of a handful of answers with Student's interval around it.
 *
 * @param n answers
 * @param mean their mean
 * @param low lower end of the interval
 * @param high its upper end
 */
public record MeanInterval(int n, double mean, double low, double high) {
  /**
   * The mean and the interval mean ± t · s/√n with n − 1 degrees of freedom (Student 1908).
   *
   * @param values two or more
   * @param probability that the interval holds the mean of a normal population, within (0, 1)
   */
  public static MeanInterval of(double[] values, double probability) {
    int n = values.length;
    if (n < 2 || !(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "a t interval needs two answers and a probability within (0, 1), not "
              + n
              + " and "
              + probability);
    }
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double deviation = values[i] - mean;
      mean += deviation / (i + 1);
      squares += deviation * (values[i] - mean);
    }
    // t² with n − 1 degrees of freedom is F with 1 and n − 1.
    double t = Math.sqrt(Special.fQuantile(probability, 1, n - 1.0));
    double half = t * Math.sqrt(squares / (n - 1) / n);
    return new MeanInterval(n, mean, mean - half, mean + half);
  }
}
