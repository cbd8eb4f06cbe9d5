package org.leadager.engine.rating;

import java.util.Arrays;

/**
 * Solves the Newton system of one subject by structure: each testlet v is a single pivot, each
 * rater's (h, x) a 2 × 2 pivot, and what remains is the dense core.
 *
 * <p>H is minus the Hessian of the log posterior. After {@link #eliminate} the matrix S is the
 * Schur complement of everything eliminated, so S⁻¹ is exactly the core's block of H⁻¹: the Laplace
 * covariance of the core comes from the same elimination as the step.
 */
final class Elimination {
  private final Posterior posterior;
  private final ModelTerms terms;
  private final Panel panel;
  private final Layout layout;
  private final int width;
  private final int one;
  private final int core;

  /** H_vv of each block; 1 where the block has no testlet. */
  final double[] testletPivot;

  /** Column of ẑ's 1 in P per block: how v hangs together with the local unknowns. */
  final double[] testletLink;

  private final double[] testletScore;

  /** (h, x) block of each rater as D⁻¹: hh, hx, xx. */
  final double[] raterInverse;

  private final double[] raterScore;

  /** H between core and (h, x): two numbers per core unknown and rater. */
  final double[] raterLink;

  /** The Schur complement S of the core, lower triangle; then its Cholesky factor. */
  final double[] matrix;

  final double[] rightSide;
  private double logPivots;

  Elimination(Posterior posterior) {
    this.posterior = posterior;
    terms = posterior.terms;
    panel = posterior.panel;
    layout = posterior.layout;
    width = terms.width;
    one = terms.axes;
    core = layout.size;
    testletPivot = new double[panel.blocks];
    testletLink = new double[panel.blocks * width];
    testletScore = new double[panel.blocks];
    raterInverse = new double[panel.raters * 3];
    raterScore = new double[panel.raters * 2];
    raterLink = new double[panel.raters * core * 2];
    matrix = new double[core * core];
    rightSide = new double[core];
  }

  /** Builds S and the core's right side at the state last given to the posterior. */
  void eliminate(State state) {
    Arrays.fill(matrix, 0);
    Arrays.fill(rightSide, 0);
    Arrays.fill(raterLink, 0);
    logPivots = 0;
    addCorePrior(state);
    for (int r = 0; r < panel.raters; r++) {
      startRater(state, r);
      for (int b = panel.raterStart[r]; b < panel.raterStart[r + 1]; b++) {
        eliminateTestlet(state, b);
        gatherBlock(r, b);
      }
      eliminateRater(r);
    }
  }

  private void addCorePrior(State state) {
    for (int i = 0; i < terms.axes; i++) {
      for (int j = 0; j < terms.axes; j++) {
        double precision = terms.axisPrecision[i * terms.axes + j];
        matrix[i * core + j] += precision;
        rightSide[i] -= precision * state.core[j];
      }
    }
    for (int j = terms.axes; j < core; j++) {
      double precision = posterior.corePrecision(j);
      matrix[j * core + j] += precision;
      rightSide[j] -= precision * state.core[j];
    }
  }

  private void startRater(State state, int r) {
    double precision = 1 / posterior.haloVariance(r);
    double mean = terms.priors.haloMean(panel.source[r]);
    raterInverse[3 * r] = precision;
    raterInverse[3 * r + 1] = 0;
    raterInverse[3 * r + 2] = terms.slantPrecision;
    raterScore[2 * r] = -precision * (state.halo[r] - mean);
    raterScore[2 * r + 1] = -terms.slantPrecision * state.slant[r];
  }

  /** P ← P − P₁ P₁ᵀ / H_vv and q ← q − P₁ q_v / H_vv. */
  private void eliminateTestlet(State state, int b) {
    testletPivot[b] = 1;
    if (!terms.hasTestlet(panel.blockCompetence[b])) {
      return;
    }
    double[] p = posterior.information;
    double[] q = posterior.score;
    int at = b * width * width;
    for (int j = 0; j < width; j++) {
      testletLink[b * width + j] = j > one ? p[at + j * width + one] : p[at + one * width + j];
    }
    double pivot = p[at + one * width + one] + terms.testletPrecision;
    testletPivot[b] = pivot;
    testletScore[b] = q[b * width + one] - terms.testletPrecision * state.testlet[b];
    logPivots += Math.log(pivot);
    for (int j = 0; j < width; j++) {
      double factor = testletLink[b * width + j] / pivot;
      q[b * width + j] -= factor * testletScore[b];
      for (int k = 0; k <= j; k++) {
        p[at + j * width + k] -= factor * testletLink[b * width + k];
      }
    }
  }

