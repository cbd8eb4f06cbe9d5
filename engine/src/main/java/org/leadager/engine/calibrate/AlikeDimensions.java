package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.List;

/** Dimensions that are one: people stand at the same place, or at the opposite one, on both. */
final class AlikeDimensions {
  /** From here on a correlation is 1 to three digits. */
  private static final double ONE = .9995;

  private AlikeDimensions() {}

  /** A sentence for each two dimensions that cannot be told apart in some group. */
  static List<String> warnings(List<String> dimensions, List<GroupTraits> groups) {
    List<String> warnings = new ArrayList<>();
    for (int a = 0; a < dimensions.size(); a++) {
      for (int b = a + 1; b < dimensions.size(); b++) {
        List<String> where = where(groups, a, b);
        if (!where.isEmpty()) {
          warnings.add(
              "The dimensions %s and %s cannot be told apart%s: their correlation is at %s. Use one dimension for the items of both."
                  .formatted(
                      dimensions.get(a),
                      dimensions.get(b),
                      where.size() == groups.size() ? "" : " in " + String.join(", ", where),
                      correlation(groups, a, b) > 0 ? "1" : "-1"));
        }
      }
    }
    return warnings;
  }

  private static List<String> where(List<GroupTraits> groups, int a, int b) {
    return groups.stream()
        .filter(g -> Math.abs(correlation(g, a, b)) > ONE)
        .map(GroupTraits::label)
        .toList();
  }

  private static double correlation(List<GroupTraits> groups, int a, int b) {
    return groups.stream()
        .mapToDouble(g -> correlation(g, a, b))
        .filter(r -> Math.abs(r) > ONE)
        .findFirst()
        .orElse(0);
  }

  private static double correlation(GroupTraits group, int a, int b) {
    List<List<Double>> s = group.covariance();
    return s.get(a).get(b) / Math.sqrt(s.get(a).get(a) * s.get(b).get(b));
  }
}
