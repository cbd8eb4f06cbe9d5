package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.SimulatedPanel;

/** The subject's own answers are scored apart, with the usual leniency taken off. */
class SelfScoreTest {
  private static final double ROUNDING = 1e-9;

  private final DayOne dayOne = DayOne.items(2);
  private final ItemParameters truth = dayOne.truth(Draws.seeded(1));
  private final RatingModel model = dayOne.model(truth);

  @Test
  void theOwnViewIsTheTopOfItsPosteriorWithTheLeniencyAsMeanOfTheHalo() {
    SubjectRatings own =
        dayOne.simulator(truth).panel(List.of(DayOne.SELF), Draws.seeded(2)).ratings();
    SubjectScore score = model.scoreSelf(own);
    DensePosterior dense = new DensePosterior(model, own);
    for (int a = 0; a < 2; a++) {
      assertThat(score.joint().mean(a)).isCloseTo(dense.mode[a], within(ROUNDING));
      assertThat(score.joint().covariance(a, a))
          .isCloseTo(dense.covariance[a][a], within(ROUNDING));
    }
  }

  /** η with leniency against b is η without it against b − leniency. */
  @Test
  void leniencyIsAShiftOfAllThresholdsAndTakenOffWhole() {
    SubjectRatings own =
        dayOne.simulator(truth).panel(List.of(DayOne.SELF), Draws.seeded(3)).ratings();
    ItemParameters.Builder shifted = ItemParameters.builder(dayOne.structure);
    for (int i = 0; i < truth.items(); i++) {
      double[] b = truth.thresholds(i, DayOne.SELF);
      shifted.item(i, truth.slope(i), Arrays.stream(b).map(t -> t - .5).toArray());
    }
    RatingPriors frank = dayOne.priors.toBuilder(dayOne.structure).self(0, .25, .9).build();
    SubjectScore expected =
        new RatingModel(dayOne.structure, shifted.build(), frank).scoreSelf(own);
    for (int a = 0; a < 2; a++) {
      assertThat(model.scoreSelf(own).joint().mean(a))
          .isCloseTo(expected.joint().mean(a), within(ROUNDING));
      assertThat(model.scoreSelf(own).joint().sd(a))
          .isCloseTo(expected.joint().sd(a), within(ROUNDING));
    }
  }

  @Test
  void theOwnAnswersNeverEnterWhatOthersSay() {
    RatingSimulator simulator = dayOne.simulator(truth);
    List<Integer> others = List.of(DayOne.BOSS, DayOne.PEER, DayOne.REPORT);
    SimulatedPanel panel = simulator.panel(others, Draws.seeded(4));
    SubjectRatings.Builder b = SubjectRatings.builder(dayOne.structure);
    b.rater(DayOne.SELF);
    for (int i = 0; i < truth.items(); i++) {
      b.rating(0, i, 6);
    }
    for (int source : others) {
      int r = b.rater(source);
      for (int i = 0; i < truth.items(); i++) {
        b.rating(r, i, panel.answers().get(r - 1).get(i));
      }
    }
    SubjectScore with = model.score(b.build());
    SubjectScore without = model.score(panel.ratings());
    assertThat(with.panel()).isEqualTo(new SubjectScore.PanelSize(3, 3 * truth.items(), 0));
    assertThat(with.joint().mean(0)).isEqualTo(without.joint().mean(0));
    assertThat(with.joint().sd(1)).isEqualTo(without.joint().sd(1));
  }

  /** 90% intervals of the own view over 1,000 self-raters; three standard errors are .028. */
  @Test
  void intervalsOfTheOwnViewHoldItAsOftenAsTheySay() {
    int people = 1000;
    int held = 0;
    RatingSimulator simulator = dayOne.simulator(truth);
    for (int p = 0; p < people; p++) {
      SimulatedPanel panel = simulator.panel(List.of(DayOne.SELF), Draws.seeded(5).branch(p));
      Estimate axis = model.scoreSelf(panel.ratings()).joint().get(0);
      double view = panel.subject().axes().getFirst();
      held += axis.low(.90) <= view && view <= axis.high(.90) ? 1 : 0;
    }
    assertThat(held / (double) people).isBetween(.872, .928);
  }
}
