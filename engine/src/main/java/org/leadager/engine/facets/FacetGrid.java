package org.leadager.engine.facets;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which grid a fit needs: wide enough for the subjects' distribution, and fine enough for all but
 * the narrowest 5% of posteriors.
 */
final class FacetGrid {
  static final int FIRST_POINTS = 61;
  static final double FIRST_REACH = 8;
  private static final int MOST_POINTS = 481;
  private static final double FARTHEST = 300;

  /** A thousandth of a logit is no difference between subjects. */
  private static final double LEAST = 1e-6;

  private FacetGrid() {}

  /**
   * A grid that serves this fit better; empty where this one will do, or none would.
   *
   * @param woken whether the state's σ is a guess that this grid may be too coarse for
   */
  static Optional<FacetEm> better(FacetEm em, FacetState state, boolean woken) {
    double sigma = state.sigma();
    boolean narrow = em.reach() < 6 * sigma && em.reach() < FARTHEST;
    boolean coarse = narrowest(em) < em.spacing();
    if ((!woken && em.flat(state)) || (!narrow && !coarse)) {
      return Optional.empty();
    }
    boolean wasteful = coarse && em.reach() > 12 * sigma;
    double reach = narrow || wasteful ? Math.min(6.5 * sigma, FARTHEST) : em.reach();
    double spacing = Math.min(coarse ? em.spacing() / 2 : em.spacing(), sigma / 2);
    int points = Math.clamp(2 * (long) Math.ceil(reach / spacing) + 1, FIRST_POINTS, MOST_POINTS);
    boolean same = reach == em.reach() && points <= em.node.length;
    return same ? Optional.empty() : Optional.of(new FacetEm(em.data, points, reach));
  }

  /** The state with the variance that subjects who seem alike have on a finer grid, if any. */
  static Optional<FacetState> woken(FacetEm em, FacetState state) {
    double excess = em.flat(state) ? excess(state) : 0;
    if (!(excess > LEAST)) {
      return Optional.empty();
    }
    double[] x = state.x.clone();
    x[state.size - 1] = Math.log(excess) / 2;
    return Optional.of(state.with(x));
  }

  /** The posterior deviation that 5% of subjects fall short of. */
  static double narrowest(FacetEm em) {
    double[] sd = new double[em.data.subjects()];
    for (int s = 0; s < sd.length; s++) {
      sd[s] = em.moments(s)[1];
    }
    Arrays.sort(sd);
    return sd[sd.length / 20];
  }

  /**
   * The variance of subjects that the answers ask for where the fit has none: with a subject's
   * score u and information J at θ = 0, the likelihood rises with σ² where Σ (u² − J) &gt; 0, and a
   * step of scoring leads to Σ (u² − J) / Σ J².
   */
  private static double excess(FacetState state) {
    FacetData data = state.data;
    double[][] weights = state.weights();
    double[] leniency = state.leniency();
    double excess = 0;
    double squares = 0;
    for (int s = 0; s < data.subjects(); s++) {
      double score = 0;
      double information = 0;
      for (int a = data.start[s]; a < data.start[s + 1]; a++) {
        int i = data.item[a];
        double[] mass = new double[data.categories(i)];
        mass[data.code[a]] = 1;
        state.categories.at(weights[i], leniency[data.rater[a]], mass);
        score += state.categories.slope();
        information += state.categories.weight();
      }
      excess += score * score - information;
      squares += information * information;
    }
    return excess / squares;
  }
}
