package org.leadager.engine.calibrate;

/** How narrow posteriors are compared with the spacing of the grid. */
final class PosteriorWidth {
  private static final int SAMPLE = 500;

  private PosteriorWidth() {}

  /**
   * Mean posterior standard deviation of up to 500 rows spread over the data, in the group and
   * dimension where it is smallest.
   */
  static double typical(Layout layout, EStep eStep, double[] x) {
    RowPosterior posterior = new RowPosterior(layout, eStep.tables(x));
    double[][] sum = new double[layout.groups.length][layout.grid.dimensions()];
    int step = Math.max(1, eStep.rows() / SAMPLE);
    int[] n = new int[sum.length];
    for (int r = 0; r < eStep.rows(); r += step) {
      eStep.posterior(r, posterior);
      int group = eStep.group(r);
      for (int d = 0; d < sum[group].length; d++) {
        sum[group][d] += deviation(layout, posterior, d);
      }
      n[group]++;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int g = 0; g < sum.length; g++) {
      for (double s : sum[g]) {
        least = n[g] == 0 ? least : Math.min(least, s / n[g]);
      }
    }
    return least;
  }

  private static double deviation(Layout layout, RowPosterior posterior, int d) {
    double[] mass = posterior.margin(d);
    double mean = 0;
    for (int q = posterior.from[d]; q < posterior.to[d]; q++) {
      mean += mass[q] * layout.grid.point(q);
    }
    double variance = 0;
    for (int q = posterior.from[d]; q < posterior.to[d]; q++) {
      double e = layout.grid.point(q) - mean;
      variance += mass[q] * e * e;
    }
    return Math.sqrt(variance);
  }
}
