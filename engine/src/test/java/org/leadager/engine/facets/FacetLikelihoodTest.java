package org.leadager.engine.facets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadager.engine.data.Grouping;
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
  private static final int NODES = 401;
  private final FacetModel model;

  FacetLikelihoodTest(FacetModel model) {
    this.model = model;
  }

  /** Parameters: thresholds, the severities but the last, log σ. */
  private double logLik(Ratings data, double[] x) {
    int items = data.answers().items();
    double[][] b = new double[items][];
    int at = 0;
    for (int i = 0; i < items; i++) {
      b[i] = new double[data.answers().categories(i) - 1];
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
    double sum = 0;
    for (double[] one : byNode(data, b, severity, sigma)) {
      double most = Arrays.stream(one).max().orElseThrow();
      double integral = 0;
      for (double log : one) {
        integral += Math.exp(log - most);
      }
      sum += most + Math.log(integral * 18 / (NODES - 1) / Math.sqrt(2 * Math.PI));
    }
    return sum;
  }

  private double[][] byNode(Ratings data, double[][] b, double[] severity, double sigma) {
    double[][] log = new double[data.subjects().groups()][NODES];
    ItemResponses y = data.answers();
    for (int q = 0; q < NODES; q++) {
      double z = -9 + 18.0 * q / (NODES - 1);
      for (double[] one : log) {
        one[q] = -z * z / 2;
      }
      for (int row = 0; row < y.rows(); row++) {
        int r = Integer.parseInt(label(data, row).substring(1));
        for (int i = 0; i < b.length; i++) {
          double[] p = SimulatedFacets.chances(model, b[i], sigma * z - severity[r]);
          log[data.subjects().group(row)][q] += Math.log(p[y.code(row, i)]);
        }
      }
    }
    return log;
  }

  private static String label(Ratings data, int row) {
    return data.raters().label(data.raters().group(row));
  }

  /** Little data, so that many a variance is at or near its limit 0. */
  @Test
  void nearNoDifferencesTheFitSettlesAtTheMaximumOrAtNone() {
    int none = 0;
    for (int seed = 0; seed < 40; seed++) {
      Ratings data = new SimulatedFacets(model, THRESHOLD, SEVERITY, .05).draw(25, 4, seed);
      Fitted fit = (Fitted) ManyFacet.fit(data, model);
      assertThat(fit.converged()).isTrue();
      assertThat(fit.iterations()).isLessThan(600);
      double[] x = point(fit);
      int last = x.length - 1;
      if (fit.variance() == 0) {
        none++;
        x[last] = Math.log(1e-5);
        assertThat(fit.warnings()).anyMatch(w -> w.contains("limit, 0"));
      }
      double top = logLik(data, x);
      assertThat(fit.deviance()).isCloseTo(-2 * top, within(1e-4));
      for (int a = 0; a <= last; a++) {
        double[] moved = x.clone();
        moved[a] += .02;
        assertThat(logLik(data, moved)).isLessThan(top + 1e-6);
        moved[a] -= .04;
        assertThat(logLik(data, moved)).isLessThan(top + 1e-6);
      }
    }
    assertThat(none).isBetween(5, 35);
  }

  private static double[] point(Fitted fit) {
    int steps = fit.items().stream().mapToInt(item -> item.thresholds().size()).sum();
    double[] x = new double[steps + fit.raters().size()];
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

  /** 120 answers about each of subjects hardly unlike: a coarse grid would call them alike. */
  @Test
  void smallDifferencesAreNotLostBetweenTheNodes() {
    double[] severity = new double[40];
    for (int r = 0; r < severity.length; r++) {
      severity[r] = (r - 19.5) / 20;
    }
    Ratings data = new SimulatedFacets(model, THRESHOLD, severity, .15).draw(60, 40, 4);
    Fitted fit = (Fitted) ManyFacet.fit(data, model);
    assertThat(fit.warnings()).isEmpty();
    assertThat(Math.sqrt(fit.variance())).isBetween(.08, .22);
    double[] x = point(fit);
    double best = logLik(data, x);
    assertThat(fit.deviance() / -2).isCloseTo(best, within(1e-4));
    assertThat(moved(data, x, x.length - 1, .02, 0, 0)).isLessThan(best);
    assertThat(moved(data, x, x.length - 1, -.02, 0, 0)).isLessThan(best);
  }

  /**
   * Two answers each about 100 subjects, the second within 10, 20 and 50 categories of the first.
   */
  @ParameterizedTest
  @ValueSource(ints = {10, 20, 50})
  void aHundredCategoriesAreFittedWhereTheAnswersHoldThem(int apart) {
    SplittableRandom random = new SplittableRandom(11);
    List<String> who = new ArrayList<>();
    List<String> by = new ArrayList<>();
    double[][] y = new double[1][200];
    for (int row = 0; row < 200; row++) {
      who.add("s" + row / 2);
      by.add("r" + row % 2);
      int noise = row % 2 == 0 ? 0 : random.nextInt(2 * apart + 1) - apart;
      y[0][row] = Math.clamp(row / 2 + noise, 0, 99);
    }
    Ratings data =
        new Ratings(ItemResponses.of(List.of("a"), y), Grouping.of(who), Grouping.of(by));
    Fitted fit = (Fitted) ManyFacet.fit(data, model);
    assertThat(data.answers().categories(0)).isEqualTo(ItemResponses.MAX_CATEGORIES);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.warnings()).isEmpty();
    double[] x = point(fit);
    double best = logLik(data, x);
    assertThat(fit.deviance() / -2).isCloseTo(best, within(2e-4));
    assertThat(moved(data, x, x.length - 1, .03, 0, 0)).isLessThan(best);
    assertThat(moved(data, x, x.length - 1, -.03, 0, 0)).isLessThan(best);
    assertThat(moved(data, x, 30, H, 0, 0)).isLessThan(best);
    assertThat(moved(data, x, 30, -H, 0, 0)).isLessThan(best);
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

  /**
   * 800 raters with 18 answers each; the mean of 800 squares is 1 ± .15 (three errors of its own).
   */
  @Test
  void hundredsOfSeveritiesHaveErrorsThatHold() {
    double[] severity = new double[800];
    for (int r = 0; r < severity.length; r++) {
      severity[r] = (r % 20 - 9.5) / 10;
    }
    Ratings data = new SimulatedFacets(model, THRESHOLD, severity, 1.2).draw(1600, 3, 5);
    Fitted fit = (Fitted) ManyFacet.fit(data, model);
    double square = 0;
    int n = 0;
    for (FacetResult.Rater rater : fit.raters()) {
      if (Double.isFinite(rater.severity())) {
        double truth = severity[Integer.parseInt(rater.name().substring(1))];
        square += Math.pow((rater.severity() - truth) / rater.se(), 2);
        n++;
      }
    }
    assertThat(square / n).isBetween(.85, 1.15);
  }
}
