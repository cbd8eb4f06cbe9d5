package org.leadager.engine.crossed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.crossed.CrossedResult.Gaussian;
import org.leadager.engine.crossed.CrossedResult.Level;
import org.leadager.engine.kernel.Cholesky;
import tools.jackson.databind.JsonNode;

class CrossedGaussianTest {
  @Test
  void instevalAgreesWithLme4() {
    JsonNode lme4 = Reference.json("rater.json").at("/InstEval_lmer");
    Gaussian fit = (Gaussian) CrossedGaussian.fit(Insteval.all());
    assertThat(fit.run().converged()).isTrue();
    assertThat(fit.run().warnings()).isEmpty();
    assertThat(fit.answers()).isEqualTo(73_421);
    assertThat(fit.raterVariance()).isCloseTo(0.106215, within(1e-5));
    assertThat(fit.rateeVariance()).isCloseTo(0.273735, within(1e-5));
    assertThat(fit.residualVariance()).isCloseTo(1.387180, within(1e-5));
    assertThat(fit.remlCriterion()).isCloseTo(lme4.at("/reml").asDouble(), within(1e-4));
    assertThat(fit.means().get(0).value()).isCloseTo(lme4.at("/mean").asDouble(), within(1e-5));
    List<Level> byNumber =
        fit.ratees().stream()
            .sorted(Comparator.comparingInt(level -> Integer.parseInt(level.name())))
            .toList();
    for (int i = 0; i < 10; i++) {
      double effect = lme4.at("/ranef_d10/" + i).asDouble();
      assertThat(byNumber.get(i).effect()).isCloseTo(effect, within(1e-5));
    }
  }

  @Test
  void fixedGroupsAgreeWithLme4() {
    JsonNode lme4 = Reference.json("crossed.json").at("/lmer_service");
    Gaussian fit = (Gaussian) CrossedGaussian.fit(Insteval.allByService());
    assertThat(fit.remlCriterion()).isCloseTo(lme4.at("/reml").asDouble(), within(1e-4));
    assertThat(fit.raterVariance()).isCloseTo(lme4.at("/student").asDouble(), within(1e-5));
    assertThat(fit.rateeVariance()).isCloseTo(lme4.at("/lecturer").asDouble(), within(1e-5));
    assertThat(fit.residualVariance()).isCloseTo(lme4.at("/residual").asDouble(), within(1e-5));
    double first = fit.means().get(0).value();
    assertThat(first).isCloseTo(lme4.at("/intercept").asDouble(), within(1e-5));
    assertThat(fit.means().get(1).value() - first)
        .isCloseTo(lme4.at("/service1").asDouble(), within(1e-5));
    assertThat(fit.means().get(0).se()).isCloseTo(lme4.at("/interceptSe").asDouble(), within(1e-6));
  }

  @Test
  void sparseEquationsGiveTheDenseOnesNumbers() {
    int[][] cells = cells(7, 5, 60);
    double[] y = answers(cells, 1, 0.8);
    CrossedRatings data = Designs.of(cells, y).groupedBy(Designs.alternating(y.length, 3));
    Gaussian fit = (Gaussian) CrossedGaussian.fit(data);
    double best = dense(cells, y, fit.raterVariance(), fit.rateeVariance(), fit.residualVariance());
    assertThat(fit.run().converged()).isTrue();
    assertThat(fit.remlCriterion()).isCloseTo(best, within(1e-8));
    for (double factor : new double[] {0.98, 1.02}) {
      double a = fit.raterVariance();
      double b = fit.rateeVariance();
      double e = fit.residualVariance();
      assertThat(dense(cells, y, a * factor, b, e)).isGreaterThan(best);
      assertThat(dense(cells, y, a, b * factor, e)).isGreaterThan(best);
      assertThat(dense(cells, y, a, b, e * factor)).isGreaterThan(best);
    }
  }

