package org.leadager.engine.crossed;

import org.jspecify.annotations.Nullable;

/**
 * Minus Laplace's log-likelihood, −(h(û) − ½ log|H|) with H = Λ Z'WZ Λ + I at the mode û, and its
 * exact gradient. The mode moves with the parameters: κ = H⁻¹ ½ Σ v (∂W/∂η) carries what that does
 * to log|H|, where v is the variance of an answer's predictor.
 */
final class LaplaceObjective implements QuasiNewton.Objective {
  static final double WIDEST = 50;
  private final Design design;
  private final int[] category;
  private final int thresholds;
  private double[] mode;

  LaplaceObjective(Design design, int[] category, int categories) {
    this.design = design;
    this.category = category;
    this.thresholds = categories - 1;
    this.mode = new double[design.effects()];
  }

  @Override
  public QuasiNewton.Point at(double[] x) {
    OrdinalState state = new OrdinalState(x, thresholds);
    if (!state.valid(WIDEST)) {
      return QuasiNewton.Point.outside(x);
    }
    Look look = look(state);
    if (look == null) {
      return QuasiNewton.Point.outside(x);
    }
    return new QuasiNewton.Point(x, -look.logLik, gradient(x.length, state, look));
  }

  /** Mode, spread and value at one set of parameters; null where the mode was not found. */
  @Nullable Look look(OrdinalState state) {
    ModeSearch search = new ModeSearch(design, category, state, mode);
    if (!search.run()) {
      return null;
    }
    mode = search.mode();
    double[] weight = new double[design.answers];
    double[] eta = new double[design.answers];
    CumulativeLogit answer = new CumulativeLogit();
    for (int e = 0; e < weight.length; e++) {
      eta[e] = search.predictor(e);
      answer.at(state.upper(category[e]) - eta[e], state.lower(category[e]) - eta[e]);
      weight[e] = answer.weight;
    }
    PenalisedSystem system = new PenalisedSystem(design, weight, state.outerSd(), state.innerSd());
    double logLik = search.value() - system.logDeterminant() / 2;
    return new Look(logLik, search.mode(), eta, system);
  }

  private double[] gradient(int parameters, OrdinalState state, Look look) {
    double[] v = look.predictorVariance(design, state);
    double[] kappa = look.system.solve(pull(state, look, v));
    double[] g = new double[parameters];
    CumulativeLogit a = new CumulativeLogit();
    int at = parameters - 2;
    for (int e = 0; e < design.answers; e++) {
      int k = category[e];
      a.at(state.upper(k) - look.eta[e], state.lower(k) - look.eta[e]);
      double move = design.effect(kappa, e, state.outerSd(), state.innerSd());
      if (k < thresholds) {
        g[k] -= a.upperSlope - v[e] * a.upperSkew / 2 - move * a.upperCross;
      }
      if (k > 0) {
        g[k - 1] -= a.lowerSlope - v[e] * a.lowerSkew / 2 - move * a.lowerCross;
      }
      double byPredictor = a.slope - v[e] * a.skew / 2 + move * a.weight;
      if (design.group[e] > 0) {
        g[state.shiftAt(design.group[e])] -= byPredictor;
      }
      int i = design.outer[e];
      int j = design.outers + design.inner[e];
      double both = look.spread.covariance[e];
      double outer = state.outerSd() * look.spread.variance[i] + state.innerSd() * both;
      double inner = state.innerSd() * look.spread.variance[j] + state.outerSd() * both;
      g[at] -= byPredictor * look.u[i] - a.weight * outer - kappa[i] * a.slope;
      g[at + 1] -= byPredictor * look.u[j] - a.weight * inner - kappa[j] * a.slope;
    }
    return g;
  }

  /** Λ Z' ½ v ∂W/∂η. */
  private double[] pull(OrdinalState state, Look look, double[] v) {
    double[] pull = new double[design.answers];
    CumulativeLogit answer = new CumulativeLogit();
    for (int e = 0; e < pull.length; e++) {
      int k = category[e];
      answer.at(state.upper(k) - look.eta[e], state.lower(k) - look.eta[e]);
      pull[e] = v[e] * answer.skew / 2;
    }
    return design.collect(pull, state.outerSd(), state.innerSd());
  }

  /** What was found at one set of parameters. */
  static final class Look {
    final double logLik;
    final double[] u;
    final double[] eta;
    final PenalisedSystem system;
    final PenalisedSystem.Spread spread;

    private Look(double logLik, double[] u, double[] eta, PenalisedSystem system) {
      this.logLik = logLik;
      this.u = u;
      this.eta = eta;
      this.system = system;
      this.spread = system.spread();
    }

    private double[] predictorVariance(Design design, OrdinalState state) {
      double outerSd = state.outerSd();
      double innerSd = state.innerSd();
      double[] v = new double[design.answers];
      for (int e = 0; e < v.length; e++) {
        v[e] =
            outerSd * outerSd * spread.variance[design.outer[e]]
                + 2 * outerSd * innerSd * spread.covariance[e]
                + innerSd * innerSd * spread.variance[design.outers + design.inner[e]];
      }
      return v;
    }
  }
}
