package org.leadager.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadager.engine.model.GeneralisedPartialCredit;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.ItemModel;
import org.leadager.engine.model.PartialCredit;
import org.leadager.engine.model.TwoPL;

class ResponseSimulatorTest {
  private static final int MANY = 20_000;

  static Stream<ItemModel> models() {
    return Stream.of(
        new Graded(), new GeneralisedPartialCredit(), new PartialCredit(), new TwoPL());
  }

  private static ResponseSimulator typical(ItemModel model, int traits, long seed) {
    int categories = model instanceof TwoPL ? 2 : 5;
    double[][] correlation = new double[traits][traits];
    for (int i = 0; i < traits; i++) {
      for (int j = 0; j < traits; j++) {
        correlation[i][j] = i == j ? 1 : .5;
      }
    }
    return new ResponseSimulator(
        model, TypicalItems.draw(model, 6, traits, categories, Draws.seeded(seed)), correlation);
  }

  /** Against the probabilities that calibration uses; five standard errors. */
  @ParameterizedTest
  @MethodSource("models")
  void answersComeAsOftenAsTheItemModelSays(ItemModel model) {
    ResponseSimulator simulator = typical(model, 2, 1);
    double[] person = {.7, -.4};
    ItemTruth item = simulator.items().get(4);
    double[] expected = new double[item.intercepts().size() + 1];
    model.probabilities(
        item.slopes().get(1) * person[1],
        item.intercepts().stream().mapToDouble(d -> d).toArray(),
        expected);
    int[] count = new int[expected.length];
    Draws draws = Draws.seeded(2);
    for (int n = 0; n < MANY; n++) {
      count[simulator.answers(person, draws)[4]]++;
    }
    for (int k = 0; k < count.length; k++) {
      double p = expected[k];
      assertThat(count[k] / (double) MANY).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / MANY)));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void itemsShareOutOverTheTraitsAndFitTheirModel(ItemModel model) {
    List<ItemTruth> items = typical(model, 3, 3).items();
    for (int i = 0; i < items.size(); i++) {
      for (int t = 0; t < 3; t++) {
        assertThat(items.get(i).slopes().get(t) != 0).isEqualTo(t == i / 2);
      }
      assertThat(model.freeSlopes() || items.get(i).slopes().get(i / 2) == 1).isTrue();
    }
  }

  @Test
  void traitsCorrelateAsStated() {
    ResponseSimulator simulator = typical(new Graded(), 3, 4);
    double[][] product = new double[3][3];
    Draws draws = Draws.seeded(5);
    for (int n = 0; n < MANY; n++) {
      double[] person = simulator.person(draws);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          product[i][j] += person[i] * person[j] / MANY;
        }
      }
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(product[i][j]).isCloseTo(i == j ? 1 : .5, within(5 * Math.sqrt(2.0 / MANY)));
      }
    }
  }

  @Test
  void aSeedGivesTheSameAnswersForEver() {
    ResponseSimulator graded = typical(new Graded(), 2, 6);
    ResponseSimulator gpcm = typical(new GeneralisedPartialCredit(), 2, 6);
    Draws draws = Draws.seeded(7);
    assertThat(graded.answers(graded.person(draws), draws)).containsExactly(2, 4, 3, 3, 0, 4);
    assertThat(gpcm.answers(gpcm.person(draws), draws)).containsExactly(2, 2, 1, 2, 1, 1);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> TypicalItems.draw(new TwoPL(), 4, 1, 3, Draws.seeded(1)))
        .hasMessageContaining("two categories");
    double[][] impossible = {{1, .9, -.9}, {.9, 1, .9}, {-.9, .9, 1}};
    List<ItemTruth> items = TypicalItems.draw(new Graded(), 3, 3, 4, Draws.seeded(1));
    assertThatThrownBy(() -> new ResponseSimulator(new Graded(), items, impossible))
        .hasMessageContaining("correlated");
    List<ItemTruth> falling = List.of(new ItemTruth("a", List.of(1.), List.of(-1., 1.)));
    assertThatThrownBy(() -> new ResponseSimulator(new Graded(), falling, new double[][] {{1}}))
        .hasMessageContaining("does not fit");
  }
}
