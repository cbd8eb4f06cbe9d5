package org.leadager.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.calibrate.Design;
import org.leadager.engine.calibrate.ItemParameters;
import org.leadager.engine.calibrate.LoadingPattern;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.ItemModel;
import org.leadager.engine.model.RatingScale;

/** C2 where parameters are shared or groups add up, against {@link PatternMoments}. */
class LimitedInformationTest {
  private static final int ITEMS = 4;
  private static final double[] STEP = {1.1, -0.9};
  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  /**
   * Answers 0, 1, 2 from a graded (slopes near one) or, with {@code shared}, a rating scale law.
   */
  private static double[][] answers(
      int rows, double mean, double sd, boolean shared, SplittableRandom random) {
    double[][] y = new double[ITEMS][rows];
    for (int r = 0; r < rows; r++) {
      double theta = mean + sd * random.nextGaussian();
      for (int i = 0; i < ITEMS; i++) {
        double ease = 0.4 * (i - 1.5);
        double[] p =
            shared
                ? PatternMoments.divided(theta, ease + STEP[0], 2 * ease)
                : PatternMoments.graded((0.7 + 0.3 * i) * theta, ease + STEP[0], ease + STEP[1]);
        double u = random.nextDouble();
        y[i][r] = u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2;
      }
    }
    return y;
  }

  private static Calibration calibrated(ItemModel model, double[][] y, Design design) {
    return (Calibration) new Calibrator(model).fit(ItemResponses.of(NAMES, y), design);
  }

  private static Design single() {
    return Design.of(LoadingPattern.single(ITEMS));
  }

  private static Calibration ratingScale(long seed) {
    return calibrated(
        new RatingScale(), answers(1500, 0, 1.2, true, new SplittableRandom(seed)), single());
  }

  /** Two groups, the second higher and wider. */
  private static Calibration twoGroups(int first, int second, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] one = answers(first, 0, 1, false, random);
    double[][] two = answers(second, 0.5, 1.3, false, random);
    double[][] y = new double[ITEMS][first + second];
    List<String> groups = new ArrayList<>();
    for (int r = 0; r < first + second; r++) {
      groups.add(r < first ? "one" : "two");
      for (int i = 0; i < ITEMS; i++) {
        y[i][r] = r < first ? one[i][r] : two[i][r - first];
      }
    }
    return calibrated(new Graded(), y, single().groups(Grouping.of(groups)));
  }

  private static LimitedInformation c2(Calibration calibration) {
    return LimitedInformation.of(calibration).found().orElseThrow();
  }

  @Test
  void sharedStepsCountOnceAsEnumeratedPatternsSay() {
    Calibration fit = ratingScale(5);
    double[] z = new double[ITEMS + 2];
    for (int i = 0; i < ITEMS; i++) {
      List<Double> d = fit.items().get(i).intercepts();
      z[i] = d.get(1) / 2;
      z[ITEMS] = d.get(0) - z[i];
    }
    z[ITEMS + 1] = fit.covariance().get(0).get(0);
    Function<double[], List<PatternMoments>> model =
        x -> List.of(PatternMoments.ratingScale(x, ITEMS));
    LimitedInformation here = c2(fit);
    assertThat(here.df()).isEqualTo(8 + 6 - 6);
    // Two quadratures of the same integral at the same estimates.
    assertThat(here.c2()).isCloseTo(PatternMoments.c2(model, z, fit), within(1e-3));
  }

  @Test
  void groupsAddUpAsEnumeratedPatternsSay() {
    Calibration fit = twoGroups(700, 900, 6);
    double[] z = new double[3 * ITEMS + 2];
    for (int i = 0; i < ITEMS; i++) {
      ItemParameters item = fit.items().get(i);
      z[3 * i] = item.slopes().getFirst();
      z[3 * i + 1] = item.intercepts().get(0);
      z[3 * i + 2] = item.intercepts().get(1);
    }
    z[3 * ITEMS] = fit.groups().get(1).mean().getFirst();
    z[3 * ITEMS + 1] = fit.groups().get(1).covariance().getFirst().getFirst();
    Function<double[], List<PatternMoments>> model =
        x ->
            List.of(
                PatternMoments.graded(x, ITEMS, 0, 1),
                PatternMoments.graded(x, ITEMS, x[3 * ITEMS], x[3 * ITEMS + 1]));
    LimitedInformation here = c2(fit);
    assertThat(here.df()).isEqualTo(2 * (8 + 6) - 14);
    assertThat(here.rows()).isEqualTo(1600);
    assertThat(here.c2()).isCloseTo(PatternMoments.c2(model, z, fit), within(1e-3));
  }

  /**
   * Over 60 simulations the mean of C2/df is 1 with a deviation of √(2/df/60): .065 and .049; three
   * of them are allowed.
   */
  @Test
  void trueModelsGiveAsMuchAsChance() {
    SplittableRandom random = new SplittableRandom(1);
    double shared = 0;
    double groups = 0;
    for (int s = 0; s < 60; s++) {
      shared += c2(ratingScale(random.nextLong())).c2() / 8 / 60;
      groups += c2(twoGroups(400, 600, random.nextLong())).c2() / 14 / 60;
    }
    assertThat(shared).isCloseTo(1, within(0.2));
    assertThat(groups).isCloseTo(1, within(0.15));
  }

  @Test
  void itemsThatOneGroupIsNotAskedLeaveItsOtherItems() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] y = answers(1000, 0, 1, false, random);
    List<String> groups = new ArrayList<>();
    for (int r = 0; r < 1000; r++) {
      groups.add(r < 500 ? "all" : "three");
      y[3][r] = r < 500 ? y[3][r] : Double.NaN;
    }
    Calibration fit = calibrated(new Graded(), y, single().groups(Grouping.of(groups)));
    assertThat(c2(fit).df()).isEqualTo(8 + 6 + 6 + 3 - 14);
    assertThat(c2(fit).rows()).isEqualTo(1000);
  }

  @Test
  void whatCannotBeComputedSaysWhy() {
    double[][] y = answers(200, 0, 1, false, new SplittableRandom(4));
    assertThat(reason(calibrated(new Graded(), y, single()), 3)).contains("more items are needed");
    for (int r = 20; r < 200; r++) {
      y[r % ITEMS][r] = Double.NaN;
    }
    assertThat(LimitedInformation.of(calibrated(new Graded(), y, single())).reason().orElseThrow())
        .isEqualTo(
            "At least 30 rows without missing answers are needed; 20 of 200 rows are complete.");
  }

  private static String reason(Calibration of, int items) {
    ItemResponses few = of.responses().select(List.of(0, 1, 2).subList(0, items));
    Calibration fit = (Calibration) new Calibrator(new Graded()).fit(few);
    return LimitedInformation.of(fit).reason().orElseThrow();
  }
}
