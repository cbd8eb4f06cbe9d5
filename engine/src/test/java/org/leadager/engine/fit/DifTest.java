package org.leadager.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.calibrate.Design;
import org.leadager.engine.calibrate.Freedom;
import org.leadager.engine.calibrate.LoadingPattern;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.Graded;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.ItemTruth;
import org.leadager.engine.simulate.ResponseSimulator;
import org.leadager.engine.simulate.TypicalItems;

/** Items that work differently between groups, on answers with a known truth. */
class DifTest {
  private static final int ITEMS = 10;
  private static final double MEAN = 0.5;

  /** Answers of two groups of 1000, the second with a higher mean and items of its own. */
  private record Two(ItemResponses answers, Grouping groups) {}

  private static List<ItemTruth> items() {
    return TypicalItems.draw(new Graded(), ITEMS, 1, 4, Draws.seeded(3));
  }

  private static ItemTruth changed(ItemTruth item, double slope, double shift) {
    return new ItemTruth(
        item.name(),
        List.of(item.slopes().get(0) * slope),
        item.intercepts().stream().map(d -> d + shift).toList());
  }

  private static Two simulate(List<ItemTruth> focal, long seed) {
    Draws draws = Draws.seeded(seed);
    List<ResponseSimulator> simulators =
        List.of(
            new ResponseSimulator(new Graded(), items(), new double[][] {{1}}),
            new ResponseSimulator(new Graded(), focal, new double[][] {{1}}));
    double[][] columns = new double[ITEMS][2000];
    List<String> labels = new ArrayList<>();
    for (int r = 0; r < 2000; r++) {
      Draws own = draws.branch(r);
      ResponseSimulator of = simulators.get(r % 2);
      double[] person = of.person(own);
      person[0] += r % 2 * MEAN;
      int[] row = of.answers(person, own);
      for (int i = 0; i < ITEMS; i++) {
        columns[i][r] = row[i];
      }
      labels.add(r % 2 == 0 ? "first" : "second");
    }
    List<String> names = items().stream().map(ItemTruth::name).toList();
    return new Two(ItemResponses.of(names, columns), Grouping.of(labels));
  }

  private static DifResult.Found test(Two two, DifOptions options) {
    Calibrator calibrator = new Calibrator(new Graded()).errors(false);
    return (DifResult.Found)
        Dif.of(calibrator, two.answers, LoadingPattern.single(ITEMS), two.groups, options);
  }

  private static List<String> found(DifResult.Found result) {
    return result.items().stream().filter(ItemDif::found).map(ItemDif::name).toList();
  }

  @Test
  void equalItemsAreRejectedAsOftenAsTheLevelSays() {
    int below = 0;
    double mean = 0;
    for (int seed = 1; seed <= 4; seed++) {
      DifOptions once = new DifOptions(.05, DifOptions.Correction.HOLM, 1);
      for (ItemDif item : test(simulate(items(), seed), once).items()) {
        below += item.any().p() < .05 ? 1 : 0;
        mean += item.any().p() / (4 * ITEMS);
      }
    }
    assertThat(below).as("binomial of 40 at .05, beyond 1 in 1000").isLessThanOrEqualTo(7);
    assertThat(mean).as("of 40 uniform numbers, 3 errors").isCloseTo(.5, within(.15));
  }

  @Test
  void aShiftedItemIsUniformAndOneOfAnotherSlopeIsNot() {
    List<ItemTruth> focal = new ArrayList<>(items());
    focal.set(2, changed(focal.get(2), 1, 1));
    focal.set(6, changed(focal.get(6), .5, 0));
    DifResult.Found result = test(simulate(focal, 9), DifOptions.STANDARD);
    assertThat(found(result)).containsExactly("item3", "item7");
    assertThat(result.warnings()).isEmpty();
    ItemDif shifted = result.items().get(2);
    assertThat(shifted.any().df()).isEqualTo(4);
    assertThat(shifted.uniform().df()).isEqualTo(3);
    assertThat(shifted.uniform().p()).isLessThan(1e-6);
    assertThat(shifted.nonuniform().p()).isGreaterThan(.001);
    assertThat(shifted.uniform().statistic() + shifted.nonuniform().statistic())
        .isCloseTo(shifted.any().statistic(), within(1e-6));
    assertThat(result.items().get(6).nonuniform().p()).isLessThan(1e-6);
    assertThat(result.calibration().items()).hasSize(ITEMS + 2);
  }

