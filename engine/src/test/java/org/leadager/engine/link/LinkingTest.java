package org.leadager.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadager.engine.Reference;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.calibrate.Design;
import org.leadager.engine.calibrate.ItemParameters;
import org.leadager.engine.calibrate.LoadingPattern;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.link.LinkResult.Drift;
import org.leadager.engine.link.LinkResult.Linked;
import org.leadager.engine.link.LinkResult.Refused;
import org.leadager.engine.model.GeneralisedPartialCredit;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.ItemModel;
import org.leadager.engine.model.PartialCredit;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.ItemTruth;
import org.leadager.engine.simulate.ResponseSimulator;
import org.leadager.engine.simulate.TypicalItems;

class LinkingTest {
  private static final double A = 1.2;
  private static final double B = 0.5;
  private static final int ROWS = 3000;

  static List<ItemModel> models() {
    return List.of(new Graded(), new GeneralisedPartialCredit());
  }

  @ParameterizedTest
  @MethodSource("models")
  void aScaleThatWasOnlyStretchedAndMovedComesBackExactly(ItemModel model) {
    Calibration base = fit(model, Reference.lq2002());
    Linked link = linked(base, onOtherScale(base, 0.7, -2.5));
    assertThat(link.slope()).isCloseTo(0.7, within(1e-8));
    assertThat(link.intercept()).isCloseTo(-2.5, within(1e-8));
    assertThat(link.slopeError()).isCloseTo(0, within(1e-7));
    assertThat(link.interceptError()).isCloseTo(0, within(1e-7));
    assertThat(link.criterion()).isCloseTo(0, within(1e-14));
    assertThat(link.warnings()).isEmpty();
    for (int i = 0; i < base.items().size(); i++) {
      ItemParameters back = link.items().get(i);
      ItemParameters was = base.items().get(i);
      assertThat(back.slopes().getFirst()).isCloseTo(was.slopes().getFirst(), within(1e-7));
      for (int k = 0; k < was.intercepts().size(); k++) {
        assertThat(back.intercepts().get(k)).isCloseTo(was.intercepts().get(k), within(1e-6));
      }
    }
    assertThat(link.value(1)).isCloseTo(-1.8, within(1e-7));
    assertThat(link.error(0.5)).isCloseTo(0.35, within(1e-7));
  }

  @Test
  void whereSlopesAreFixedOnlyTheOriginMoves() {
    Calibration base = fit(new PartialCredit(), Reference.lq2002());
    Linked link = linked(base, onOtherScale(base, 1, 0.8));
    assertThat(link.slope()).isEqualTo(1);
    assertThat(link.intercept()).isCloseTo(0.8, within(1e-8));
    assertThat(link.slopeError()).isEqualTo(0);
  }

  @ParameterizedTest
  @MethodSource("models")
  void twoSamplesWithTenCommonItemsComeTogether(ItemModel model) {
    List<ItemTruth> items = TypicalItems.draw(model, 30, 1, 5, Draws.seeded(7));
    Calibration base = fit(model, answers(model, items.subList(0, 20), 0, 1, 8));
    Calibration fresh = fit(model, answers(model, items.subList(10, 30), B, A, 9));
    Linked link = linked(base, fresh);
    // Sampling errors of A and B at 3,000 rows each are about .03; four of them.
    assertThat(link.slope()).isCloseTo(A, within(0.12));
    assertThat(link.intercept()).isCloseTo(B, within(0.12));
    assertThat(link.common()).hasSize(10).noneMatch(Drift::moved);
    assertThat(link.slopeError()).isBetween(0.001, 0.06);
    assertThat(link.interceptError()).isBetween(0.001, 0.06);
    assertThat(link.warnings()).isEmpty();
  }

  @Test
  void theErrorsAreWhatTheLinkVariesByOverSetsOfCommonItems() {
    Calibration base = fit(new Graded(), Reference.lq2002());
    double squares = 0;
    double errors = 0;
    int sets = 40;
    for (int s = 0; s < sets; s++) {
      // The common items' thresholds really differ by .25 between the two scales.
      Draws draws = Draws.seeded(100 + s);
      Linked link = linked(base, changed(base, item -> moved(item, 0.25 * draws.normal())));
      squares += link.intercept() * link.intercept();
      errors += link.interceptError() * link.interceptError();
      if (s == 0) {
        assertThat(link.slopeError()).isPositive();
      }
    }
    // Both are variances over 40 sets: their ratio lies within a factor 2 all but always.
    assertThat(errors / squares).isBetween(0.5, 2.0);
  }

