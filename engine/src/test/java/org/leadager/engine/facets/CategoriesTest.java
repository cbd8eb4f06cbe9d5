package org.leadager.engine.facets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CategoriesTest {
  private static final double[] D = {1.4, .2, -.3, -2};

  @Test
  void chancesStayChancesWhereAPowerLeavesTheRangeOfADouble() {
    double[] d = new double[99];
    for (int k = 1; k < 100; k++) {
      d[k - 1] = -.04 * k * k;
    }
    Categories categories = new PartialCreditCategories();
    double[] p = chances(categories, d, 8);
    assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
    assertThat(Math.log(p[99] / p[98])).isCloseTo(8 - .04 * 197, within(1e-9));
  }

  /** 62 steps at −87, −84.2 … 83.8 logits, whose sums pass 1,300, and the same upside down. */
  @Test
  void thresholdsWhoseSumsLeaveTheRangeOfADoubleGiveChances() {
    Categories categories = new PartialCreditCategories();
    double[] d = new double[62];
    double sum = 0;
    for (int k = 1; k <= d.length; k++) {
      sum += 87 - 2.8 * (k - 1);
      d[k - 1] = sum;
    }
    double[] p = chances(categories, d, -4.2);
    assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
    assertThat(Math.log(p[31] / p[30])).isCloseTo(d[30] - d[29] - 4.2, within(1e-9));
    double[] low = Arrays.stream(d).map(x -> -x).toArray();
    p = chances(categories, low, 0);
    assertThat(p[0] + p[62]).isCloseTo(1, within(1e-12));
    assertThat(Math.log(p[62] / p[0])).isCloseTo(low[61], within(1e-9));
    assertThat(categories.logChance(categories.weights(low), 1, 31))
        .isCloseTo(low[30] + Math.log(p[0]), within(1e-9));
  }

  @Test
  void oddsBeyondADoubleAreCertainty() {
    Categories categories = new GradedCategories();
    double[] d = {400, 200, -400};
    double[] p = chances(categories, d, 320);
    assertThat(p[2]).isEqualTo(1);
    assertThat(p[1]).isCloseTo(0, within(1e-100));
    assertThat(categories.logChance(categories.weights(d), Math.exp(320), 1))
        .isCloseTo(-520, within(1e-9));
    double[] g = new double[4];
    categories.at(categories.weights(d), Math.exp(320), new double[] {0, 0, 1, 0});
    categories.addSlopes(g);
    assertThat(g).containsExactly(new double[4], within(1e-30));
  }

  @ParameterizedTest
  @EnumSource(FacetModel.class)
  void logarithmsAreThoseOfTheChances(FacetModel model) {
    Categories categories = model.categories();
    for (int k = 0; k <= D.length; k++) {
      double[] w = categories.weights(D);
      assertThat(categories.logChance(w, Math.exp(.4), k))
          .isCloseTo(Math.log(categories.chance(w, Math.exp(.4), k)), within(1e-13));
    }
  }

  private static double[] chances(Categories categories, double[] d, double eta) {
    double[] p = new double[d.length + 1];
    for (int k = 0; k < p.length; k++) {
      p[k] = categories.chance(categories.weights(d), Math.exp(eta), k);
    }
    return p;
  }

  @ParameterizedTest
  @EnumSource(FacetModel.class)
  void derivativesAreThoseOfTheLogarithmOfTheChance(FacetModel model) {
    Categories categories = model.categories();
    double h = 1e-4;
    for (double eta : new double[] {-3, .4, 5}) {
      double sum = 0;
      for (int k = 0; k <= D.length; k++) {
        double[] g = new double[D.length + 1];
        double[][] information = new double[g.length][g.length];
        double[] answer = new double[g.length];
        answer[k] = 1;
        categories.at(categories.weights(D), Math.exp(eta), answer);
        categories.addSlopes(g);
        categories.addInformation(information);
        assertThat(categories.slope()).isEqualTo(g[0]);
        assertThat(categories.weight()).isEqualTo(information[0][0]);
        for (int a = 0; a < g.length; a++) {
          assertThat(g[a])
              .isCloseTo(
                  (at(categories, eta, k, a, h, 0, 0) - at(categories, eta, k, a, -h, 0, 0))
                      / (2 * h),
                  within(1e-6));
          for (int b = 0; b < g.length; b++) {
            double second =
                at(categories, eta, k, a, h, b, h)
                    - at(categories, eta, k, a, h, b, -h)
                    - at(categories, eta, k, a, -h, b, h)
                    + at(categories, eta, k, a, -h, b, -h);
            assertThat(information[a][b]).isCloseTo(-second / (4 * h * h), within(1e-6));
          }
        }
        sum += Math.exp(at(categories, eta, k, 0, 0, 0, 0));
      }
      assertThat(sum).isCloseTo(1, within(1e-14));
    }
  }

  private static double at(
      Categories categories, double eta, int k, int a, double da, int b, double db) {
    double[] d = D.clone();
    double moved = eta + (a == 0 ? da : 0) + (b == 0 ? db : 0);
    if (a > 0) {
      d[a - 1] += da;
    }
    if (b > 0) {
      d[b - 1] += db;
    }
    return Math.log(categories.chance(categories.weights(d), Math.exp(moved), k));
  }

  @ParameterizedTest
  @EnumSource(FacetModel.class)
  void aCommonSeverityIsACommonShiftOfIntercepts(FacetModel model) {
    Categories categories = model.categories();
    double[] d = D.clone();
    for (int k = 1; k <= d.length; k++) {
      d[k - 1] -= categories.shift(k) * .7;
    }
    for (int k = 0; k <= D.length; k++) {
      double severe = categories.chance(categories.weights(D), Math.exp(.3 - .7), k);
      double shifted = categories.chance(categories.weights(d), Math.exp(.3), k);
      assertThat(shifted).isCloseTo(severe, within(1e-14));
    }
  }

  /** log P(k)/P(k − 1) = η − b_k; P(Y ≥ k) = .5 at η = b_k. */
  @Test
  void thresholdsMeanWhatTheModelsSay() {
    Categories partial = new PartialCreditCategories();
    double[] b = partial.thresholds(D);
    double[] w = partial.weights(D);
    double ratio = partial.chance(w, Math.exp(.9), 2) / partial.chance(w, Math.exp(.9), 1);
    assertThat(Math.log(ratio)).isCloseTo(.9 - b[1], within(1e-12));
    Categories graded = new GradedCategories();
    b = graded.thresholds(D);
    w = graded.weights(D);
    double above = graded.chance(w, Math.exp(b[2]), 3) + graded.chance(w, Math.exp(b[2]), 4);
    assertThat(above).isCloseTo(.5, within(1e-14));
  }
}