  @Test
  void theEffectIsTheTrueMeanDifferenceInAnswersOfTheSecondGroup() {
    List<ItemTruth> focal = new ArrayList<>(items());
    focal.set(2, changed(focal.get(2), 1, 1));
    ItemDif.Effect effect =
        test(simulate(focal, 9), DifOptions.STANDARD).items().get(2).effects().get(0);
    double truth = 0;
    double weights = 0;
    for (double z = -6; z <= 6; z += .05) {
      double weight = Math.exp(-z * z / 2);
      truth += weight * (expected(focal.get(2), z + MEAN) - expected(items().get(2), z + MEAN));
      weights += weight;
    }
    assertThat(effect.group()).isEqualTo("second");
    assertThat(effect.signed())
        .as("3 errors of 2 x 1000 answers")
        .isCloseTo(truth / weights, within(.12));
    assertThat(effect.unsigned()).isCloseTo(effect.signed(), within(.02));
  }

  /** Σ_k P(Y ≥ k | θ). */
  private static double expected(ItemTruth item, double theta) {
    return item.intercepts().stream()
        .mapToDouble(d -> 1 / (1 + Math.exp(-item.slopes().get(0) * theta - d)))
        .sum();
  }

  @Test
  void oneSidedShiftsThatDragTheOthersAlongAreToldApartByPurification() {
    List<ItemTruth> focal = new ArrayList<>(items());
    for (int i = 0; i < 3; i++) {
      focal.set(i, changed(focal.get(i), 1, 1.2));
    }
    Two two = simulate(focal, 21);
    DifResult.Found once = test(two, new DifOptions(.05, DifOptions.Correction.HOLM, 1));
    DifResult.Found pure = test(two, DifOptions.STANDARD);
    assertThat(found(once)).hasSizeGreaterThan(3);
    assertThat(found(pure)).containsExactly("item1", "item2", "item3");
    assertThat(pure.rounds()).isGreaterThan(1);
    assertThat(Math.abs(pure.calibration().groups().get(1).mean().get(0) - MEAN)).isLessThan(.15);
  }

  @Test
  void theTestIsTwiceTheDifferenceOfTwoFitsFromTheirOwnStarts() {
    Two two = simulate(items(), 4);
    Design design = Design.of(LoadingPattern.single(ITEMS)).groups(two.groups);
    Calibrator calibrator = new Calibrator(new Graded()).errors(false);
    Calibration less = (Calibration) calibrator.fit(two.answers, design);
    Calibration more =
        (Calibration) calibrator.fit(two.answers, design.free(Map.of("item5", Freedom.ALL)));
    DifOptions once = new DifOptions(.05, DifOptions.Correction.BENJAMINI_HOCHBERG, 1);
    assertThat(test(two, once).items().get(4).any().statistic())
        .isCloseTo(2 * (more.fit().logLik() - less.fit().logLik()), within(1e-6));
  }

  @Test
  void correctionsAreThoseOfTheirTextbookExample() {
    double[] p = {.01, .04, .03, .005, Double.NaN};
    assertThat(ManyTests.corrected(p, DifOptions.Correction.HOLM))
        .containsExactly(new double[] {.03, .06, .06, .02, Double.NaN}, within(1e-12));
    assertThat(ManyTests.corrected(p, DifOptions.Correction.BENJAMINI_HOCHBERG))
        .containsExactly(new double[] {.02, .04, .04, .02, Double.NaN}, within(1e-12));
  }

  @Test
  void groupsThatCannotBeComparedAreRefusedWithTheReason() {
    Two two = simulate(items(), 4);
    List<String> labels = IntStream.range(0, 2000).mapToObj(r -> r == 0 ? "one" : "rest").toList();
    DifResult result =
        Dif.of(
            new Calibrator(new Graded()),
            two.answers,
            LoadingPattern.single(ITEMS),
            Grouping.of(labels),
            DifOptions.STANDARD);
    assertThat(((DifResult.Refused) result).reason()).contains("Group one needs at least");
    assertThatThrownBy(() -> test(new Two(two.answers, Grouping.single(2000)), DifOptions.STANDARD))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
