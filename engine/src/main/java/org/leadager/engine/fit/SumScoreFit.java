package org.leadager.engine.fit;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.Special;

/**
 * S-X² (Orlando and Thissen 2000; Kang and Chen 2008 for more than two categories): does an item
 * behave, among rows with the same sum of answers, as the model says? On rows without missing
 * answers. docs/methods/model-fit.md.
 *
 * @param statistic Σ (observed − expected)²/expected over sum scores and categories
 * @param df cells less one per score, less the item's free parameters; below one there is no test
 * @param p chance of a larger statistic where the item fits; NaN without degrees of freedom
 */
public record SumScoreFit(double statistic, int df, double p) {
  private static final double LEAST_EXPECTED = 1;

  /** One test per item. */
  public static SumScoreFit[] of(Calibration calibration) {
    SumScoreFit[] fits = new SumScoreFit[calibration.items().size()];
    double[][][] p = probabilities(calibration);
    double[] weights = Population.weights(calibration);
    IntStream.range(0, fits.length)
        .parallel()
        .forEach(i -> fits[i] = of(calibration, i, expected(p, i, weights)));
    return fits;
  }

  /** P_i(k | θ_q) as [item][category][node]. */
  private static double[][][] probabilities(Calibration calibration) {
    Curves curves = new Curves(calibration);
    double[][][] table = new double[curves.items()][][];
    int nodes = calibration.grid().size();
    for (int i = 0; i < table.length; i++) {
      table[i] = new double[curves.intercepts[i].length + 1][nodes];
      for (int q = 0; q < nodes; q++) {
        double[] p = curves.probabilities(i, Population.point(calibration.grid(), q));
        for (int k = 0; k < p.length; k++) {
          table[i][k][q] = p[k];
        }
      }
    }
    return table;
  }

  /** P(Y_i = k | sum score s) as [s][k], the population integrated out. */
  private static double[][] expected(double[][][] p, int item, double[] weights) {
    double[][] rest = {weights.clone()};
    for (int j = 0; j < p.length; j++) {
      rest = j == item ? rest : joined(rest, p[j]);
    }
    int categories = p[item].length;
    double[][] expected = new double[rest.length + categories - 1][categories];
    for (int s = 0; s < rest.length; s++) {
      for (int k = 0; k < categories; k++) {
        for (int q = 0; q < weights.length; q++) {
          expected[s + k][k] += rest[s][q] * p[item][k][q];
        }
      }
    }
    for (double[] row : expected) {
      double sum = Arrays.stream(row).sum();
      for (int k = 0; k < categories; k++) {
        row[k] /= sum;
      }
    }
    return expected;
  }

  /** Lord and Wingersky's (1984) recursion: the sum's distribution with one item more. */
  private static double[][] joined(double[][] sum, double[][] item) {
    int nodes = sum[0].length;
    double[][] next = new double[sum.length + item.length - 1][nodes];
    for (int s = 0; s < sum.length; s++) {
      for (int k = 0; k < item.length; k++) {
        for (int q = 0; q < nodes; q++) {
          next[s + k][q] += sum[s][q] * item[k][q];
        }
      }
    }
    return next;
  }

  private static SumScoreFit of(Calibration calibration, int item, double[][] expected) {
    double[][] observed = observed(calibration.responses(), item, expected);
    double statistic = 0;
    int df = -parameters(calibration, item);
    for (int s = 0; s < expected.length; s++) {
      double[][] cells = merged(observed[s], expected[s]);
      statistic += cells.length > 1 ? chiSquare(cells) : 0;
      df += Math.max(0, cells.length - 1);
    }
    return new SumScoreFit(
        statistic, df, df < 1 ? Double.NaN : Special.chiSquareUpper(statistic, df));
  }

  /** How many complete rows have sum score s and category k, as [s][k]. */
  private static double[][] observed(ItemResponses y, int item, double[][] shape) {
    double[][] observed = new double[shape.length][shape[0].length];
    for (int r = 0; r < y.rows(); r++) {
      if (y.complete(r)) {
        int sum = 0;
        for (int i = 0; i < y.items(); i++) {
          sum += y.code(r, i);
        }
        observed[sum][y.code(r, item)]++;
      }
    }
    return observed;
  }

  /** Σ (O − E)²/E of one score's cells. */
  private static double chiSquare(double[][] cells) {
    double sum = 0;
    for (double[] cell : cells) {
      double off = cell[0] - cell[1];
      sum += off * off / cell[1];
    }
    return sum;
  }

  /** Free parameters of the item. */
  private static int parameters(Calibration calibration, int item) {
    int slopes =
        calibration.model().freeSlopes() ? calibration.pattern().byItem().get(item).size() : 0;
    return slopes + calibration.items().get(item).intercepts().size();
  }

  /** Cells (observed, expected) of one score, neighbours joined until each expects one answer. */
  private static double[][] merged(double[] observed, double[] share) {
    double n = Arrays.stream(observed).sum();
    double[][] cells = new double[observed.length][2];
    int count = 0;
    boolean open = false;
    for (int k = 0; k < observed.length; k++) {
      if (!open) {
        count++;
      }
      cells[count - 1][0] += observed[k];
      cells[count - 1][1] += n * share[k];
      open = cells[count - 1][1] < LEAST_EXPECTED;
    }
    if (open && count > 1) {
      cells[count - 2][0] += cells[count - 1][0];
      cells[count - 2][1] += cells[count - 1][1];
      count--;
    }
    return n == 0 ? new double[0][] : Arrays.copyOf(cells, count);
  }
}
