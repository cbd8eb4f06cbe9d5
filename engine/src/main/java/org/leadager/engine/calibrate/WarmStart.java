package org.leadager.engine.calibrate;

import java.util.Arrays;
import java.util.Optional;
import org.leadager.engine.data.ItemResponses;

/**
 * A start close to the maximum, from every n-th row: with many rows a twentieth of them is as good
 * a guide and costs a twentieth.
 */
final class WarmStart {
  /** Rows by number of dimensions: nodes grow with these, and so does the cost of a row. */
  private static final int[] SAMPLE = {2048, 2048, 1024};

  private static final int WORTHWHILE = 4;
  private static final int RAREST = 5;
  private static final int SMALLEST_GROUP = 50;
  private static final int LIMIT = 300;

  /** A tenth of the standard errors that so many rows leave. */
  private static final double SETTLED = 3e-3;

  private WarmStart() {}

  /**
   * The sample's rows, or empty where rows are few or a category or group too rare to be seen in
   * it.
   */
  static Optional<EStep> sample(Layout layout, ItemResponses y, boolean parallel) {
    int step = y.rows() / SAMPLE[layout.grid.dimensions() - 1];
    return step < WORTHWHILE
            || !everyCategorySeen(layout, y, step)
            || !everyGroupSeen(layout, y.rows(), step)
        ? Optional.empty()
        : Optional.of(new EStep(layout, y, step, parallel));
  }

  /** The sample's own estimates, settled or not. */
  static Acceleration from(Layout layout, EStep sample, double[] start) {
    Acceleration em = new Acceleration(layout, sample, sample, start, SETTLED, LIMIT);
    em.run();
    return em;
  }

  private static boolean everyGroupSeen(Layout layout, int rows, int step) {
    int[] seen = new int[layout.groups.length];
    for (int r = 0; r < rows; r += step) {
      seen[layout.comparison.group(r)]++;
    }
    return Arrays.stream(seen).allMatch(n -> n >= SMALLEST_GROUP);
  }

  private static boolean everyCategorySeen(Layout layout, ItemResponses y, int step) {
    for (int i = 0; i < layout.items(); i++) {
      int[] seen = new int[layout.categories[i]];
      for (int r = 0; r < y.rows(); r += step) {
        int code = y.code(r, i);
        if (code != ItemResponses.MISSING) {
          seen[code]++;
        }
      }
      for (int n : seen) {
        if (n < RAREST) {
          return false;
        }
      }
    }
    return true;
  }
}
