package org.leadager.engine.crossed;

/**
 * The answers sorted by the factor with more levels (outer), which is eliminated because its block
 * of the equations is diagonal; the factor with fewer levels (inner) stays as a dense matrix.
 * Answer e links outer {@code outer[e]} and inner {@code inner[e]}.
 */
final class Design {
  final boolean ratersOuter;
  final int outers;
  final int inners;
  final int answers;

  /** Answers of outer level i are start[i] … start[i + 1] − 1. */
  final int[] start;

  final int[] outer;
  final int[] inner;
  final int[] group;
  final int groups;
  final double[] y;

  Design(CrossedRatings data) {
    ratersOuter = data.raters().groups() >= data.ratees().groups();
    outers = Math.max(data.raters().groups(), data.ratees().groups());
    inners = Math.min(data.raters().groups(), data.ratees().groups());
    groups = data.groups().groups();
    answers = data.answered();
    start = new int[outers + 1];
    outer = new int[answers];
    inner = new int[answers];
    group = new int[answers];
    y = new double[answers];
    sort(data);
  }

  private void sort(CrossedRatings data) {
    for (int r = 0; r < data.rows(); r++) {
      if (!Double.isNaN(data.answer(r))) {
        start[outerOf(data, r) + 1]++;
      }
    }
    for (int i = 0; i < outers; i++) {
      start[i + 1] += start[i];
    }
    int[] next = start.clone();
    for (int r = 0; r < data.rows(); r++) {
      if (!Double.isNaN(data.answer(r))) {
        int e = next[outerOf(data, r)]++;
        outer[e] = outerOf(data, r);
        inner[e] = ratersOuter ? data.ratees().group(r) : data.raters().group(r);
        group[e] = data.groups().group(r);
        y[e] = data.answer(r);
      }
    }
  }

  private int outerOf(CrossedRatings data, int row) {
    return ratersOuter ? data.raters().group(row) : data.ratees().group(row);
  }

  /** Length of a vector of all random effects: the outer ones first. */
  int effects() {
    return outers + inners;
  }

  /** Λ Z'x: a value by answer, added up over the answers of each level, times its SD. */
  double[] collect(double[] byAnswer, double outerSd, double innerSd) {
    double[] sum = new double[outers + inners];
    for (int e = 0; e < answers; e++) {
      sum[outer[e]] += outerSd * byAnswer[e];
      sum[outers + inner[e]] += innerSd * byAnswer[e];
    }
    return sum;
  }

  /** (Z Λ u) at answer e. */
  double effect(double[] u, int e, double outerSd, double innerSd) {
    return outerSd * u[outer[e]] + innerSd * u[outers + inner[e]];
  }
}
