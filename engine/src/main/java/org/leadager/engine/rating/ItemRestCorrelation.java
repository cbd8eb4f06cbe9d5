package org.leadager.engine.rating;

/**
 * Correlation, over raters, of an item's answer with the mean of the same rater's other answers,
 * each as a share of its scale. Its sign does not depend on any prior.
 */
final class ItemRestCorrelation {
  private final RatingStructure structure;
  private final int[] n;
  private final double[] own;
  private final double[] rest;
  private final double[] ownSquare;
  private final double[] restSquare;
  private final double[] product;

  ItemRestCorrelation(RatingStructure structure) {
    this.structure = structure;
    int items = structure.items().size();
    n = new int[items];
    own = new double[items];
    rest = new double[items];
    ownSquare = new double[items];
    restSquare = new double[items];
    product = new double[items];
  }

  void add(SubjectRatings subject) {
    int[] answers = new int[subject.raters()];
    double[] sum = new double[subject.raters()];
    for (int row = 0; row < subject.ratings(); row++) {
      answers[subject.rater(row)]++;
      sum[subject.rater(row)] += share(subject, row);
    }
    for (int row = 0; row < subject.ratings(); row++) {
      int r = subject.rater(row);
      if (answers[r] > 1 && subject.raterSource(r) != structure.selfSource()) {
        double x = share(subject, row);
        add(subject.item(row), x, (sum[r] - x) / (answers[r] - 1));
      }
    }
  }

  private double share(SubjectRatings subject, int row) {
    int steps = structure.items().get(subject.item(row)).categories() - 1;
    return (subject.category(row) - 1.0) / steps;
  }

  /** Sums about running means (Welford 1962). */
  private void add(int i, double x, double others) {
    n[i]++;
    double dx = x - own[i];
    double dy = others - rest[i];
    own[i] += dx / n[i];
    rest[i] += dy / n[i];
    ownSquare[i] += dx * (x - own[i]);
    restSquare[i] += dy * (others - rest[i]);
    product[i] += dx * (others - rest[i]);
  }

  /** r √n: about standard normal where there is no relation; 0 where nothing varies. */
  double standardised(int i) {
    double scale = Math.sqrt(ownSquare[i] * restSquare[i]);
    return scale > 0 ? product[i] / scale * Math.sqrt(n[i]) : 0;
  }
}
