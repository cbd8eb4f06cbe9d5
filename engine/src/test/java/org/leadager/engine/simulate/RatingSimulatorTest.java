package org.leadager.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.Effect;
import org.leadager.engine.rating.ItemParameters;
import org.leadager.engine.rating.ItemUncertainty;
import org.leadager.engine.rating.RatingItem;
import org.leadager.engine.rating.RatingPriors;
import org.leadager.engine.rating.RatingStructure;

class RatingSimulatorTest {
  private static final int MANY = 20_000;
  private static final List<Double> CENTRES = List.of(-3.9, -2.65, -1.4, 0., 1.75);
  private static final int SELF = 0;
  private static final int PEER = 1;

  /** Two competences of one item each, one per axis; sources self and peer. */
  private final RatingStructure structure =
      RatingStructure.builder(2, 2, 2)
          .selfSource(SELF)
          .with(Effect.values())
          .item(new RatingItem(List.of(1., 0.), 0, 1, 6))
          .item(new RatingItem(List.of(0., 1.), 1, -1, 6))
          .build();

  private final RatingPriors priors =
      RatingPriors.builder(structure)
          .axisCorrelation(0, 1, .65)
          .competenceSd(.30)
          .sourceSd(.45)
          .slantSd(.35)
          .testletSd(.25)
          .haloVariance(PEER, 1.5)
          .severityShare(.3)
          .self(.5, .25, .9)
          .build();

  private final ItemParameters certain = parameters(ItemUncertainty.NONE, 0);
  private final RatingSimulator simulator = new RatingSimulator(structure, certain, priors);

  private ItemParameters parameters(ItemUncertainty uncertainty, double commonShiftSd) {
    ItemParameters.Builder b = ItemParameters.builder(structure).commonShiftSd(commonShiftSd);
    for (int i = 0; i < 2; i++) {
      b.item(i, 1.3, CENTRES.stream().mapToDouble(Double::doubleValue).toArray());
      b.uncertainty(i, uncertainty);
    }
    return b.build();
  }

  @Test
  void aSeedGivesTheSameAnswersForEver() {
    List<Integer> sources = List.of(SELF, PEER, PEER, PEER, PEER, PEER);
    SimulatedPanel panel = simulator.panel(sources, Draws.seeded(11));
    assertThat(panel.answers().toString())
        .isEqualTo("[[6, 4], [6, 4], [5, 2], [5, 6], [5, 5], [6, 5]]");
  }

  @Test
  void ratingsHoldTheSameAnswersByRaterAndItem() {
    SimulatedPanel panel = simulator.panel(List.of(PEER, SELF), Draws.seeded(5));
    assertThat(panel.ratings().ratings()).isEqualTo(4);
    assertThat(panel.ratings().raterSource(1)).isEqualTo(SELF);
    for (int row = 0; row < 4; row++) {
      int r = panel.ratings().rater(row);
      int i = panel.ratings().item(row);
      assertThat(panel.ratings().category(row)).isEqualTo(panel.answers().get(r).get(i));
    }
  }

  /** Tolerances are five standard errors of a variance or a correlation of this many draws. */
  @Test
  void peopleAndRatersSpreadAsThePriorsSay() {
    double five = 5 * Math.sqrt(2.0 / MANY);
    Moments first = new Moments();
    Moments halo = new Moments();
    Moments self = new Moments();
    Moments slant = new Moments();
    Moments s = new Moments();
    Moments delta = new Moments();
    Moments v = new Moments();
    double product = 0;
    for (int p = 0; p < MANY; p++) {
      Draws draws = Draws.seeded(6).branch(p);
      SubjectTruth subject = simulator.subject(draws);
      RaterTruth rater = simulator.rater(PEER, draws);
      first.add(subject.axes().get(0));
      product += subject.axes().get(0) * subject.axes().get(1) / MANY;
      s.add(subject.competences().get(1));
      delta.add(subject.sources().get(PEER));
      halo.add(rater.halo());
      slant.add(rater.slant());
      v.add(rater.testlets().get(0));
      self.add(simulator.rater(SELF, draws).halo());
    }
    assertThat(first.variance()).isCloseTo(1, within(five));
    assertThat(product).isCloseTo(.65, within(five));
    assertThat(s.variance()).isCloseTo(.09, within(.09 * five));
    assertThat(delta.variance()).isCloseTo(.2025, within(.2025 * five));
    assertThat(halo.variance()).isCloseTo(1.5, within(1.5 * five));
    assertThat(slant.variance()).isCloseTo(.1225, within(.1225 * five));
    assertThat(v.variance()).isCloseTo(.0625, within(.0625 * five));
    assertThat(self.mean()).isCloseTo(.5, within(five));
    assertThat(self.variance()).isCloseTo(.9625, within(.9625 * five));
  }

  @Test
  void answersComeAsOftenAsTheModelSays() {
    SubjectTruth subject = new SubjectTruth(List.of(.5, -1.), List.of(.2, 0.), List.of(0., .3));
    RaterTruth rater = new RaterTruth(PEER, -.4, .1, List.of(.25, 0.));
    double eta = .5 + .2 + .3 - .4 + .1 + .25;
    int[] atLeast = new int[7];
    Draws draws = Draws.seeded(8);
    for (int n = 0; n < MANY; n++) {
      int answer = simulator.answers(subject, rater, draws).get(0);
      for (int k = 1; k <= answer; k++) {
        atLeast[k]++;
      }
    }
    for (int k = 2; k <= 6; k++) {
      double p = 1 / (1 + Math.exp(-1.3 * (eta - CENTRES.get(k - 2))));
      assertThat(atLeast[k] / (double) MANY)
          .isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / MANY)));
    }
  }

  @Test
  void levelsOfCompetencesCanBeGiven() {
    SubjectTruth subject =
        simulator.subjectWithLevels(List.of(1., 0.), List.of(.2, -.7), Draws.seeded(9));
    assertThat(simulator.level(subject, 0)).isCloseTo(.2, within(1e-15));
    assertThat(simulator.level(subject, 1)).isCloseTo(-.7, within(1e-15));
    assertThatThrownBy(() -> simulator.subject(List.of(1.), Draws.seeded(9)))
        .hasMessage("the instrument has 2 axes, not 1");
  }

  @Test
  void trueParametersSpreadAsTheBeliefsSayAndAlwaysRise() {
    ItemParameters believed = parameters(new ItemUncertainty(.35, .5, .35, .2), .4);
    Moments logSlope = new Moments();
    Moments mean = new Moments();
    Moments betweenSources = new Moments();
    int n = MANY / 10;
    for (int draw = 0; draw < n; draw++) {
      ItemParameters truth = TrueParameters.draw(structure, believed, Draws.seeded(draw));
      logSlope.add(Math.log(truth.slope(0)) - Math.log(1.3));
      mean.add(truth.threshold(0, PEER, 0) - CENTRES.get(0));
      betweenSources.add(truth.threshold(1, PEER, 2) - truth.threshold(1, SELF, 2));
      assertThat(truth.uncertainty(0)).isEqualTo(ItemUncertainty.NONE);
    }
    double five = 5 * Math.sqrt(2.0 / n);
    assertThat(logSlope.variance()).isCloseTo(.1225, within(.1225 * five));
    double all = .4 * .4 + .5 * .5 + .35 * .35 + .2 * .2;
    assertThat(mean.variance()).isCloseTo(all, within(all * five));
    assertThat(betweenSources.variance()).isCloseTo(.08, within(.08 * five));
  }

  private static final class Moments {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
      values.add(value);
    }

    double mean() {
      return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    double variance() {
      double mean = mean();
      return values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow();
    }
  }
}
