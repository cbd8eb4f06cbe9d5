package org.leadager.engine.calibrate;

/** How narrow posteriors are compared with the spacing of the grid. */
final class PosteriorWidth {
  private static final int SAMPLE = 500;

  private PosteriorWidth() {}

  /** Mean posterior standard deviation over dimensions, of up to 500 rows spread over the data. */
  static double typical(Layout layout, EStep eStep, double[] x) {
    double[] table = eStep.table(x);
    double[] weights = eStep.weights(x);
    double[] post = new double[weights.length];
    int step = Math.max(1, eStep.rows() / SAMPLE);
    double sum = 0;
    int n = 0;
    for (int r = 0; r < eStep.rows(); r += step) {
      eStep.posterior(r, table, weights, post);
      for (int d = 0; d < layout.grid.dimensions(); d++) {
        double mean = 0;
        double square = 0;
        for (int q = 0; q < post.length; q++) {
          double t = layout.grid.at(d, q);
          mean += post[q] * t;
          square += post[q] * t * t;
        }
        sum += Math.sqrt(Math.max(0, square - mean * mean));
        n++;
      }
    }
    return sum / n;
  }
}