  @Test
  void anItemThatMovedIsNamedAndTheOthersAgreeWithoutIt() {
    Calibration base = fit(new Graded(), Reference.lq2002());
    Calibration fresh =
        changed(base, item -> item.name().equals("LEAD07") ? moved(item, 1.5) : item);
    Linked link = linked(base, fresh);
    assertThat(link.common().stream().filter(Drift::moved).map(Drift::name))
        .containsExactly("LEAD07");
    Drift moved = link.common().stream().filter(Drift::moved).findFirst().orElseThrow();
    assertThat(moved.mean()).isPositive();
    assertThat(link.warnings()).anyMatch(w -> w.contains("LEAD07") && w.contains("without them"));
  }

  @Test
  void fewCommonItemsAreFlagged() {
    Calibration base = fit(new Graded(), Reference.lq2002());
    Calibration two = fit(new Graded(), Reference.lq2002().select(List.of(0, 1, 2)));
    Linked link = linked(base, two);
    assertThat(link.common()).hasSize(3);
    assertThat(link.warnings()).anyMatch(w -> w.contains("Only 3 of 11 items are common"));
    Linked pair =
        linked(
            base,
            changed(
                base,
                item -> item.name().startsWith("LEAD1") ? item : named(item, "x" + item.name())));
    assertThat(pair.interceptError()).isNaN();
  }

  @Test
  void whatCannotBeLinkedIsRefusedWithAReason() {
    Calibration base = fit(new Graded(), Reference.lq2002());
    Calibration other = fit(new GeneralisedPartialCredit(), Reference.lq2002());
    assertThat(reason(base, other)).contains("different models (graded and gpcm)");
    assertThat(reason(base, changed(base, item -> named(item, "x" + item.name()))))
        .contains("No item has the same name");
    assertThat(
            reason(
                base, changed(base, item -> item.name().equals("LEAD03") ? reversed(item) : item)))
        .contains("LEAD03", "reverse its answers");
    assertThat(
            reason(
                base, changed(base, item -> item.name().equals("LEAD03") ? shorter(item) : item)))
        .contains("LEAD03 has 5 answers in one calibration and 4 in the other");
  }

  /** The criterion written differently: nothing near the link brings the expected sums closer. */
  @Test
  void noOtherPairBringsTheExpectedSumsCloserTogether() {
    ItemModel model = new Graded();
    List<ItemTruth> items = TypicalItems.draw(model, 12, 1, 4, Draws.seeded(17));
    Calibration base = fit(model, answers(model, items, 0, 1, 18));
    Calibration fresh = fit(model, answers(model, items, B, A, 19));
    Linked link = linked(base, fresh);
    double least = apart(base, fresh, link.slope(), link.intercept(), 0);
    assertThat(least).isCloseTo(link.criterion(), within(1e-4 * link.criterion()));
    for (double step : new double[] {-1e-3, 1e-3}) {
      assertThat(apart(base, fresh, link.slope() + step, link.intercept(), 0)).isGreaterThan(least);
      assertThat(apart(base, fresh, link.slope(), link.intercept() + step, 0)).isGreaterThan(least);
    }
  }

  @Test
  void theBaseIsAskedWhereItsOwnPeopleAre() {
    ItemModel model = new Graded();
    List<ItemTruth> items = TypicalItems.draw(model, 12, 1, 4, Draws.seeded(17));
    Calibration first = fit(model, answers(model, items, 0, 1, 18));
    Calibration fresh = fit(model, answers(model, items, B, A, 19));
    ItemResponses high = answers(model, items, 1.5, 1, 20);
    Design held = Design.of(LoadingPattern.single(items.size())).anchors(first.items());
    Calibration base = (Calibration) new Calibrator(model).errors(false).fit(high, held);
    double mean = base.groups().getFirst().mean().getFirst();
    assertThat(mean).isCloseTo(1.5, within(0.15));
    Linked link = linked(base, fresh);
    double sd = Math.sqrt(base.covariance().getFirst().getFirst());
    assertThat(sd).isCloseTo(1, within(0.1));
    // The sum below takes an SD of one, which is off by a few hundredths.
    assertThat(apart(base, fresh, link.slope(), link.intercept(), mean))
        .isCloseTo(link.criterion(), within(0.1 * link.criterion()));
  }

