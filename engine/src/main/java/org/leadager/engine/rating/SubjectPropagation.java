package org.leadager.engine.rating;

import java.util.Arrays;

/**
 * Expectation propagation (Minka 2001) for one subject: every cell's likelihood has a Gaussian
 * stand-in in its η, chosen so that the approximate posterior has the mean and variance that the
 * true likelihood of this cell would give it. Unlike Laplace's approximation it does not lean on
 * the posterior's top, which lies off its mean where a rater gives few answers.
 *
 * <p>One sweep is one linear solve, {@link Elimination}'s, and one small quadrature per cell.
 */
final class SubjectPropagation {
  private static final int MAX_SWEEPS = 60;
  private static final int DAMPED_FROM = 20;
  private static final double DAMPING = .5;

  /** A thousandth of an SD, where sweeps run out: far below any standard error. */
  private static final double NEARLY_AT_REST = 1e-3;

  /** A cell's variance cannot fall by more in one sweep: nodes placed far off would see nothing. */
  private static final double LARGEST_FALL = .05;

  final ModelTerms terms;
  final Cells cells;
  final Posterior posterior;
  final Elimination elimination;
  final CellVariance spread;
  final State mean;
  final double[] etaMean;
  final double[] etaVariance;

  /** Precision and shift of each cell's stand-in. */
  final double[] sites;

  private double lastChange = Double.POSITIVE_INFINITY;
  private final State zero;
  private final double[] site = new double[2];

  SubjectPropagation(ModelTerms terms, Cells cells, double[] sites) {
    this.terms = terms;
    this.cells = cells;
    this.sites = sites;
    Panel panel = cells.panel;
    Layout layout = new Layout(terms.structure, 0);
    posterior = new Posterior(terms, panel, layout);
    elimination = new Elimination(posterior);
    spread = new CellVariance(posterior, elimination);
    zero = new State(layout.size, panel.raters, panel.blocks);
    mean = new State(layout.size, panel.raters, panel.blocks);
    etaMean = new double[cells.count];
    etaVariance = new double[cells.count];
  }

  /** Stand-ins that touch the likelihood at the posterior's top. */
  static double[] firstSites(ModelTerms terms, Cells cells) {
    PosteriorMode mode = PosteriorMode.find(terms, cells.panel);
    Panel panel = cells.panel;
    GradedResponse response = new GradedResponse();
    double[] sites = new double[2 * cells.count];
    for (int c = 0; c < cells.count; c++) {
      int r = cells.rater[c];
      int g = panel.source[r];
      double eta =
          mode.posterior.intercept(mode.state, r, cells.block[c])
              + mode.posterior.slopePart(mode.state, r, cells.item[c]);
      for (int e = cells.start[c]; e < cells.start[c + 1]; e++) {
        int i = panel.item[cells.row[e]];
        int k = panel.answer[cells.row[e]];
        double a = terms.parameters.slope(i);
        response.evaluate(eta, a, terms.bound[i][g], terms.logGap[i][g], k);
        sites[2 * c] += panel.weight[r] * response.weight;
        sites[2 * c + 1] += panel.weight[r] * (response.weight * eta + response.slope);
      }
    }
    return sites;
  }

  /** Sweeps until no cell's mean moves by more than the tolerance times its SD; false when not. */
  boolean settle(CellQuadrature quadrature, double tolerance) {
    for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
      if (!solve()) {
        return false;
      }
      double step = sweep < DAMPED_FROM ? 1 : DAMPING;
      if (update(quadrature, step, tolerance)) {
        return true;
      }
    }
    return lastChange < NEARLY_AT_REST;
  }

  /** Posterior mean and each cell's mean and variance of η under the present stand-ins. */
  private boolean solve() {
    fillBlocks();
    elimination.eliminate(zero);
    if (!elimination.factor()) {
      return false;
    }
    elimination.step(mean);
    spread.start();
    for (int c = 0; c < cells.count; c++) {
      int r = cells.rater[c];
      int b = cells.block[c];
      if (c == 0 || r != cells.rater[c - 1]) {
        spread.rater(r);
      }
      etaMean[c] = posterior.intercept(mean, r, b) + posterior.slopePart(mean, r, cells.item[c]);
      etaVariance[c] = spread.of(r, b, cells.item[c]);
    }
    return true;
  }

  /** uᵀ S⁻¹ u + hxᵀ D⁻¹ hx. */
  double variance(int r, double[] core, double[] local) {
    double[] d = elimination.raterInverse;
    double sum =
        d[3 * r] * local[0] * local[0]
            + 2 * d[3 * r + 1] * local[0] * local[1]
            + d[3 * r + 2] * local[1] * local[1];
    return sum + Dense.inverseForm(elimination.matrix, core.length, core);
  }

  private void fillBlocks() {
    Arrays.fill(posterior.information, 0);
    Arrays.fill(posterior.score, 0);
    int width = terms.width;
    for (int c = 0; c < cells.count; c++) {
      int row = cells.item[c] * width;
      int at = cells.block[c] * width;
      for (int j = 0; j < width; j++) {
        double zj = terms.design[row + j];
        posterior.score[at + j] += sites[2 * c + 1] * zj;
        for (int k = 0; k <= j; k++) {
          posterior.information[at * width + j * width + k] +=
              sites[2 * c] * zj * terms.design[row + k];
        }
      }
    }
  }

  /** Moves every stand-in towards its tilted moments; true when they were there already. */
  private boolean update(CellQuadrature quadrature, double step, double tolerance) {
    double largest = 0;
    double[] next = new double[sites.length];
    for (int c = 0; c < cells.count; c++) {
      double m = etaMean[c];
      double v = etaVariance[c];
      tilt(quadrature, c);
      double tilted = Math.max(quadrature.variance, LARGEST_FALL * v);
      double change = Math.abs(quadrature.mean - m) / Math.sqrt(v) + Math.abs(tilted / v - 1);
      largest = Math.max(largest, change);
      double precision = sites[2 * c] + step * (1 / tilted - 1 / v);
      next[2 * c] = Math.max(precision, 0);
      next[2 * c + 1] = sites[2 * c + 1] + step * (quadrature.mean / tilted - m / v);
    }
    lastChange = largest;
    if (largest < tolerance) {
      return true;
    }
    System.arraycopy(next, 0, sites, 0, next.length);
    return false;
  }

  void tilt(CellQuadrature quadrature, int c) {
    site[0] = sites[2 * c];
    site[1] = sites[2 * c + 1];
    quadrature.tilt(cells, c, etaMean[c], etaVariance[c], site);
  }

  /** ln of the Gaussian integral of priors and stand-ins, the cells' normalisers left out. */
  double logGaussian() {
    double sum = posterior.logPrior(mean) - elimination.logDeterminant() / 2;
    sum += posterior.logPriorPrecision() / 2;
    for (int c = 0; c < cells.count; c++) {
      double t = etaMean[c];
      sum += t * (sites[2 * c + 1] - sites[2 * c] * t / 2);
    }
    return sum;
  }
}
