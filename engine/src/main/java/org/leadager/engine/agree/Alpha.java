package org.leadager.engine.agree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.Special;

/**
 * Cronbach's α, over rows without a missing answer.
 *
 * <p>α = p/(p−1) · (1 − Σ s²ᵢ / s²_total); the interval is Feldt's, from F = (1−α)/(1−α̂) with n−1
 * and (n−1)(p−1) degrees of freedom. docs/methods/alpha-omega.md.
 *
 * @param alpha from covariances
 * @param standardised from correlations
 * @param low lower end of the 95% interval
 * @param high upper end of the 95% interval
 * @param n rows used
 * @param items what each item adds
 */
public record Alpha(
    double alpha, double standardised, double low, double high, int n, List<Item> items) {

  /**
   * One item in the sum.
   *
   * @param name the item
   * @param mean its mean
   * @param sd its standard deviation
   * @param restCorrelation its correlation with the sum of the others
   * @param alphaWithout α of the others
   */
  public record Item(
      String name, double mean, double sd, double restCorrelation, double alphaWithout) {}

  /** α of all items; empty with fewer than 2 items, 3 complete rows, or no variance at all. */
  public static Optional<Alpha> of(ItemResponses answers) {
    Moments moments = Moments.of(answers);
    int p = answers.items();
    if (p < 2 || moments.n < 3) {
      return Optional.empty();
    }
    double[][] s = moments.covariance(moments.n - 1);
    double alpha = alpha(s, -1);
    if (!Double.isFinite(alpha)) {
      return Optional.empty();
    }
    double m = moments.n - 1.0;
    double k = m * (p - 1);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < p; i++) {
      items.add(item(answers.names().get(i), moments.mean[i], s, i));
    }
    return Optional.of(
        new Alpha(
            alpha,
            alpha(correlation(s), -1),
            1 - (1 - alpha) * Special.fQuantile(0.975, m, k),
            1 - (1 - alpha) * Special.fQuantile(0.025, m, k),
            moments.n,
            List.copyOf(items)));
  }

  private static double alpha(double[][] s, int without) {
    double trace = 0;
    double total = 0;
    int p = 0;
    for (int i = 0; i < s.length; i++) {
      if (i == without) {
        continue;
      }
      p++;
      trace += s[i][i];
      for (int j = 0; j < s.length; j++) {
        total += j == without ? 0 : s[i][j];
      }
    }
    return p / (p - 1.0) * (1 - trace / total);
  }

  private static Item item(String name, double mean, double[][] s, int i) {
    double total = 0;
    double withItem = -s[i][i];
    for (int j = 0; j < s.length; j++) {
      withItem += s[i][j];
      for (int k = 0; k < s.length; k++) {
        total += s[j][k];
      }
    }
    double rest = total - 2 * withItem - s[i][i];
    double correlation = withItem / Math.sqrt(s[i][i] * rest);
    return new Item(name, mean, Math.sqrt(s[i][i]), correlation, alpha(s, i));
  }

  private static double[][] correlation(double[][] s) {
    double[][] r = new double[s.length][s.length];
    for (int i = 0; i < s.length; i++) {
      for (int j = 0; j < s.length; j++) {
        r[i][j] = s[i][j] / Math.sqrt(s[i][i] * s[j][j]);
      }
    }
    return r;
  }
}
