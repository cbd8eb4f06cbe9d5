package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatingModelTest {
  /** Both sides converge quadratically; what is left is rounding over some 200 unknowns. */
  private static final double ROUNDING = 1e-9;

  @Test
  void theScoreIsTheTopAndCurvatureOfTheWholePosterior() {
    SplittableRandom random = new SplittableRandom(1);
    Panels panels = new Panels(2, true, random);
    SubjectRatings ratings =
        panels.answers(Panels.person(random), new int[] {0, 1, 1, 2, 2}, random);
    SubjectScore score = model(panels).score(ratings);
    DensePosterior dense = new DensePosterior(model(panels), ratings);
    assertThat(score.converged()).isTrue();
    for (int a = 0; a < 2; a++) {
      assertThat(score.joint().mean(a)).isCloseTo(dense.mode[a], within(ROUNDING));
      for (int b = 0; b < 2; b++) {
        assertThat(score.joint().covariance(a, b))
            .isCloseTo(dense.covariance[a][b], within(ROUNDING));
      }
    }
    for (SourceView view : score.sourceViews()) {
      int d = dense.source(view.source());
      assertThat(view.axes().get(0).mean())
          .isCloseTo(dense.mode[0] + dense.mode[d], within(ROUNDING));
      assertThat(Math.pow(view.axes().get(0).sd(), 2))
          .isCloseTo(
              dense.covariance[0][0] + dense.covariance[d][d] + 2 * dense.covariance[0][d],
              within(ROUNDING));
    }
    CompetenceScore first = score.competences().getFirst();
    int s = dense.competence(0);
    assertThat(first.level().mean()).isCloseTo(dense.mode[0] + dense.mode[s], within(ROUNDING));
    assertThat(Math.pow(first.level().sd(), 2))
        .isCloseTo(
            dense.covariance[0][0] + dense.covariance[s][s] + 2 * dense.covariance[0][s],
            within(ROUNDING));
  }

  /** With the truth drawn from the model, a 90% interval holds it 90 times in 100. */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(20261124);
    int subjects = 2000;
    int[] held = new int[2];
    Panels panels = new Panels(4, true, random);
    RatingModel model = model(panels);
    for (int p = 0; p < subjects; p++) {
      double[] truth = Panels.person(random);
      SubjectScore score = model.score(panels.answers(truth, Panels.DEFAULT_PANEL, random));
      assertThat(score.converged()).isTrue();
      for (int a = 0; a < 2; a++) {
        Estimate axis = score.joint().get(a);
        held[a] += axis.low(.90) <= truth[a] && truth[a] <= axis.high(.90) ? 1 : 0;
      }
    }
    for (int a = 0; a < 2; a++) {
      assertThat(held[a] / (double) subjects).as("axis " + a).isBetween(.88, .92);
    }
  }

  @Test
  void aSubjectWithoutAnswersGetsThePriorAndIsToldSo() {
    Panels panels = new Panels(1, true, new SplittableRandom(3));
    SubjectScore score = model(panels).score(SubjectRatings.builder(panels.structure).build());
    assertThat(score.outcome()).isEqualTo(Outcome.NO_RATINGS);
    assertThat(score.reason()).isNotEmpty();
    assertThat(score.joint().mean(0)).isZero();
    assertThat(score.joint().sd(0)).isEqualTo(1);
  }

  private static RatingModel model(Panels panels) {
    return new RatingModel(panels.structure, panels.parameters, panels.priors);
  }
}
