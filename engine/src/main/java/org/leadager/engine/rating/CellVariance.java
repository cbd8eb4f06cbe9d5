package org.leadager.engine.rating;

/**
 * Posterior variances of many cells' η of one subject. A cell's projected design is sparse but for
 * its rater's part, u = d − B f with f = D⁻¹ (h, x): S⁻¹ and, per rater, W = S⁻¹ B and Q = Bᵀ S⁻¹ B
 * are found once, and each cell's uᵀ S⁻¹ u = dᵀ S⁻¹ d − 2 dᵀ W f + fᵀ Q f takes a few products.
 */
final class CellVariance {
  private final ModelTerms terms;
  private final Panel panel;
  private final Layout layout;
  private final Elimination elimination;
  private final int core;

  /** S⁻¹, full. */
  private double[] inverse = {};

  /** W of the present rater: two numbers per core unknown. */
  private final double[] link;

  /** Q of the present rater: hh, hx, xx. */
  private final double[] square = new double[3];

  /** Where d is not zero, and what it is there. */
  private final int[] place;

  private final double[] value;

  CellVariance(Posterior posterior, Elimination elimination) {
    this.elimination = elimination;
    terms = posterior.terms;
    panel = posterior.panel;
    layout = posterior.layout;
    core = layout.size;
    link = new double[2 * core];
    place = new int[terms.axes + 3];
    value = new double[terms.axes + 3];
  }

  /** Takes over the elimination's present factor. */
  void start() {
    inverse = Dense.inverse(elimination.matrix, core);
  }

  /** S⁻¹, the core's covariance. */
  double[] core() {
    return inverse;
  }

  /** Prepares the cells of one rater. */
  void rater(int r) {
    double[] b = elimination.raterLink;
    int at = 2 * r * core;
    square[0] = 0;
    square[1] = 0;
    square[2] = 0;
    for (int j = 0; j < core; j++) {
      double h = 0;
      double x = 0;
      for (int k = 0; k < core; k++) {
        double s = inverse[j * core + k];
        h += s * b[at + 2 * k];
        x += s * b[at + 2 * k + 1];
      }
      link[2 * j] = h;
      link[2 * j + 1] = x;
      square[0] += b[at + 2 * j] * h;
      square[1] += b[at + 2 * j] * x;
      square[2] += b[at + 2 * j + 1] * x;
    }
  }

  /** Variance of η of an item in block b of the rater last prepared. */
  double of(int r, int b, int item) {
    int one = terms.axes;
    int row = item * terms.width;
    double share = elimination.testletShare(b);
    double[] testlet = elimination.testletLink;
    int at = b * terms.width;
    double h = 1 - share * testlet[at + one];
    double x = terms.design[row + one + 1] - share * testlet[at + one + 1];
    for (int a = 0; a < one; a++) {
      place[a] = a;
      value[a] = terms.design[row + a] - share * testlet[at + a];
    }
    int count = add(one, layout.competence(panel.blockCompetence[b]), h);
    count = add(count, layout.source(panel.source[r]), h);
    count = add(count, layout.severity(panel.severity[r]), h);
    double[] d = elimination.raterInverse;
    double fh = d[3 * r] * h + d[3 * r + 1] * x;
    double fx = d[3 * r + 1] * h + d[3 * r + 2] * x;
    double rater = square[0] * fh * fh + 2 * square[1] * fh * fx + square[2] * fx * fx;
    return share + h * fh + x * fx + rater + shared(count, fh, fx);
  }

  private int add(int count, int at, double h) {
    place[count] = at;
    value[count] = h;
    return at < 0 ? count : count + 1;
  }

  /** dᵀ S⁻¹ d − 2 dᵀ W f. */
  private double shared(int count, double fh, double fx) {
    double sum = 0;
    for (int s = 0; s < count; s++) {
      int row = place[s] * core;
      double product = inverse[row + place[s]] * value[s] / 2;
      for (int t = 0; t < s; t++) {
        product += inverse[row + place[t]] * value[t];
      }
      product -= link[2 * place[s]] * fh + link[2 * place[s] + 1] * fx;
      sum += value[s] * product;
    }
    return 2 * sum;
  }
}
