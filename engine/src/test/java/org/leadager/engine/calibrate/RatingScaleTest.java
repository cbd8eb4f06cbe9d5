package org.leadager.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.Cholesky;
import org.leadager.engine.model.ItemModel;
import org.leadager.engine.model.PartialCredit;
import org.leadager.engine.model.RatingScale;

class RatingScaleTest {
  private static final ItemResponses LEAD = Reference.lq2002();
  private static final Calibration RATING = fit(LEAD);

  private static Calibration fit(ItemResponses y) {
    return (Calibration) calibrator(new RatingScale()).fit(y);
  }

  /** On a grid so wide that the plain sum below can use another and still agree. */
  private static Calibrator calibrator(ItemModel model) {
    return new Calibrator(model).tolerance(1e-9).grid(Quadrature.grid(1, 241, 16));
  }

  /** β by item, τ_1 … τ_{K−1}, the trait's variance. */
  private static double[] free(Calibration c) {
    List<Double> steps = RatingScale.steps(c.items().getFirst().intercepts());
    double[] free = new double[c.items().size() + steps.size() + 1];
    for (int i = 0; i < c.items().size(); i++) {
      free[i] = RatingScale.location(c.items().get(i).intercepts());
    }
    for (int k = 0; k < steps.size(); k++) {
      free[c.items().size() + k] = steps.get(k);
    }
    free[free.length - 1] = c.covariance().getFirst().getFirst();
    return free;
  }

  /** log L by Andrich's own formula, row by row over 201 standard normal points. */
  private static double plainly(ItemResponses y, double[] free) {
    int items = y.items();
    int points = 201;
    double[][][] logP = new double[points][items][];
    double[] weight = new double[points];
    double total = 0;
    for (int q = 0; q < points; q++) {
      double z = -7 + 14.0 * q / (points - 1);
      weight[q] = Math.exp(-z * z / 2);
      total += weight[q];
      for (int i = 0; i < items; i++) {
        logP[q][i] = andrich(z * Math.sqrt(free[free.length - 1]), i, items, free);
      }
    }
    double sum = 0;
    for (int r = 0; r < y.rows(); r++) {
      double likelihood = 0;
      for (int q = 0; q < points; q++) {
        double log = 0;
        for (int i = 0; i < items; i++) {
          log += logP[q][i][y.code(r, i)];
        }
        likelihood += weight[q] / total * Math.exp(log);
      }
      sum += Math.log(likelihood);
    }
    return sum;
  }

  /** log P_k from the step odds P_k/P_{k−1} = exp(θ − β − τ_k). */
  private static double[] andrich(double theta, int item, int items, double[] free) {
    int steps = free.length - 1 - items;
    double[] odds = new double[steps + 1];
    odds[0] = 1;
    for (int k = 1; k <= steps; k++) {
      odds[k] = odds[k - 1] * Math.exp(theta - free[item] - free[items + k - 1]);
    }
    double sum = Arrays.stream(odds).sum();
    return Arrays.stream(odds).map(o -> Math.log(o / sum)).toArray();
  }

  /** Moves one free parameter; a step is compensated by the last, so that they sum to zero. */
  private static double[] moved(double[] free, int items, int at, double by) {
    double[] moved = free.clone();
    moved[at] += by;
    if (at >= items && at < free.length - 1) {
      moved[free.length - 2] -= by;
    }
    return moved;
  }

  @Test
  void theLikelihoodIsThatOfAndrichsFormulaAndNoFreeParameterCanRaiseIt() {
    double[] free = free(RATING);
    double best = plainly(LEAD, free);
    assertThat(RATING.fit().logLik()).isCloseTo(best, within(1e-6));
    assertThat(RATING.fit().converged()).isTrue();
    assertThat(RATING.fit().warnings()).isEmpty();
    double h = 1e-3;
    for (int a = 0; a < free.length; a++) {
      if (a != free.length - 2) {
        double up = plainly(LEAD, moved(free, 11, a, h));
        double down = plainly(LEAD, moved(free, 11, a, -h));
        assertThat(up).isLessThan(best);
        assertThat(down).isLessThan(best);
        // A slope of 0.01 at a curvature of 1,000 is 1e-5 away from the maximum.
        assertThat((up - down) / (2 * h)).isCloseTo(0, within(0.01));
      }
    }
  }

  @Test
  void stepsAreSharedAndCountedOnce() {
    assertThat(RATING.fit().parameters()).isEqualTo(11 + 3 + 1);
    assertThat(RATING.aic()).isEqualTo(-2 * RATING.fit().logLik() + 2 * 15);
    List<Double> steps = RatingScale.steps(RATING.items().getFirst().intercepts());
    assertThat(steps.stream().mapToDouble(s -> s).sum()).isCloseTo(0, within(1e-12));
    for (ItemParameters item : RATING.items()) {
      List<Double> own = RatingScale.steps(item.intercepts());
      for (int k = 0; k < 4; k++) {
        assertThat(own.get(k)).isCloseTo(steps.get(k), within(1e-10));
      }
    }
  }

