package org.leadager.engine.calibrate;

import java.util.Optional;

/**
 * Whether a grid is fine and wide enough for the posteriors that were found on it, and which to
 * take instead.
 *
 * <p>A rectangle rule errs by about 2 exp(−2π² s²/h²) for a posterior of deviation s and points h
 * apart: 1e-3 when h is 1.6 s.
 */
final class GridChoice {
  private static final double LEAST_WIDTH = 0.6;
  private static final double LEAST_RANGE = 5;
  private static final int[] MOST_POINTS = {961, 121, 31};

  private GridChoice() {}

  /** Whether posteriors of that width fall between the points. */
  static boolean tooCoarse(double width, Quadrature grid) {
    return width < LEAST_WIDTH * grid.spacing();
  }

  /** A grid that suits the posteriors better; empty where this one does or none can be held. */
  static Optional<Quadrature> better(Layout layout, EStep eStep, double[] x) {
    Quadrature grid = layout.grid;
    double range = Math.max(grid.range(), reach(layout, x));
    double spacing = grid.spacing();
    double width = PosteriorWidth.typical(layout, eStep, x);
    // A width measured between too few points is a guess: at most four times as many at once.
    while (width < LEAST_WIDTH * spacing && spacing > 0.3 * grid.spacing()) {
      spacing /= 2;
    }
    int most = MOST_POINTS[grid.dimensions() - 1];
    int points = (int) Math.min(most, 1 + 2 * Math.ceil(range / spacing - 1e-9));
    return points > grid.points()
        ? Optional.of(Quadrature.grid(grid.dimensions(), points, range))
        : Optional.empty();
  }

  /**
   * x with every group's free variances at what the grid could not tell from none, or above: a
   * variance that a coarse grid has lost is found again on a finer one.
   */
  static double[] spread(Layout layout, double[] x) {
    double least = layout.grid.spacing() * layout.grid.spacing();
    double[] spread = x.clone();
    for (LatentBlock group : layout.groups) {
      if (group.means > 0) {
        double[][] sigma = group.covariance(x);
        for (int d = 0; d < sigma.length; d++) {
          sigma[d][d] = Math.max(sigma[d][d], least);
        }
        group.set(spread, group.mean(x), sigma);
      }
    }
    return spread;
  }

  /** The farthest that five deviations from a group's mean lead. */
  static double reach(Layout layout, double[] x) {
    double reach = 0;
    for (LatentBlock group : layout.groups) {
      double[] mean = group.mean(x);
      double[][] sigma = group.covariance(x);
      for (int d = 0; d < sigma.length; d++) {
        reach = Math.max(reach, Math.abs(mean[d]) + LEAST_RANGE * Math.sqrt(sigma[d][d]));
      }
    }
    return reach;
  }
}
