package org.leadager.engine.facets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetResult.Fitted;
import org.leadager.engine.kernel.Cholesky;

/**
 * A fit against a likelihood written down a second time, from the models' definitions and on a grid
 * of its own (401 nodes on ± 9σ), on items of two, three and four categories.
 */
@ParameterizedClass
@EnumSource(FacetModel.class)
class FacetLikelihoodTest {
  private static final double[][] THRESHOLD = {{.2}, {-1, .8}, {-1.4, .1, 1.1}};
  private static final double[] SEVERITY = {-.8, -.1, .3, .6};
  private static final double H = 1e-3;
  private final FacetModel model;

  FacetLikelihoodTest(FacetModel model) {
    this.model = model;
  }

  /** Parameters: thresholds, the severities but the last, log σ. */
  private double logLik(Ratings data, double[] x) {
    double[][] b = new double[THRESHOLD.length][];
    int at = 0;
    for (int i = 0; i < b.length; i++) {
      b[i] = new double[THRESHOLD[i].length];
      for (int k = 0; k < b[i].length; k++) {
        b[i][k] = x[at++];
      }
    }
    double[] severity = new double[data.raters().groups()];
    for (int r = 0; r + 1 < severity.length; r++) {
      severity[r] = x[at++];
      severity[severity.length - 1] -= severity[r];
    }
    double sigma = Math.exp(x[at]);
    int nodes = 401;
    double[][] log = new double[data.subjects().groups()][nodes];
    ItemResponses y = data.answers();
    for (int q = 0; q < nodes; q++) {
      double theta = sigma * (-9 + 18.0 * q / (nodes - 1));
      for (int row = 0; row < y.rows(); row++) {
        int r = Integer.parseInt(label(data, row).substring(1));
        for (int i = 0; i < b.length; i++) {
          double[] p = SimulatedFacets.chances(model, b[i], theta - severity[r]);
          log[data.subjects().group(row)][q] += Math.log(p[y.code(row, i)]);
        }
      }
    }
    double sum = 0;
    for (double[] one : log) {
      double integral = 0;
      for (int q = 0; q < nodes; q++) {
        double z = -9 + 18.0 * q / (nodes - 1);
        integral += Math.exp(one[q] - z * z / 2);
      }
      sum += Math.log(integral * 18 / (nodes - 1) / Math.sqrt(2 * Math.PI));
    }
    return sum;
  }

  private static String label(Ratings data, int row) {
    return data.raters().label(data.raters().group(row));
  }

  private static double[] point(Fitted fit) {
    double[] x = new double[THRESHOLD.length * 2 + fit.raters().size()];
    int at = 0;
    for (FacetResult.Item item : fit.items()) {
      for (double b : item.thresholds()) {
        x[at++] = b;
      }
    }
    for (int r = 0; r + 1 < fit.raters().size(); r++) {
      x[at++] = rater(fit, r).severity();
    }
    x[at] = Math.log(fit.variance()) / 2;
    return x;
  }

  private static FacetResult.Rater rater(Fitted fit, int r) {
    return fit.raters().stream().filter(one -> one.name().equals("r" + r)).findFirst().get();
  }

  private double moved(Ratings data, double[] x, int a, double da, int b, double db) {
    double[] moved = x.clone();
    moved[a] += da;
    moved[b] += db;
    return logLik(data, moved);
  }

  @Test
  void theFitIsTheMaximumAndItsErrorsAreTheCurvatureThere() {
    Ratings data = new SimulatedFacets(model, THRESHOLD, SEVERITY, 1.2).draw(60, 3, 3);
    Fitted fit = (Fitted) ManyFacet.fit(data, model);
    double[] x = point(fit);
    double best = logLik(data, x);
    assertThat(fit.deviance() / -2).isCloseTo(best, within(1e-6));
    double[][] information = new double[x.length][x.length];
    for (int a = 0; a < x.length; a++) {
      assertThat(moved(data, x, a, H, a, 0)).isLessThan(best);
      assertThat(moved(data, x, a, -H, a, 0)).isLessThan(best);
      for (int b = 0; b <= a; b++) {
        information[a][b] =
            -(moved(data, x, a, H, b, H)
                    - moved(data, x, a, H, b, -H)
                    - moved(data, x, a, -H, b, H)
                    + moved(data, x, a, -H, b, -H))
                / (4 * H * H);
        information[b][a] = information[a][b];
      }
    }
    double[][] covariance = Cholesky.of(information).orElseThrow().inverse();
    int at = 0;
    for (FacetResult.Item item : fit.items()) {
      int steps = item.thresholds().size();
      double variance = 0;
      for (int j = 0; j < steps; j++) {
        for (int k = 0; k < steps; k++) {
          variance += covariance[at + j][at + k] / (steps * steps);
        }
      }
      at += steps;
      assertThat(item.se()).isCloseTo(Math.sqrt(variance), within(1e-4));
    }
    for (int r = 0; r + 1 < SEVERITY.length; r++) {
      double se = Math.sqrt(covariance[at + r][at + r]);
      assertThat(rater(fit, r).se()).isCloseTo(se, within(1e-4));
    }
  }

  /** 150 answers about each of subjects who lie far apart: the first grid is too coarse. */
  @Test
  void narrowPosteriorsGetAFinerGrid() {
    double[] severity = new double[50];
    for (int r = 0; r < severity.length; r++) {
      severity[r] = (r - 24.5) / 20;
    }
    Ratings data = new SimulatedFacets(model, THRESHOLD, severity, 2.5).draw(100, 50, 4);
    Fitted fit = (Fitted) ManyFacet.fit(data, model);
    assertThat(fit.warnings()).isEmpty();
    assertThat(fit.deviance() / -2).isCloseTo(logLik(data, point(fit)), within(1e-4));
  }

  /**
   * 12 draws of 400 subjects by 3 of 20 raters: 276 errors in units of what the fit says of them.
   * Their mean square is 1 ± .17 (two errors of its own); the mean variance within 3 of its errors.
   */
  @Test
  void knownTruthIsRecoveredWithinItsErrors() {
    double[] severity = new double[20];
    for (int r = 0; r < severity.length; r++) {
      severity[r] = (r - 9.5) / 10;
    }
    double square = 0;
    int n = 0;
    int covered = 0;
    double variance = 0;
    int draws = 12;
    for (int draw = 0; draw < draws; draw++) {
      Ratings data = new SimulatedFacets(model, THRESHOLD, severity, 1.2).draw(400, 3, 100 + draw);
      Fitted fit = (Fitted) ManyFacet.fit(data, model);
      variance += fit.variance() / draws;
      for (int r = 0; r < severity.length; r++) {
        FacetResult.Rater rater = rater(fit, r);
        double z = (rater.severity() - severity[r]) / rater.se();
        square += z * z;
        covered += Math.abs(z) < 1.645 ? 1 : 0;
        n++;
      }
      for (int i = 0; i < THRESHOLD.length; i++) {
        FacetResult.Item item = fit.items().get(i);
        double truth = Arrays.stream(THRESHOLD[i]).average().orElseThrow();
        double z = (item.difficulty() - truth) / item.se();
        square += z * z;
        covered += Math.abs(z) < 1.645 ? 1 : 0;
        n++;
      }
    }
    assertThat(square / n).isBetween(.83, 1.17);
    assertThat(covered / (double) n).isBetween(.86, .94);
    assertThat(variance).isBetween(1.30, 1.58);
  }
}
