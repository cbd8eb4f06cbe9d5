package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.leadager.engine.data.Grouping;

/** Turns the latent part of the estimates into every group's traits, with errors and warnings. */
final class Populations {
  /** A deviation of fewer steps of the grid is not to be told from none. */
  private static final double LEAST_DEVIATION = 0.3;

  private final Layout layout;
  private final Grouping rows;
  private final double[] x;
  private final double[] errors;

  Populations(Layout layout, Grouping rows, double[] x, double[] errors) {
    this.layout = layout;
    this.rows = rows;
    this.x = x;
    this.errors = errors;
  }

  List<GroupTraits> all(List<String> warnings) {
    List<GroupTraits> all = new ArrayList<>();
    int[] sizes = rows.sizes();
    for (int g = 0; g < layout.groups.length; g++) {
      LatentBlock group = layout.groups[g];
      double[][] covariance = group.covariance(x);
      warnAboutVariance(covariance, rows.label(g), warnings);
      all.add(
          new GroupTraits(
              rows.label(g),
              sizes[g],
              list(group.mean(x)),
              list(group.mean(errors)),
              lists(covariance),
              lists(group.symmetric(errors, 0))));
    }
    return List.copyOf(all);
  }

  /** Errors of another kind, in the shape of the groups. */
  static List<ClusteredErrors.OfGroup> errors(Layout layout, double[] errors) {
    return Arrays.stream(layout.groups)
        .map(group ->
            new ClusteredErrors.OfGroup(
                list(group.mean(errors)), lists(group.symmetric(errors, 0))))
        .toList();
  }

  private void warnAboutVariance(double[][] covariance, String label, List<String> warnings) {
    for (int d = 0; d < covariance.length; d++) {
      if (Math.sqrt(covariance[d][d]) < LEAST_DEVIATION * layout.grid.spacing()) {
        warnings.add(
            "The answers show no differences between the people of "
                + label
                + ": its variance is at zero, and errors mean nothing there. Give variances a"
                + " prior, or join the group with another.");
      }
    }
  }

  private static List<Double> list(double[] values) {
    return DoubleStream.of(values).boxed().toList();
  }

  private static List<List<Double>> lists(double[][] m) {
    List<List<Double>> rows = new ArrayList<>();
    for (double[] row : m) {
      rows.add(list(row));
    }
    return List.copyOf(rows);
  }
}
