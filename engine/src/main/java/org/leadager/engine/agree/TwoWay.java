package org.leadager.engine.agree;

import java.util.Optional;

/**
 * The six intraclass correlations of Shrout and Fleiss (1979) for a complete subjects × raters
 * table. docs/methods/icc.md.
 *
 * @param icc1 each subject rated by other raters, one rater
 * @param icc2 the same random raters rate everyone, one rater, absolute agreement
 * @param icc3 the same fixed raters rate everyone, one rater, consistency
 * @param icc1k as icc1, mean of k raters
 * @param icc2k as icc2, mean of k raters
 * @param icc3k as icc3, mean of k raters
 */
public record TwoWay(
    double icc1, double icc2, double icc3, double icc1k, double icc2k, double icc3k) {

  /** From table[subject][rater]; empty with fewer than two of either. */
  public static Optional<TwoWay> of(double[][] table) {
    int n = table.length;
    int k = n == 0 ? 0 : table[0].length;
    if (n < 2 || k < 2) {
      return Optional.empty();
    }
    double[] row = new double[n];
    double[] column = new double[k];
    double grand = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        row[i] += table[i][j] / k;
        column[j] += table[i][j] / n;
        grand += table[i][j] / (n * k);
      }
    }
    double rows = 0;
    double columns = 0;
    double rest = 0;
    for (int i = 0; i < n; i++) {
      rows += k * (row[i] - grand) * (row[i] - grand);
      for (int j = 0; j < k; j++) {
        double e = table[i][j] - row[i] - column[j] + grand;
        rest += e * e;
        columns += (column[j] - grand) * (column[j] - grand);
      }
    }
    double bms = rows / (n - 1);
    double jms = columns / (k - 1);
    double ems = rest / ((n - 1.0) * (k - 1));
    double wms = (columns + rest) / (n * (k - 1.0));
    return Optional.of(
        new TwoWay(
            (bms - wms) / (bms + (k - 1) * wms),
            (bms - ems) / (bms + (k - 1) * ems + k * (jms - ems) / n),
            (bms - ems) / (bms + (k - 1) * ems),
            (bms - wms) / bms,
            (bms - ems) / (bms + (jms - ems) / n),
            (bms - ems) / bms));
  }
}
