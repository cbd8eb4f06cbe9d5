package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.TrueParameters;

/** What is not known about items widens a score by as much as the score would move with them. */
class ItemDoubtTest {
  private static final int ITEM = 3;
  private static final double SMALL = 1e-4;

  /** Central differences of 1e-4 on a mode found to 1e-9 and better. */
  private static final double DIFFERENCES = 1e-5;

  private final DayOne dayOne = DayOne.items(2);
  private final SubjectRatings ratings =
      dayOne
          .simulator(dayOne.truth(Draws.seeded(1)))
          .panel(DayOne.panel(3, 3), Draws.seeded(2))
          .ratings();

  enum Parameter {
    LOG_SLOPE(.3, 1),
    SHIFT(.5, 1),
    THRESHOLD(.35, 5),
    SOURCE_SHIFT(.2, 4);

    final double sd;

    /** How many numbers of this kind an item has. */
    final int count;

    Parameter(double sd, int count) {
      this.sd = sd;
      this.count = count;
    }

    ItemUncertainty doubt() {
      return switch (this) {
        case LOG_SLOPE -> new ItemUncertainty(sd, 0, 0, 0);
        case SHIFT -> new ItemUncertainty(0, sd, 0, 0);
        case THRESHOLD -> new ItemUncertainty(0, 0, sd, 0);
        case SOURCE_SHIFT -> new ItemUncertainty(0, 0, 0, sd);
      };
    }
  }

  /** The parameters with one number of one item moved. */
  private ItemParameters moved(Parameter kind, int which, double by, ItemUncertainty doubt) {
    ItemParameters.Builder b = ItemParameters.builder(dayOne.structure);
    for (int i = 0; i < dayOne.believed.items(); i++) {
      double slope = dayOne.believed.slope(i);
      double[][] rows = new double[4][];
      for (int g = 0; g < 4; g++) {
        rows[g] = dayOne.believed.thresholds(i, g);
        for (int k = 0; i == ITEM && k < 5; k++) {
          boolean moves =
              switch (kind) {
                case LOG_SLOPE -> false;
                case SHIFT -> true;
                case THRESHOLD -> k == which;
                case SOURCE_SHIFT -> g == which;
              };
          rows[g][k] += moves ? by : 0;
        }
      }
      boolean steeper = i == ITEM && kind == Parameter.LOG_SLOPE;
      b.item(i, steeper ? slope * Math.exp(by) : slope, rows);
    }
    return b.uncertainty(ITEM, doubt).build();
  }

  private SubjectScore score(ItemParameters parameters) {
    return dayOne.model(parameters).score(ratings, Needs.of(Map.of(1, 4.5)));
  }

  private static NeedComparison need(SubjectScore score) {
    return Objects.requireNonNull(score.competences().get(1).need());
  }

  /** The item belongs to competence 1, whose need moves along with it. */
  @ParameterizedTest
  @EnumSource
  void eachParameterAddsTheSquareOfHowFarItsDoubtMovesTheScore(Parameter kind) {
    double[] expected = new double[3];
    for (int which = 0; which < kind.count; which++) {
      SubjectScore up = score(moved(kind, which, SMALL, ItemUncertainty.NONE));
      SubjectScore down = score(moved(kind, which, -SMALL, ItemUncertainty.NONE));
      double unit = kind.sd / (2 * SMALL);
      expected[0] += square(unit * (up.joint().mean(0) - down.joint().mean(0)));
      expected[1] +=
          square(
              unit
                  * (up.competences().get(1).level().mean()
                      - down.competences().get(1).level().mean()));
      expected[2] += square(unit * (need(up).margin().mean() - need(down).margin().mean()));
    }
    SubjectScore sure = score(moved(kind, 0, 0, ItemUncertainty.NONE));
    SubjectScore unsure = score(moved(kind, 0, 0, kind.doubt()));
    assertThat(unsure.joint().mean(0)).isEqualTo(sure.joint().mean(0));
    assertThat(unsure.joint().covariance(0, 0) - sure.joint().covariance(0, 0))
        .isCloseTo(expected[0], within(DIFFERENCES * expected[0]));
    assertThat(
            square(unsure.competences().get(1).level().sd())
                - square(sure.competences().get(1).level().sd()))
        .isCloseTo(expected[1], within(DIFFERENCES * expected[1]));
    assertThat(square(need(unsure).margin().sd()) - square(need(sure).margin().sd()))
        .isCloseTo(expected[2], within(DIFFERENCES * expected[2]));
  }

  /** Rubin's rules over redraws of all parameters at once: within plus between variance. */
  @Test
  void allDoubtsTogetherWidenAnAxisAsRedrawsOfTheParametersDo() {
    int subjects = 12;
    int redraws = 40;
    ItemParameters believed = withoutCommonShift();
    Draws draws = Draws.seeded(3);
    List<SubjectRatings> answers = new ArrayList<>();
    for (int p = 0; p < subjects; p++) {
      Draws own = draws.branch(p);
      answers.add(dayOne.simulator(dayOne.truth(own)).panel(DayOne.panel(4, 4), own).ratings());
    }
    double[][] mean = new double[subjects][redraws];
    double inside = 0;
    for (int m = 0; m < redraws; m++) {
      RatingModel drawn =
          dayOne.model(TrueParameters.draw(dayOne.structure, believed, draws.branch(-1 - m)));
      for (int p = 0; p < subjects; p++) {
        JointEstimate joint = drawn.score(answers.get(p)).joint();
        mean[p][m] = joint.mean(0);
        inside += joint.covariance(0, 0) / redraws;
      }
    }
    double between = Arrays.stream(mean).mapToDouble(ItemDoubtTest::variance).sum();
    double rubin = inside + (1 + 1.0 / redraws) * between;
    RatingModel model = dayOne.model(believed);
    double closedForm =
        answers.stream().mapToDouble(a -> model.score(a).joint().covariance(0, 0)).sum();
    assertThat(Math.sqrt(closedForm / rubin)).isCloseTo(1, within(.03));
  }

  private ItemParameters withoutCommonShift() {
    ItemParameters.Builder b = ItemParameters.builder(dayOne.structure);
    for (int i = 0; i < dayOne.believed.items(); i++) {
      b.item(i, dayOne.believed.slope(i), dayOne.believed.thresholds(i, 0));
      b.uncertainty(i, dayOne.believed.uncertainty(i));
    }
    return b.build();
  }

  @Test
  void theCommonShiftIsReportedApartAndMovesEveryAxisAsItSays() {
    SubjectScore score = dayOne.model(dayOne.believed).score(ratings);
    double sd = dayOne.believed.commonShiftSd();
    SubjectScore up = dayOne.model(allShifted(SMALL)).score(ratings);
    SubjectScore down = dayOne.model(allShifted(-SMALL)).score(ratings);
    for (int a = 0; a < 2; a++) {
      double moved = sd * (up.joint().mean(a) - down.joint().mean(a)) / (2 * SMALL);
      assertThat(score.commonShift().get(a)).isCloseTo(moved, within(DIFFERENCES * moved));
      assertThat(moved).isPositive();
    }
  }

  private ItemParameters allShifted(double by) {
    ItemParameters.Builder b = ItemParameters.builder(dayOne.structure);
    for (int i = 0; i < dayOne.believed.items(); i++) {
      double[] row = dayOne.believed.thresholds(i, 0);
      b.item(i, dayOne.believed.slope(i), Arrays.stream(row).map(t -> t + by).toArray());
    }
    return b.build();
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> square(v - mean)).sum() / (values.length - 1);
  }

  private static double square(double x) {
    return x * x;
  }
}