  @Test
  void errorsOfPredictionCoverTheTruth() {
    int[][] cells = cells(400, 150, 6000);
    double[] y = answers(cells, 1, 0.7);
    double[] truth = effects(400, 1, 11);
    Gaussian fit = (Gaussian) CrossedGaussian.fit(Designs.of(cells, y));
    double square = 0;
    for (Level rater : fit.raters()) {
      double z = (rater.effect() - truth[Integer.parseInt(rater.name())]) / rater.se();
      square += z * z / fit.raters().size();
    }
    // 400 squared standard normals, of which the shared doubt about the mean moves all.
    assertThat(square).isBetween(0.75, 1.3);
    assertThat(fit.raterVariance()).isCloseTo(1, within(0.25));
    assertThat(fit.rateeVariance()).isCloseTo(0.49, within(0.2));
    assertThat(fit.residualVariance()).isCloseTo(1, within(0.07));
  }

  @Test
  void noDifferencesBetweenRatersIsAnAnswer() {
    int[][] cells = new int[600][];
    for (int e = 0; e < cells.length; e++) {
      cells[e] = new int[] {e / 30, e % 30};
    }
    double[] y = answers(cells, 0, 1);
    double[] mean = new double[20];
    int[] count = new int[20];
    for (int e = 0; e < y.length; e++) {
      mean[cells[e][0]] += y[e];
      count[cells[e][0]]++;
    }
    for (int e = 0; e < y.length; e++) {
      y[e] -= mean[cells[e][0]] / count[cells[e][0]];
    }
    Gaussian fit = (Gaussian) CrossedGaussian.fit(Designs.of(cells, y));
    assertThat(fit.raterVariance()).isZero();
    assertThat(fit.rateeVariance()).isPositive();
    assertThat(fit.run().converged()).isTrue();
    assertThat(fit.run().warnings().get(0)).contains("No differences between raters");
  }

  private static int[][] cells(int raters, int ratees, int answers) {
    SplittableRandom random = new SplittableRandom(5);
    int[][] cells = new int[answers][];
    for (int e = 0; e < answers; e++) {
      int rater = e < raters ? e : random.nextInt(raters);
      cells[e] = new int[] {rater, random.nextInt(ratees)};
    }
    return cells;
  }

  private static double[] effects(int levels, double sd, long seed) {
    Random random = new Random(seed);
    double[] effects = new double[levels];
    for (int i = 0; i < levels; i++) {
      effects[i] = sd * random.nextGaussian();
    }
    return effects;
  }

  private static double[] answers(int[][] cells, double raterSd, double rateeSd) {
    double[] rater = effects(1000, raterSd, 11);
    double[] ratee = effects(1000, rateeSd, 12);
    double[] noise = effects(cells.length, 1, 13);
    for (int e = 0; e < cells.length; e++) {
      noise[e] += 3 + rater[cells[e][0]] + ratee[cells[e][1]];
    }
    return noise;
  }

  /** −2 restricted log-likelihood from the full covariance matrix, three groups of rows. */
  private static double dense(int[][] cells, double[] y, double a, double b, double e) {
    int n = y.length;
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        v[i][j] = (cells[i][0] == cells[j][0] ? a : 0) + (cells[i][1] == cells[j][1] ? b : 0);
      }
      v[i][i] += e;
    }
    Cholesky factor = Cholesky.of(v).orElseThrow();
    double[][] information = new double[3][3];
    double[] right = new double[3];
    double[] vy = factor.solve(y);
    double square = 0;
    for (int g = 0; g < 3; g++) {
      double[] indicator = new double[n];
      for (int i = g; i < n; i += 3) {
        indicator[i] = 1;
      }
      double[] solved = factor.solve(indicator);
      for (int i = 0; i < n; i++) {
        information[g][i % 3] += solved[i];
        right[g] += i % 3 == g ? vy[i] : 0;
      }
    }
    Cholesky fixed = Cholesky.of(information).orElseThrow();
    double[] means = fixed.solve(right);
    for (int i = 0; i < n; i++) {
      square += y[i] * vy[i];
    }
    for (int g = 0; g < 3; g++) {
      square -= means[g] * right[g];
    }
    double logs = factor.logDeterminant() + fixed.logDeterminant();
    return logs + (n - 3) * Math.log(2 * Math.PI) + square;
  }
}
