package org.leadager.engine.crossed;

import org.jspecify.annotations.Nullable;

/**
 * Expectation propagation over the graph of subjects and raters (Minka 2001): every pair's answers
 * are replaced by a Gaussian in η = θ − s that keeps the first two moments of the tilted
 * distribution, and the pair tells its subject and its rater what it knows. On a graph without
 * circles (raters nested in subjects) nothing but the Gaussian form is approximate.
 */
final class Propagation {
  private static final int SWEEPS = 2000;
  private static final double SETTLED = 1e-7;
  private static final double FINEST = 0.01;

  /** Node spacing in deviations of the narrowest tilted distribution. */
  private static final double STEP = 0.9;

  private final Forms forms;
  private final StepModel model;
  final Side subjects;
  final Side raters;
  private final Tilted tilted;
  private double spacing = 0.25;
  private double narrowest;

  Propagation(Forms forms, StepModel model) {
    this.forms = forms;
    this.model = model;
    this.subjects = new Side(forms.subject, forms.subjects, forms.pairs());
    this.raters = new Side(forms.rater, forms.raters, forms.pairs());
    this.tilted = new Tilted(forms);
  }

  /** What the settled messages say. */
  static final class Settled {
    final double logLik;
    final ChanceTable table;

    /** Expected number of answers by item, category and node. */
    final double[][][] counts;

    private Settled(double logLik, ChanceTable table, double[][][] counts) {
      this.logLik = logLik;
      this.table = table;
      this.counts = counts;
    }
  }

  /** Whether the nodes were as close as the narrowest distribution wants. */
  boolean fineEnough() {
    return narrowest >= spacing;
  }

  /**
   * Sends messages until none moves, starting from those of the last call; null where they do not
   * settle: then the next call starts from none, as these may be no numbers, on the grid of before.
   */
  @Nullable Settled settle(double[][] b, double subjectSd, double raterSd) {
    double before = spacing;
    Settled settled = sendAll(b, subjectSd, raterSd);
    if (settled == null) {
      subjects.forget();
      raters.forget();
      spacing = before;
    }
    return settled;
  }

  private @Nullable Settled sendAll(double[][] b, double subjectSd, double raterSd) {
    double reach =
        5 * (Math.abs(subjectSd) + Math.abs(raterSd)) + 8 * Math.hypot(subjectSd, raterSd);
    ChanceTable table = new ChanceTable(model, b, spacing, reach);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double moved = sweep(table, subjectSd, raterSd);
      if (wanted() < spacing) {
        spacing = 0.8 * wanted();
        table = new ChanceTable(model, b, spacing, reach);
      } else if (moved < SETTLED) {
        return energy(table, subjectSd, raterSd);
      } else if (Double.isNaN(moved)) {
        return null;
      }
    }
    return null;
  }

  private double wanted() {
    return Math.max(FINEST, STEP * narrowest);
  }

  /**
   * Every pair in turn; returns the largest move of a level in its deviations. Ends at a pair that
   * the nodes do not resolve while they can be finer: its moments would be too narrow, and what is
   * too narrow at one pair makes the next ones narrower still.
   */
  private double sweep(ChanceTable table, double subjectSd, double raterSd) {
    subjects.begin(subjectSd);
    raters.begin(raterSd);
    narrowest = Double.POSITIVE_INFINITY;
    double moved = 0;
    for (int p = 0; p < forms.pairs(); p++) {
      double v1 = subjects.cavityVariance(p);
      double v2 = raters.cavityVariance(p);
      double m1 = subjects.cavityMean(p, v1);
      double m2 = raters.cavityMean(p, v2);
      double m = m1 - m2;
      double v = v1 + v2;
      tilted.at(p, m, v, table);
      narrowest = Math.min(narrowest, Math.sqrt(tilted.resolved(v)));
      if (wanted() < spacing) {
        return moved;
      }
      // The Gaussian exp(−π η²/2 + β η) that turns N(m, v) into the tilted moments.
      double pi = Math.max(0, (v - tilted.variance) / (v * tilted.variance));
      double beta = (tilted.mean - m) / v + pi * tilted.mean;
      double toSubject = 1 + pi * v2;
      double toRater = 1 + pi * v1;
      moved = Math.max(moved, subjects.send(p, pi / toSubject, (beta + pi * m2) / toSubject));
      moved = Math.max(moved, raters.send(p, pi / toRater, (pi * m1 - beta) / toRater));
    }
    return moved;
  }

  /** log Z = Σ_levels log ∫ prior Π messages + Σ_pairs log (tilted integral / its messages'). */
  private Settled energy(ChanceTable table, double subjectSd, double raterSd) {
    subjects.begin(subjectSd);
    raters.begin(raterSd);
    double[][][] counts = table.counts();
    double logLik = subjects.logIntegral() + raters.logIntegral();
    for (int p = 0; p < forms.pairs(); p++) {
      double v1 = subjects.cavityVariance(p);
      double v2 = raters.cavityVariance(p);
      double m1 = subjects.cavityMean(p, v1);
      double m2 = raters.cavityMean(p, v2);
      tilted.at(p, m1 - m2, v1 + v2, table);
      tilted.count(p, table, counts);
      logLik += tilted.logIntegral - subjects.logMessage(p, m1, v1) - raters.logMessage(p, m2, v2);
    }
    return new Settled(logLik, table, counts);
  }
}