  /** Adds the block's P and q to the core, to the rater's pivot and to the link between them. */
  private void gatherBlock(int r, int b) {
    double[] p = posterior.information;
    int at = b * width * width;
    double ones = p[at + one * width + one];
    double oneSlant = p[at + (one + 1) * width + one];
    raterInverse[3 * r] += ones;
    raterInverse[3 * r + 1] += oneSlant;
    raterInverse[3 * r + 2] += p[at + (one + 1) * width + one + 1];
    raterScore[2 * r] += posterior.score[b * width + one];
    raterScore[2 * r + 1] += posterior.score[b * width + one + 1];
    for (int a = 0; a < one; a++) {
      rightSide[a] += posterior.score[b * width + a];
      link(r, a, p[at + one * width + a], p[at + (one + 1) * width + a]);
      for (int c = 0; c <= a; c++) {
        matrix[a * core + c] += p[at + a * width + c];
      }
    }
    gatherShared(r, b, layout.competence(panel.blockCompetence[b]), -1, -1);
    gatherShared(
        r, b, layout.source(panel.source[r]), layout.competence(panel.blockCompetence[b]), -1);
    gatherShared(
        r,
        b,
        layout.severity(panel.severity[r]),
        layout.competence(panel.blockCompetence[b]),
        layout.source(panel.source[r]));
  }

  /** One core unknown that enters the block with a 1, against the axes and two earlier ones. */
  private void gatherShared(int r, int b, int j, int earlier, int other) {
    if (j < 0) {
      return;
    }
    double[] p = posterior.information;
    int at = b * width * width;
    double ones = p[at + one * width + one];
    rightSide[j] += posterior.score[b * width + one];
    link(r, j, ones, p[at + (one + 1) * width + one]);
    matrix[j * core + j] += ones;
    for (int a = 0; a < one; a++) {
      matrix[j * core + a] += p[at + one * width + a];
    }
    if (earlier >= 0) {
      matrix[j * core + earlier] += ones;
    }
    if (other >= 0) {
      matrix[j * core + other] += ones;
    }
  }

  private void link(int r, int j, double halo, double slant) {
    raterLink[(r * core + j) * 2] += halo;
    raterLink[(r * core + j) * 2 + 1] += slant;
  }

  /** S ← S − B D⁻¹ Bᵀ and the same for the right side. */
  private void eliminateRater(int r) {
    invertPivot(r);
    double hh = raterInverse[3 * r];
    double hx = raterInverse[3 * r + 1];
    double xx = raterInverse[3 * r + 2];
    double gh = raterScore[2 * r];
    double gx = raterScore[2 * r + 1];
    for (int j = 0; j < core; j++) {
      int at = (r * core + j) * 2;
      double bh = raterLink[at];
      double bx = raterLink[at + 1];
      if (bh != 0 || bx != 0) {
        double fh = bh * hh + bx * hx;
        double fx = bh * hx + bx * xx;
        rightSide[j] -= fh * gh + fx * gx;
        for (int k = 0; k <= j; k++) {
          int other = (r * core + k) * 2;
          matrix[j * core + k] -= fh * raterLink[other] + fx * raterLink[other + 1];
        }
      }
    }
  }

  private void invertPivot(int r) {
    double hh = raterInverse[3 * r];
    double hx = raterInverse[3 * r + 1];
    double xx = raterInverse[3 * r + 2];
    double determinant = hh * xx - hx * hx;
    logPivots += Math.log(determinant);
    raterInverse[3 * r] = xx / determinant;
    raterInverse[3 * r + 1] = -hx / determinant;
    raterInverse[3 * r + 2] = hh / determinant;
  }

  /** Factors S; false when it is not positive definite, which only a broken number can cause. */
  boolean factor() {
    return Dense.cholesky(matrix, core);
  }

  /** ln |H|, after {@link #factor}. */
  double logDeterminant() {
    return logPivots + Dense.logDeterminant(matrix, core);
  }

  /** The whole Newton step, after {@link #factor}. */
  void step(State out) {
    System.arraycopy(rightSide, 0, out.core, 0, core);
    Dense.solve(matrix, core, out.core);
    substituteBack(out);
  }

