package org.leadager.engine.calibrate;

import java.util.List;
import java.util.StringJoiner;
import org.leadager.engine.Reference;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.NodeRows;
import org.leadager.engine.model.Graded;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.ItemTruth;
import org.leadager.engine.simulate.ResponseSimulator;
import org.leadager.engine.simulate.TypicalItems;

/**
 * A program that prints which inner loops it has and then, bit by bit, two fits with their errors:
 * lq2002 and simulated answers, many enough to be started from a sample.
 */
final class FitBits {
  private static final int ITEMS = 10;
  private static final int ROWS = 9000;

  private FitBits() {}

  public static void main(String[] args) {
    System.out.println(NodeRows.best().getClass().getSimpleName());
    System.out.println(bits(fit(Reference.lq2002())));
    System.out.println(bits(fit(simulated())));
  }

  private static Calibration fit(ItemResponses answers) {
    return (Calibration) new Calibrator(new Graded()).fit(answers);
  }

  private static ItemResponses simulated() {
    Graded model = new Graded();
    Draws draws = Draws.seeded(8);
    List<ItemTruth> items = TypicalItems.draw(model, ITEMS, 1, 5, draws);
    ResponseSimulator simulator = new ResponseSimulator(model, items, new double[][] {{1}});
    double[][] columns = new double[ITEMS][ROWS];
    for (int r = 0; r < ROWS; r++) {
      int[] answers = simulator.answers(simulator.person(draws), draws);
      for (int i = 0; i < ITEMS; i++) {
        columns[i][r] = answers[i];
      }
    }
    return ItemResponses.of(items.stream().map(ItemTruth::name).toList(), columns);
  }

  private static String bits(Calibration fitted) {
    StringJoiner bits = new StringJoiner(" ");
    add(bits, List.of(fitted.fit().logLik()));
    for (ItemParameters item : fitted.items()) {
      add(bits, item.slopes());
      add(bits, item.slopeErrors());
      add(bits, item.intercepts());
      add(bits, item.interceptErrors());
    }
    return bits.toString();
  }

  private static void add(StringJoiner bits, List<Double> values) {
    values.forEach(v -> bits.add(Long.toHexString(Double.doubleToRawLongBits(v))));
  }
}
