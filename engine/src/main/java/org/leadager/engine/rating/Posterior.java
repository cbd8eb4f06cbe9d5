package org.leadager.engine.rating;

import java.util.Arrays;

/**
 * The log posterior of one subject's unknowns, with the pieces of its gradient and Hessian that
 * {@link Elimination} puts together.
 *
 * <p>Within a block only three kinds of local unknowns appear: the axes through w, everything that
 * enters with a 1 (s, δ, t, h, v), and the slant through its sign. So a block is summed up by one
 * small matrix P = Σ ω w ẑ ẑᵀ and one vector q = Σ ω ℓ' ẑ, with ẑ = (w, 1, sign) and ω the rater's
 * weight.
 */
final class Posterior {
  final ModelTerms terms;
  final Panel panel;
  final Layout layout;

  /** P of each block, {@code width × width}. */
  final double[] information;

  /** q of each block. */
  final double[] score;

  private final GradedResponse response = new GradedResponse();

  Posterior(ModelTerms terms, Panel panel, Layout layout) {
    this.terms = terms;
    this.panel = panel;
    this.layout = layout;
    information = new double[panel.blocks * terms.width * terms.width];
    score = new double[panel.blocks * terms.width];
  }

  /** Start of the search: every unknown at its prior mean. */
  State start() {
    State state = new State(layout.size, panel.raters, panel.blocks);
    for (int r = 0; r < panel.raters; r++) {
      state.halo[r] = terms.priors.haloMean(panel.source[r]);
    }
    return state;
  }

  /** Prior variance of a rater's own halo: without the severity where that stands apart. */
  double haloVariance(int r) {
    return terms.priors.haloVariance(panel.source[r]) - panel.severityVariance[r];
  }

  /** Fills P and q of every block at the state and returns the log posterior up to a constant. */
  double evaluate(State state) {
    Arrays.fill(information, 0);
    Arrays.fill(score, 0);
    double sum = logPrior(state);
    for (int r = 0; r < panel.raters; r++) {
      for (int b = panel.raterStart[r]; b < panel.raterStart[r + 1]; b++) {
        sum += panel.weight[r] * addBlock(state, r, b);
      }
    }
    return sum;
  }

  private double addBlock(State state, int r, int b) {
    double intercept = intercept(state, r, b);
    int g = panel.source[r];
    double sum = 0;
    for (int n = panel.blockStart[b]; n < panel.blockStart[b + 1]; n++) {
      int i = panel.item[n];
      double eta = intercept + slopePart(state, r, i);
      double a = terms.parameters.slope(i);
      response.evaluate(eta, a, terms.bound[i][g], terms.logGap[i][g], panel.answer[n]);
      sum += response.logProbability;
      addRating(b, i, panel.weight[r] * response.slope, panel.weight[r] * response.weight);
    }
    return sum;
  }

  /** s + δ + t + h + v: the part of η shared by all answers of the block. */
  double intercept(State state, int r, int b) {
    double sum = withoutTestlet(state, r, b);
    return terms.hasTestlet(panel.blockCompetence[b]) ? sum + state.testlet[b] : sum;
  }

  /** s + δ + t + h. */
  double withoutTestlet(State state, int r, int b) {
    double sum = state.halo[r];
    int s = layout.competence(panel.blockCompetence[b]);
    int d = layout.source(panel.source[r]);
    int t = layout.severity(panel.severity[r]);
    sum += s < 0 ? 0 : state.core[s];
    sum += d < 0 ? 0 : state.core[d];
    return t < 0 ? sum : sum + state.core[t];
  }

  /** w · axes ± x. */
  double slopePart(State state, int r, int item) {
    int row = item * terms.width;
    double sum = terms.design[row + terms.axes + 1] * state.slant[r];
    for (int a = 0; a < terms.axes; a++) {
      sum += terms.design[row + a] * state.core[a];
    }
    return sum;
  }

  private void addRating(int b, int item, double slope, double weight) {
    int width = terms.width;
    for (int j = 0; j < width; j++) {
      score[b * width + j] += slope * terms.design[item * width + j];
    }
    int square = width * width;
    for (int e = 0; e < square; e++) {
      information[b * square + e] += weight * terms.designSquare[item * square + e];
    }
  }

  /** ln of the prior density, its constants left out. */
  double logPrior(State state) {
    double q = 0;
    for (int i = 0; i < terms.axes; i++) {
      for (int j = 0; j < terms.axes; j++) {
        q += state.core[i] * terms.axisPrecision[i * terms.axes + j] * state.core[j];
      }
    }
    for (int j = terms.axes; j < layout.own(); j++) {
      q += state.core[j] * state.core[j] * corePrecision(j);
    }
    for (int r = 0; r < panel.raters; r++) {
      double h = state.halo[r] - terms.priors.haloMean(panel.source[r]);
      q += h * h / haloVariance(r) + state.slant[r] * state.slant[r] * terms.slantPrecision;
    }
    for (double v : state.testlet) {
      q += v * v * terms.testletPrecision;
    }
    return -q / 2;
  }

  /** ln of the determinant of the prior precision of all unknowns. */
  double logPriorPrecision() {
    double sum = -terms.axisLogDeterminant;
    for (int j = terms.axes; j < layout.own(); j++) {
      sum += Math.log(corePrecision(j));
    }
    for (int r = 0; r < panel.raters; r++) {
      sum += Math.log(terms.slantPrecision) - Math.log(haloVariance(r));
    }
    for (int c : panel.blockCompetence) {
      sum += terms.hasTestlet(c) ? Math.log(terms.testletPrecision) : 0;
    }
    return sum;
  }

  /** Prior precision of s and δ; severities have theirs outside the subject. */
  double corePrecision(int j) {
    if (j >= layout.own()) {
      return 0;
    }
    int firstSource = layout.source(0);
    return firstSource >= 0 && j >= firstSource
        ? 1 / terms.priors.sourceVariance()
        : 1 / terms.priors.competenceVariance();
  }
}
