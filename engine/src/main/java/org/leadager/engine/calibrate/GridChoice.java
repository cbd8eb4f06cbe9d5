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
    double range = Math.max(grid.range(), LEAST_RANGE * widest(layout, x));
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

  private static double widest(Layout layout, double[] x) {
    double[][] sigma = layout.covariance(x);
    double widest = 0;
    for (int d = 0; d < sigma.length; d++) {
      widest = Math.max(widest, Math.sqrt(sigma[d][d]));
    }
    return widest;
  }
}