  /** Steps of (h, x) and v once the core's step is known. */
  void substituteBack(State out) {
    for (int r = 0; r < panel.raters; r++) {
      double gh = raterScore[2 * r];
      double gx = raterScore[2 * r + 1];
      for (int j = 0; j < core; j++) {
        gh -= raterLink[(r * core + j) * 2] * out.core[j];
        gx -= raterLink[(r * core + j) * 2 + 1] * out.core[j];
      }
      out.halo[r] = raterInverse[3 * r] * gh + raterInverse[3 * r + 1] * gx;
      out.slant[r] = raterInverse[3 * r + 1] * gh + raterInverse[3 * r + 2] * gx;
      for (int b = panel.raterStart[r]; b < panel.raterStart[r + 1]; b++) {
        out.testlet[b] = testletStep(out, r, b);
      }
    }
  }

  private double testletStep(State step, int r, int b) {
    if (!terms.hasTestlet(panel.blockCompetence[b])) {
      return 0;
    }
    int at = b * width;
    double g = testletScore[b] - testletLink[at + one + 1] * step.slant[r];
    for (int a = 0; a < one; a++) {
      g -= testletLink[at + a] * step.core[a];
    }
    return (g - testletLink[at + one] * posterior.withoutTestlet(step, r, b)) / testletPivot[b];
  }

  /**
   * ẑ of an item after eliminating its testlet and its rater: the core part goes to {@code u}, the
   * (h, x) part to {@code hx}. S⁻¹ u is the core's row of H⁻¹ for that answer.
   */
  void project(int r, int b, int item, double[] u, double[] hx) {
    int row = item * width;
    boolean testlet = terms.hasTestlet(panel.blockCompetence[b]);
    projectBlock(b, testlet ? 1 : 0, 1, u, hx);
    hx[1] += terms.design[row + one + 1];
    finish(r, b, u, hx);
    for (int a = 0; a < one; a++) {
      u[a] += terms.design[row + a];
    }
  }

  /** The same for a block's testlet v alone, which must exist. */
  void projectTestlet(int r, int b, double[] u, double[] hx) {
    projectBlock(b, 1, 0, u, hx);
    finish(r, b, u, hx);
  }

  /** The same for a rater's h (0) or x (1) alone. */
  void projectRater(int r, int which, double[] u, double[] hx) {
    hx[which] = 1;
    hx[1 - which] = 0;
    spread(r, hx, u);
  }

  /** Part of an answer's posterior variance that is its testlet's alone. */
  double testletShare(int b) {
    return terms.hasTestlet(panel.blockCompetence[b]) ? 1 / testletPivot[b] : 0;
  }

  /** A design of v and of all other ones, without axes and slant, after eliminating v. */
  private void projectBlock(int b, double testlet, double ones, double[] u, double[] hx) {
    double share = testlet / testletPivot[b];
    hx[0] = ones - share * testletLink[b * width + one];
    hx[1] = -share * testletLink[b * width + one + 1];
    for (int a = 0; a < one; a++) {
      u[a] = -share * testletLink[b * width + a];
    }
  }

  /** Completes u, whose axes are filled, from what is left of the ones and the slant. */
  private void finish(int r, int b, double[] u, double[] hx) {
    double[] axes = Arrays.copyOf(u, one);
    spread(r, hx, u);
    for (int a = 0; a < one; a++) {
      u[a] += axes[a];
    }
    addShared(u, layout.competence(panel.blockCompetence[b]), hx[0]);
    addShared(u, layout.source(panel.source[r]), hx[0]);
    addShared(u, layout.severity(panel.severity[r]), hx[0]);
  }

  /** u = −B D⁻¹ hx. */
  private void spread(int r, double[] hx, double[] u) {
    double fh = raterInverse[3 * r] * hx[0] + raterInverse[3 * r + 1] * hx[1];
    double fx = raterInverse[3 * r + 1] * hx[0] + raterInverse[3 * r + 2] * hx[1];
    for (int j = 0; j < core; j++) {
      int at = (r * core + j) * 2;
      u[j] = -raterLink[at] * fh - raterLink[at + 1] * fx;
    }
  }

  private static void addShared(double[] u, int j, double value) {
    if (j >= 0) {
      u[j] += value;
    }
  }
}
