package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadager.engine.Reference;

/**
 * The real set lq2002 as an instrument of its own: soldiers rate their company's officers (items 1,
 * 5, 7, 9), its non-commissioned officers (2, 6, 8, 10) and both (3, 4, 11).
 */
final class Companies {
  static final List<Integer> OFFICERS = List.of(0, 4, 6, 8);
  static final List<Integer> SERGEANTS = List.of(1, 5, 7, 9);
  static final int ITEMS = 11;

  private Companies() {}

  static RatingStructure structure() {
    RatingStructure.Builder b = RatingStructure.builder(2, 0, 1);
    for (int i = 0; i < ITEMS; i++) {
      List<Double> weights =
          OFFICERS.contains(i)
              ? List.of(1., 0.)
              : SERGEANTS.contains(i) ? List.of(0., 1.) : List.of(.55, .55);
      b.item(new RatingItem(weights, RatingItem.NO_COMPETENCE, 0, 5));
    }
    return b.build();
  }

  static List<SubjectRatings> ratings(RatingStructure structure) {
    Map<String, SubjectRatings.Builder> byCompany = new LinkedHashMap<>();
    for (String[] row : Reference.csv("lq2002.csv").stream().skip(1).toList()) {
      SubjectRatings.Builder b =
          byCompany.computeIfAbsent(row[0], company -> SubjectRatings.builder(structure));
      int rater = b.rater(0);
      for (int i = 0; i < ITEMS; i++) {
        b.rating(rater, i, Integer.parseInt(row[2 + i]));
      }
    }
    return byCompany.values().stream().map(SubjectRatings.Builder::build).toList();
  }

  /** Mean answer to items that speak about an axis; without the shared ones when {@code pure}. */
  static double[] rawMeans(
      RatingStructure structure, List<SubjectRatings> companies, int axis, boolean pure) {
    double[] mean = new double[companies.size()];
    for (int p = 0; p < mean.length; p++) {
      SubjectRatings company = companies.get(p);
      int n = 0;
      for (int row = 0; row < company.ratings(); row++) {
        RatingItem item = structure.items().get(company.item(row));
        if (item.weights().get(axis) != 0 && (!pure || item.isPure(axis))) {
          mean[p] += company.category(row);
          n++;
        }
      }
      mean[p] /= n;
    }
    return mean;
  }

  /** Spearman's rank correlation, ties at their mean rank. */
  static double spearman(double[] a, double[] b) {
    List<double[]> ranks = new ArrayList<>();
    for (double[] values : List.of(a, b)) {
      double[] rank = new double[values.length];
      for (int i = 0; i < rank.length; i++) {
        for (double other : values) {
          rank[i] += (Math.signum(values[i] - other) + 1) / 2;
        }
        rank[i] -= values.length / 2.0;
      }
      ranks.add(rank);
    }
    double ab = dot(ranks.get(0), ranks.get(1));
    return ab / Math.sqrt(dot(ranks.get(0), ranks.get(0)) * dot(ranks.get(1), ranks.get(1)));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