  /** ∫ (T_base(θ) − T_new((θ − B)/A))² φ(θ − mean) dθ by a fine sum, through cumulative chances. */
  private static double apart(
      Calibration base, Calibration fresh, double slope, double shift, double mean) {
    double sum = 0;
    double weights = 0;
    for (double theta = mean - 5; theta <= mean + 5.0001; theta += 0.01) {
      double w = Math.exp(-(theta - mean) * (theta - mean) / 2);
      double off = expected(base, theta) - expected(fresh, (theta - shift) / slope);
      sum += w * off * off;
      weights += w;
    }
    return sum / weights;
  }

  private static double expected(Calibration c, double theta) {
    double sum = 0;
    for (ItemParameters item : c.items()) {
      for (double d : item.intercepts()) {
        sum += 1 / (1 + Math.exp(-item.slopes().getFirst() * theta - d));
      }
    }
    return sum;
  }

  private static Linked linked(Calibration base, Calibration fresh) {
    return (Linked) Linking.of(base, fresh);
  }

  private static String reason(Calibration base, Calibration fresh) {
    return ((Refused) Linking.of(base, fresh)).reason();
  }

  private static Calibration fit(ItemModel model, ItemResponses y) {
    return (Calibration) new Calibrator(model).errors(false).fit(y);
  }

  /** Answers of people drawn from N(mean, sd²). */
  private static ItemResponses answers(
      ItemModel model, List<ItemTruth> items, double mean, double sd, long seed) {
    ResponseSimulator simulator = new ResponseSimulator(model, items, new double[][] {{1}});
    Draws draws = Draws.seeded(seed);
    double[][] columns = new double[items.size()][ROWS];
    for (int r = 0; r < ROWS; r++) {
      int[] row = simulator.answers(new double[] {mean + sd * draws.normal()}, draws);
      for (int i = 0; i < row.length; i++) {
        columns[i][r] = row[i];
      }
    }
    return ItemResponses.of(items.stream().map(ItemTruth::name).toList(), columns);
  }

  /** The same items seen from a scale on which θ_base = Aθ + B: a' = aA, η unchanged. */
  private static Calibration onOtherScale(Calibration c, double slope, double intercept) {
    return changed(
        c,
        item -> {
          double a = item.slopes().getFirst();
          double[] d = CommonItem.numbers(item);
          return with(item, a * slope, c.model().shifted(d, a * intercept));
        });
  }

  private static Calibration changed(Calibration c, UnaryOperator<ItemParameters> change) {
    return Calibration.ofOneGroup(
        c.model(),
        c.pattern(),
        c.responses(),
        c.items().stream().map(change).toList(),
        c.covariance(),
        c.fit(),
        c.grid());
  }

  private static ItemParameters with(ItemParameters item, double slope, double[] d) {
    List<Double> intercepts = new ArrayList<>();
    for (double value : d) {
      intercepts.add(value);
    }
    return new ItemParameters(
        item.name(), List.of(slope), intercepts, item.slopeErrors(), item.interceptErrors());
  }

  /** Easier by so much on the scale of θ. */
  private static ItemParameters moved(ItemParameters item, double by) {
    double a = item.slopes().getFirst();
    double[] d = CommonItem.numbers(item);
    return with(item, a, new Graded().shifted(d, a * by));
  }

  private static ItemParameters named(ItemParameters item, String name) {
    return new ItemParameters(
        name, item.slopes(), item.intercepts(), item.slopeErrors(), item.interceptErrors());
  }

  private static ItemParameters reversed(ItemParameters item) {
    return with(item, -item.slopes().getFirst(), CommonItem.numbers(item));
  }

  private static ItemParameters shorter(ItemParameters item) {
    double[] d = CommonItem.numbers(item);
    return with(item, item.slopes().getFirst(), new double[] {d[0], d[1], d[2]});
  }
}
