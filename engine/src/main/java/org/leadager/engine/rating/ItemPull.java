package org.leadager.engine.rating;

/**
 * How uncertain items pull at a subject's core: Σ ω (∂ℓ'/∂φ) u times the SD of φ, one column for
 * each parameter φ and one for the shift that all items have in common.
 */
final class ItemPull {
  private final SubjectMode mode;
  private final ModelTerms terms;
  final ParameterColumns columns;
  final int core;

  /** D: column φ starts at φ · core, zeros fill up fours; empty when the items are certain. */
  final double[] pull;

  final double[] common;
  private final GradedResponse response = new GradedResponse();

  ItemPull(SubjectMode mode, ParameterColumns columns) {
    this.mode = mode;
    this.columns = columns;
    terms = mode.posterior().terms;
    core = mode.posterior().layout.size;
    common = new double[core];
    pull = new double[terms.parameters.isCertain() ? 0 : (columns.size + 3) / 4 * 4 * core];
    if (pull.length > 0) {
      gather();
      scale();
    }
  }

  private void gather() {
    Panel panel = mode.posterior().panel;
    double[] u = new double[core];
    double[] hx = new double[2];
    for (int r = 0; r < panel.raters; r++) {
      for (int b = panel.raterStart[r]; b < panel.raterStart[r + 1]; b++) {
        double intercept = mode.posterior().intercept(mode.state(), r, b);
        for (int n = panel.blockStart[b]; n < panel.blockStart[b + 1]; n++) {
          int i = panel.item[n];
          mode.elimination().project(r, b, i, u, hx);
          gatherRating(r, n, intercept + mode.posterior().slopePart(mode.state(), r, i), u);
        }
      }
    }
  }

  /** ∂ℓ'/∂φ of one answer: thresholds pull by a² p (1 − p), the slope by a ∂ℓ'/∂a. */
  private void gatherRating(int r, int n, double eta, double[] u) {
    Panel panel = mode.posterior().panel;
    int i = panel.item[n];
    int g = panel.source[r];
    int k = panel.answer[n];
    double a = terms.parameters.slope(i);
    double[] bounds = terms.bound[i][g];
    response.evaluate(eta, a, bounds, terms.logGap[i][g], k);
    double omega = panel.weight[r];
    double byLogSlope = response.slope;
    if (k > 0) {
      byLogSlope -= response.lowerPull * (eta - bounds[k]);
      add(columns.threshold(i, k - 1), omega * response.lowerPull, u);
    }
    if (k < bounds.length - 2) {
      byLogSlope -= response.upperPull * (eta - bounds[k + 1]);
      add(columns.threshold(i, k), omega * response.upperPull, u);
    }
    add(columns.logSlope(i), omega * byLogSlope, u);
    add(columns.shift(i), omega * response.weight, u);
    add(columns.sourceShift(i, g), omega * response.weight, u);
    for (int j = 0; j < core; j++) {
      common[j] += omega * response.weight * u[j];
    }
  }

  private void add(int column, double factor, double[] u) {
    int at = column * core;
    for (int j = 0; j < core; j++) {
      pull[at + j] += factor * u[j];
    }
  }

  private void scale() {
    for (int column = 0; column < columns.size; column++) {
      double sd = columns.sd(column);
      for (int j = column * core; j < (column + 1) * core; j++) {
        pull[j] *= sd;
      }
    }
    for (int j = 0; j < core; j++) {
      common[j] *= terms.parameters.commonShiftSd();
    }
  }

  /** Columns that pull: every parameter, where items are uncertain, and the common shift. */
  int width() {
    return pull.length == 0 ? 0 : columns.size + 1;
  }

  /** Column c, the common shift last, as one number for each unknown of the core. */
  void copyColumn(int c, double[] to) {
    System.arraycopy(
        c < columns.size ? pull : common, c < columns.size ? c * core : 0, to, 0, core);
  }

  /**
   * Adds what the same parameters do to the severities through other subjects' answers.
   *
   * @param elsewhere a row for each severity, the core's last unknowns; {@link #width} numbers each
   */
  void addElsewhere(double[] elsewhere) {
    int width = width();
    int rows = width == 0 ? 0 : elsewhere.length / width;
    for (int j = 0; j < rows; j++) {
      int at = core - rows + j;
      for (int c = 0; c < columns.size; c++) {
        pull[c * core + at] += elsewhere[j * width + c];
      }
      common[at] += elsewhere[j * width + columns.size];
    }
  }
}
