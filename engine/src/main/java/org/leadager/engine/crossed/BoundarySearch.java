package org.leadager.engine.crossed;

/**
 * Search over the SDs, which may turn out to be 0. The criterion is an even function of each SD, so
 * no bound is needed; an SD that shrinks to nothing is set to 0 where the criterion agrees, and
 * started again from outside where 0 was only a saddle.
 */
final class BoundarySearch {
  private static final double NEGLIGIBLE = 1e-3;
  private static final double AWAY = 0.1;
  private static final double TIE = 1e-6;

  private BoundarySearch() {}

  /** Minimises; the last two parameters are the SDs of the outer and the inner factor. */
  static QuasiNewton minimise(
      QuasiNewton.Objective objective, double[] start, double[][] curvature) {
    QuasiNewton search = QuasiNewton.minimise(objective, start, copy(curvature));
    int n = start.length;
    for (int k = n - 2; k < n; k++) {
      if (Math.abs(search.point().x[k]) < NEGLIGIBLE) {
        search = atZero(objective, search, k, curvature);
      }
    }
    return search;
  }

  private static QuasiNewton atZero(
      QuasiNewton.Objective objective, QuasiNewton search, int k, double[][] curvature) {
    double[] away = search.point().x.clone();
    away[k] = AWAY;
    QuasiNewton second = QuasiNewton.minimise(objective, away, copy(curvature));
    QuasiNewton best = second.point().value < search.point().value - TIE ? second : search;
    double[] zero = best.point().x.clone();
    if (Math.abs(zero[k]) >= NEGLIGIBLE) {
      return best;
    }
    zero[k] = 0;
    QuasiNewton last = QuasiNewton.minimise(objective, zero, copy(curvature));
    return last.point().value <= best.point().value + TIE ? last : best;
  }

  private static double[][] copy(double[][] h) {
    double[][] copy = new double[h.length][];
    for (int i = 0; i < h.length; i++) {
      copy[i] = h[i].clone();
    }
    return copy;
  }
}
