package org.leadager.engine.rating;

/** Adds one subject's expectations, under its settled approximate posterior, to the statistics. */
final class SubjectExpectation {
  private final SubjectPropagation fit;
  private final ModelTerms terms;
  private final Cells cells;
  private final Panel panel;
  private final CalibrationStatistics out;
  private final double[] u;
  private final double[] hx = new double[2];

  SubjectExpectation(SubjectPropagation fit, CalibrationStatistics out) {
    this.fit = fit;
    this.out = out;
    terms = fit.terms;
    cells = fit.cells;
    panel = cells.panel;
    u = new double[fit.posterior.layout.size];
  }

  void add(CellQuadrature quadrature) {
    out.logLikelihood += fit.logGaussian();
    for (int c = 0; c < cells.count; c++) {
      fit.tilt(quadrature, c);
      out.logLikelihood += quadrature.logNormaliser;
      quadrature.addMass(cells, c, out.mass);
    }
    addMoments();
  }

  /** Adds squares and products of the subject's unknowns. */
  void addMoments() {
    out.subjects++;
    addCore();
    for (int r = 0; r < panel.raters; r++) {
      addRater(r);
    }
  }

  private void addCore() {
    int n = fit.posterior.layout.size;
    double[] covariance = fit.spread.core();
    double[] core = fit.mean.core;
    int axes = terms.axes;
    for (int i = 0; i < axes; i++) {
      for (int j = 0; j < axes; j++) {
        out.axisMoment[i * axes + j] += core[i] * core[j] + covariance[i * n + j];
      }
    }
    Layout layout = fit.posterior.layout;
    int firstSource = layout.source(0);
    for (int j = axes; j < layout.own(); j++) {
      boolean source = firstSource >= 0 && j >= firstSource;
      if (!source || panel.ratersOf(j - firstSource) > 0) {
        addEffect(source ? 1 : 0, core[j] * core[j] + covariance[j * n + j]);
      }
    }
  }

  private void addRater(int r) {
    int g = panel.source[r];
    fit.elimination.projectRater(r, 0, u, hx);
    double h = fit.mean.halo[r] - terms.priors.haloMean(g);
    out.haloSum[g] += h * h + fit.variance(r, u, hx);
    out.haloCount[g]++;
    if (terms.structure.has(Effect.SLANT)) {
      fit.elimination.projectRater(r, 1, u, hx);
      double x = fit.mean.slant[r];
      addEffect(2, x * x + fit.variance(r, u, hx));
    }
    for (int b = panel.raterStart[r]; b < panel.raterStart[r + 1]; b++) {
      if (terms.hasTestlet(panel.blockCompetence[b])) {
        fit.elimination.projectTestlet(r, b, u, hx);
        double v = fit.mean.testlet[b];
        addEffect(3, v * v + fit.elimination.testletShare(b) + fit.variance(r, u, hx));
      }
    }
  }

  private void addEffect(int effect, double square) {
    out.effectSum[effect] += square;
    out.effectCount[effect]++;
  }
}
