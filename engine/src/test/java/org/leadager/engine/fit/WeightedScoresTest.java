package org.leadager.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.calibrate.LoadingPattern;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.fit.TraitScores.Outcome;
import org.leadager.engine.fit.TraitScores.Score;
import org.leadager.engine.model.GeneralisedPartialCredit;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.ItemModel;
import org.leadager.engine.model.PartialCredit;

/** Weighted likelihood on several traits, against other programs and the plain objective. */
class WeightedScoresTest {
  private static final ItemResponses LEAD = Reference.lq2002();
  private static final Calibration SHARED = two(new Graded(), true);

  /** Officers and NCOs; items about both load on both, or on the second alone. */
  private static Calibration two(ItemModel model, boolean shared) {
    Set<Integer> both = Set.of(2, 3, 10);
    Set<Integer> officers = Set.of(0, 4, 6, 8);
    List<Set<Integer>> byItem = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      boolean two = shared && both.contains(i);
      byItem.add(two ? Set.of(0, 1) : officers.contains(i) ? Set.of(0) : Set.of(1));
    }
    LoadingPattern pattern = new LoadingPattern(List.of("OFF", "NCO"), byItem);
    return (Calibration) new Calibrator(model).tolerance(1e-4).errors(false).fit(LEAD, pattern);
  }

  private static Calibration with(Calibration c, ItemResponses y) {
    return Calibration.ofOneGroup(
        c.model(), c.pattern(), y, c.items(), c.covariance(), c.fit(), c.grid());
  }

  /** log L + ½ log |I| over the items asked for, J from differences of the probabilities. */
  private static double plainly(Calibration c, int row, Set<Integer> items, double[] theta) {
    double h = 1e-5;
    double log = 0;
    double[] sum = new double[3];
    for (int i : items) {
      double[] a = c.items().get(i).slopes().stream().mapToDouble(s -> s).toArray();
      double[] d = c.items().get(i).intercepts().stream().mapToDouble(x -> x).toArray();
      double[] p = new double[d.length + 1];
      double[] up = p.clone();
      double[] down = p.clone();
      double eta = a[0] * theta[0] + a[1] * theta[1];
      c.model().probabilities(eta, d, p);
      c.model().probabilities(eta + h, d, up);
      c.model().probabilities(eta - h, d, down);
      log += Math.log(p[c.responses().code(row, i)]);
      double j = 0;
      for (int k = 0; k < p.length; k++) {
        double slope = (up[k] - down[k]) / (2 * h);
        j += slope * slope / p[k];
      }
      sum[0] += j * a[0] * a[0];
      sum[1] += j * a[0] * a[1];
      sum[2] += j * a[1] * a[1];
    }
    boolean first = sum[2] == 0;
    boolean second = sum[0] == 0;
    return log + Math.log(first ? sum[0] : second ? sum[2] : sum[0] * sum[2] - sum[1] * sum[1]) / 2;
  }

  private static double[] point(Score score) {
    return score.values().stream().mapToDouble(v -> v).toArray();
  }

  @Test
  void onOneTraitTheyAreThePointScoresThatAgreeWithMirtAtTheEndsToo() {
    for (ItemModel model :
        List.of(new Graded(), new GeneralisedPartialCredit(), new PartialCredit())) {
      Calibration one = (Calibration) new Calibrator(model).errors(false).fit(LEAD);
      PointScores points = new PointScores(one);
      TraitScores traits = new TraitScores(one);
      for (int r = 0; r < 60; r++) {
        PointScores.Score expected = points.wle(r);
        Score score = traits.wle(r);
        assertThat(score.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(score.values().get(0)).isCloseTo(expected.value(), within(1e-6));
        assertThat(score.errors().get(0)).isCloseTo(expected.error(), within(1e-5));
      }
    }
  }

  @Test
  void withItemsOnOneTraitEachItIsTheMaximumOfEachTraitsOwnObjective() {
    Calibration simple = two(new GeneralisedPartialCredit(), false);
    List<Set<Integer>> own = List.of(Set.of(0, 4, 6, 8), Set.of(1, 2, 3, 5, 7, 9, 10));
    TraitScores traits = new TraitScores(simple);
    for (int r = 0; r < 30; r++) {
      double[] at = point(traits.wle(r));
      for (int d = 0; d < 2; d++) {
        int row = r;
        int trait = d;
        double best =
            highest(t -> plainly(simple, row, own.get(trait), new double[] {t, t}), -10, 10);
        assertThat(at[d]).isCloseTo(best, within(1e-4));
      }
    }
  }

  private static double highest(ToDoubleFunction<Double> f, double low, double high) {
    double a = low;
    double b = high;
    while (b - a > 1e-6) {
      double third = (b - a) / 3;
      if (f.applyAsDouble(a + third) < f.applyAsDouble(b - third)) {
        a += third;
      } else {
        b -= third;
      }
    }
    return (a + b) / 2;
  }

  @Test
  void withSharedItemsNoStepRaisesThePlainObjectiveAndErrorsAreItsCurvature() {
    Set<Integer> all = Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    TraitScores traits = new TraitScores(SHARED);
    double h = 1e-2;
    for (int r = 0; r < 40; r++) {
      Score score = traits.wle(r);
      double[] at = point(score);
      double[][] f = new double[3][3];
      for (int a = -1; a <= 1; a++) {
        for (int b = -1; b <= 1; b++) {
          f[a + 1][b + 1] = plainly(SHARED, r, all, new double[] {at[0] + a * h, at[1] + b * h});
        }
      }
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          if (a != 1 || b != 1) {
            assertThat(f[a][b]).isLessThan(f[1][1]);
          }
        }
      }
      double aa = -(f[2][1] - 2 * f[1][1] + f[0][1]) / (h * h);
      double bb = -(f[1][2] - 2 * f[1][1] + f[1][0]) / (h * h);
      double ab = -(f[2][2] - f[2][0] - f[0][2] + f[0][0]) / (4 * h * h);
      double determinant = aa * bb - ab * ab;
      assertThat(score.errors().get(0)).isCloseTo(Math.sqrt(bb / determinant), within(1e-3));
      assertThat(score.errors().get(1)).isCloseTo(Math.sqrt(aa / determinant), within(1e-3));
    }
  }

  @Test
  void extremeAnswersHaveAFiniteScoreButTraitsThatCannotBeToldApartHaveNone() {
    double[][] columns = new double[11][LEAD.rows()];
    for (int i = 0; i < 11; i++) {
      for (int r = 0; r < LEAD.rows(); r++) {
        columns[i][r] = r == 0 ? 5 : r == 1 && i != 2 ? Double.NaN : LEAD.value(r, i);
      }
    }
    TraitScores traits = new TraitScores(with(SHARED, ItemResponses.of(LEAD.names(), columns)));
    assertThat(traits.ml(0).outcome()).isEqualTo(Outcome.NO_FINITE_MAXIMUM);
    Score extreme = traits.wle(0);
    assertThat(extreme.outcome()).isEqualTo(Outcome.FOUND);
    assertThat(extreme.values()).allSatisfy(v -> assertThat(v).isBetween(1.0, 10.0));
    Score oneItemOnBoth = traits.wle(1);
    assertThat(oneItemOnBoth.outcome()).isEqualTo(Outcome.NO_FINITE_MAXIMUM);
    assertThat(oneItemOnBoth.values()).containsOnly(Double.NaN);
  }

  @Test
  void onTwoTraitsTheBiasOfPeopleAwayFromTheMeanIsGoneWithinItsError() {
    double[] truth = {1.2, -1.2};
    int rows = 1500;
    TraitScores traits = new TraitScores(with(SHARED, drawn(truth, rows)));
    for (int d = 0; d < 2; d++) {
      double weighted = 0;
      double square = 0;
      double shrunken = 0;
      for (int r = 0; r < rows; r++) {
        double off = traits.wle(r).values().get(d) - truth[d];
        weighted += off / rows;
        square += off * off / rows;
        shrunken += (traits.map(r).values().get(d) - truth[d]) / rows;
      }
      double error = Math.sqrt(square / rows);
      assertThat(Math.abs(weighted)).isLessThan(3 * error);
      assertThat(Math.abs(shrunken)).isGreaterThan(10 * error);
    }
  }

  /** Rows of answers, and five rows more so that every answer occurs and keeps its code. */
  private static ItemResponses drawn(double[] theta, int rows) {
    Random chance = new Random(3);
    double[][] columns = new double[11][rows + 5];
    for (int i = 0; i < 11; i++) {
      double[] d = SHARED.items().get(i).intercepts().stream().mapToDouble(x -> x).toArray();
      double eta =
          SHARED.items().get(i).slopes().get(0) * theta[0]
              + SHARED.items().get(i).slopes().get(1) * theta[1];
      for (int r = 0; r < rows; r++) {
        double logistic = Math.log(1 / chance.nextDouble(1e-12, 1) - 1);
        int answer = 1;
        for (double boundary : d) {
          answer += eta + boundary + logistic > 0 ? 1 : 0;
        }
        columns[i][r] = answer;
      }
      for (int k = 0; k < 5; k++) {
        columns[i][rows + k] = k + 1;
      }
    }
    return ItemResponses.of(LEAD.names(), columns);
  }
}