  @Test
  void errorsAreThoseOfTheSecondDifferencesOfThePlainLikelihood() {
    ItemResponses few = LEAD.select(List.of(0, 3, 7));
    Calibration c = fit(few);
    double[] free = free(c);
    int[] at = {0, 1, 2, 3, 4, 5, 7};
    double[][] information = new double[at.length][at.length];
    double h = 2e-3;
    for (int a = 0; a < at.length; a++) {
      for (int b = 0; b <= a; b++) {
        double second = 0;
        for (int s = -1; s <= 1; s += 2) {
          for (int t = -1; t <= 1; t += 2) {
            second += s * t * plainly(few, moved(moved(free, 3, at[a], s * h), 3, at[b], t * h));
          }
        }
        information[a][b] = -second / (4 * h * h);
        information[b][a] = information[a][b];
      }
    }
    double[] variance = Cholesky.of(information).orElseThrow().inverseDiagonal();
    for (int i = 0; i < 3; i++) {
      double error = c.items().get(i).interceptErrors().getLast() / 4;
      assertThat(error).isCloseTo(Math.sqrt(variance[i]), within(1e-4));
    }
  }

  @Test
  void itemsThatShareWithNoneHaveThePartialCreditModel() {
    double[][] columns = new double[3][LEAD.rows()];
    for (int r = 0; r < LEAD.rows(); r++) {
      for (int i = 0; i < 3; i++) {
        columns[i][r] = LEAD.value(r, i) + 10 * i;
      }
    }
    ItemResponses y = ItemResponses.of(List.of("a", "b", "c"), columns);
    Calibration own = fit(y);
    Calibration pcm = (Calibration) calibrator(new PartialCredit()).fit(y);
    assertThat(own.fit().logLik()).isCloseTo(pcm.fit().logLik(), within(1e-8));
    assertThat(own.fit().parameters()).isEqualTo(pcm.fit().parameters());
    assertThat(own.fit().warnings())
        .hasSize(3)
        .anyMatch(w ->
            w.equals("b keeps its own steps: no other item has its answers [11, 12, 13, 14, 15]."));
  }

  @Test
  void withTwoAnswersItIsTheRaschModel() {
    double[][] columns = new double[11][LEAD.rows()];
    for (int i = 0; i < 11; i++) {
      for (int r = 0; r < LEAD.rows(); r++) {
        columns[i][r] = LEAD.value(r, i) >= 3 ? 1 : 0;
      }
    }
    ItemResponses binary = ItemResponses.of(LEAD.names(), columns);
    Calibration rating = fit(binary);
    double[] rasch = new double[12 + 1];
    for (int i = 0; i < 11; i++) {
      rasch[i] = -rating.items().get(i).intercepts().getFirst();
    }
    rasch[12] = rating.covariance().getFirst().getFirst();
    assertThat(rating.fit().logLik()).isCloseTo(plainly(binary, rasch), within(1e-6));
    assertThat(rating.fit().parameters()).isEqualTo(12);
    assertThat(rating.fit().warnings()).isEmpty();
  }

  @Test
  void scalesOfDifferentLengthShareTheirOwnStepsEach() {
    double[][] columns = new double[11][LEAD.rows()];
    for (int i = 0; i < 11; i++) {
      for (int r = 0; r < LEAD.rows(); r++) {
        columns[i][r] = i < 6 ? LEAD.value(r, i) : Math.min(3, LEAD.value(r, i));
      }
    }
    Calibration c = fit(ItemResponses.of(LEAD.names(), columns));
    assertThat(c.fit().parameters()).isEqualTo(11 + 3 + 1 + 1);
    assertThat(c.fit().converged()).isTrue();
    assertThat(c.fit().warnings()).isEmpty();
  }

  /**
   * R 4.2.2, eRm 1.0-2: RSM(x, sum0 = TRUE)$etapar on the first 300 rows; on all rows its optimiser
   * runs off. Conditional and marginal likelihood weigh extreme rows differently: an eighth of a
   * standard error.
   */
  @Test
  void locationsAgreeWithConditionalMaximumLikelihoodUpToAConstant() {
    double[] conditional = {
      -0.5593431363,
      0.6075077633,
      0.3221589101,
      0.3444581599,
      -0.3433587955,
      0.2192311696,
      -0.5276122179,
      0.4424300721,
      -0.2546700687,
      0.0332043883
    };
    double[][] columns = new double[11][300];
    for (int i = 0; i < 11; i++) {
      for (int r = 0; r < 300; r++) {
        columns[i][r] = LEAD.value(r, i);
      }
    }
    Calibration c = fit(ItemResponses.of(LEAD.names(), columns));
    double[] location =
        c.items().stream().mapToDouble(i -> RatingScale.location(i.intercepts())).toArray();
    double mean = Arrays.stream(location).average().orElseThrow();
    for (int i = 1; i < 11; i++) {
      assertThat(location[i] - mean).isCloseTo(conditional[i - 1], within(0.012));
    }
  }
}
