package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.SimulatedPanel;

/** Expected answers against sums over a fine grid, written from the equation alone. */
class ExpectedFrequencyTest {
  /** Cubic interpolation between points .125 apart, and a Gauss rule of 15 points for the doubt. */
  private static final double TABLES = 1e-5;

  private static final double REACH = 9;
  private static final double STEP = .1;

  private final DayOne dayOne = DayOne.items(2);
  private final ItemParameters truth = dayOne.truth(Draws.seeded(1));
  private final RatingModel model = dayOne.model(truth);

  @Test
  void aCompetencesFrequencyIsItsExpectedAnswerOverRatersLikeThePanelsAndOverItsDoubt() {
    SimulatedPanel panel = dayOne.simulator(truth).panel(DayOne.panel(2, 1), Draws.seeded(2));
    SubjectScore score = model.score(panel.ratings());
    for (CompetenceScore competence : score.competences()) {
      int c = competence.competence();
      DoubleUnaryOperator expected =
          level ->
              (answer(c, DayOne.BOSS, level)
                      + 2 * answer(c, DayOne.PEER, level)
                      + answer(c, DayOne.REPORT, level))
                  / 4;
      Estimate level = competence.level();
      FrequencyEstimate frequency = competence.frequency();
      assertThat(frequency.mean())
          .isCloseTo(overNormal(level.mean(), level.sd(), expected), within(TABLES));
      assertThat(frequency.low()).isCloseTo(expected.applyAsDouble(level.low(.90)), within(TABLES));
      assertThat(frequency.high())
          .isCloseTo(expected.applyAsDouble(level.high(.90)), within(TABLES));
    }
  }

  /** An axis leaves s to chance, and looks at the items that speak about it alone. */
  @Test
  void anAxisFrequencyIsTheExpectedAnswerOverItsOwnItems() {
    SimulatedPanel panel = dayOne.simulator(truth).panel(List.of(DayOne.PEER), Draws.seeded(3));
    AxisScore axis = model.score(panel.ratings()).axes().get(1);
    double doubtAndOwn = Math.sqrt(Math.pow(axis.level().sd(), 2) + .09);
    double expected = overNormal(axis.level().mean(), doubtAndOwn, this::meanOverLeadershipItems);
    assertThat(Objects.requireNonNull(axis.frequency()).mean()).isCloseTo(expected, within(TABLES));
  }

  private double meanOverLeadershipItems(double level) {
    double sum = 0;
    for (int c = 7; c < 14; c++) {
      sum += answer(c, DayOne.PEER, level) / 7;
    }
    return sum;
  }

  @Test
  void theNeededLevelIsWhereRatersOfThatSourceAnswerSoOnAverage() {
    for (int c : new int[] {0, 9, 17}) {
      for (int source = DayOne.BOSS; source <= DayOne.REPORT; source++) {
        double before = Double.NEGATIVE_INFINITY;
        for (double frequency = 1.5; frequency <= 5.5; frequency += .5) {
          double level = model.neededLevel(c, frequency, source);
          assertThat(answer(c, source, level)).isCloseTo(frequency, within(TABLES));
          assertThat(level).isGreaterThan(before);
          before = level;
        }
      }
    }
  }

  @Test
  void aNeedAtTheVeryEndOfTheScaleIsReadAQuarterPointInside() {
    assertThat(model.neededLevel(0, 6, DayOne.PEER))
        .isEqualTo(model.neededLevel(0, 5.75, DayOne.PEER));
    assertThat(model.neededLevel(0, 1, DayOne.PEER))
        .isEqualTo(model.neededLevel(0, 1.25, DayOne.PEER));
  }

  /** Mean answer to a competence's items at a level; δ + h ± x + v is normal over raters. */
  private double answer(int c, int source, double level) {
    double halo = List.of(.9625, .9, 1.5, 2.0).get(source);
    double slant = c < 14 ? .1225 : 0;
    double spread = Math.sqrt(halo + .2025 + slant + .1225);
    double sum = 0;
    for (int i = 2 * c; i < 2 * c + 2; i++) {
      int item = i;
      sum += overNormal(level, spread, eta -> given(item, source, eta)) / 2;
    }
    return sum;
  }

  private double given(int item, int source, double eta) {
    double answer = 1;
    for (double b : truth.thresholds(item, source)) {
      answer += 1 / (1 + Math.exp(-truth.slope(item) * (eta - b)));
    }
    return answer;
  }

  /** E f(mean + sd Z): the trapezoid rule, exact for smooth functions to far below the tables. */
  private static double overNormal(double mean, double sd, DoubleUnaryOperator f) {
    double sum = 0;
    double weight = 0;
    for (double z = -REACH; z <= REACH; z += STEP) {
      double w = Math.exp(-z * z / 2);
      weight += w;
      sum += w * f.applyAsDouble(mean + sd * z);
    }
    return sum / weight;
  }
}
