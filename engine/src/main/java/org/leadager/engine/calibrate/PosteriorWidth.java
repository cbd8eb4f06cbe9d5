package org.leadager.engine.calibrate;

/** How narrow posteriors are compared with the spacing of the grid. */
final class PosteriorWidth {
  private static final int SAMPLE = 500;

  private PosteriorWidth() {}

  /**
   * Mean posterior standard deviation of up to 500 rows spread over the data, in the dimension
   * where it is smallest.
   */
  static double typical(Layout layout, EStep eStep, double[] x) {
    RowPosterior posterior = new RowPosterior(layout, eStep.tables(x));
    double[] sum = new double[layout.grid.dimensions()];
    int step = Math.max(1, eStep.rows() / SAMPLE);
    int n = 0;
    for (int r = 0; r < eStep.rows(); r += step) {
      eStep.posterior(r, posterior);
      for (int d = 0; d < sum.length; d++) {
        sum[d] += deviation(layout, posterior, d);
      }
      n++;
    }
    double least = Double.POSITIVE_INFINITY;
    for (double s : sum) {
      least = Math.min(least, s / n);
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
