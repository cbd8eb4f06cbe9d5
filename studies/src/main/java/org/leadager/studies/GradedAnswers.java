package org.leadager.studies;

import java.util.List;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.Graded;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.ItemTruth;
import org.leadager.engine.simulate.ResponseSimulator;
import org.leadager.engine.simulate.TypicalItems;

/**
 * Answers to {@link #ITEMS} five-category graded items, with the items they were drawn from.
 *
 * @param items true parameters
 * @param responses the answers
 */
public record GradedAnswers(List<ItemTruth> items, ItemResponses responses) {
  static final int ROWS = 100_000;
  static final int ITEMS = 40;
  private static final int CATEGORIES = 5;

  /** Always the same answers of {@link #ROWS} rows on one trait. */
  public static GradedAnswers simulate() {
    return simulate(ROWS, new double[][] {{1}});
  }

  /** So many rows on traits that correlate like this, the items shared out among them. */
  static GradedAnswers simulate(int rows, double[][] correlation) {
    Graded model = new Graded();
    Draws draws = Draws.seeded(1);
    List<ItemTruth> items = TypicalItems.draw(model, ITEMS, correlation.length, CATEGORIES, draws);
    ResponseSimulator simulator = new ResponseSimulator(model, items, correlation);
    ItemResponses.Builder answers =
        new ItemResponses.Builder(items.stream().map(ItemTruth::name).toList());
    for (int r = 0; r < rows; r++) {
      Draws own = draws.branch(r);
      int[] row = simulator.answers(simulator.person(own), own);
      for (int i = 0; i < ITEMS; i++) {
        answers.add(i, row[i]);
      }
    }
    return new GradedAnswers(items, answers.build());
  }
}
