package org.leadager.studies;

import java.util.List;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.Graded;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.ItemTruth;
import org.leadager.engine.simulate.ResponseSimulator;
import org.leadager.engine.simulate.TypicalItems;

/**
 * Answers to five-category graded items on one trait, with the items they were drawn from.
 *
 * @param items true parameters
 * @param responses {@link #ROWS} rows of answers to {@link #ITEMS} items
 */
public record GradedAnswers(List<ItemTruth> items, ItemResponses responses) {
  static final int ROWS = 100_000;
  static final int ITEMS = 40;
  private static final int CATEGORIES = 5;

  /** Always the same answers. */
  public static GradedAnswers simulate() {
    Graded model = new Graded();
    Draws draws = Draws.seeded(1);
    List<ItemTruth> items = TypicalItems.draw(model, ITEMS, 1, CATEGORIES, draws);
    ResponseSimulator simulator = new ResponseSimulator(model, items, new double[][] {{1}});
    double[][] columns = new double[ITEMS][ROWS];
    for (int r = 0; r < ROWS; r++) {
      Draws own = draws.branch(r);
      int[] row = simulator.answers(simulator.person(own), own);
      for (int i = 0; i < ITEMS; i++) {
        columns[i][r] = row[i];
      }
    }
    List<String> names = items.stream().map(ItemTruth::name).toList();
    return new GradedAnswers(items, ItemResponses.of(names, columns));
  }
}
