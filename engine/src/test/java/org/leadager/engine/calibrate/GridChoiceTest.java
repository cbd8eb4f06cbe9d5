package org.leadager.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.Graded;

/** Grids where people are known so well that their posteriors fall between the first points. */
class GridChoiceTest {
  /** Answers 1 … 4 to steep items, shared out over independent traits. */
  private static ItemResponses answers(int rows, int items, int traits) {
    Random chance = new Random(5);
    double[][] columns = new double[items][rows];
    for (int r = 0; r < rows; r++) {
      double[] theta = new double[traits];
      for (int t = 0; t < traits; t++) {
        theta[t] = chance.nextGaussian();
      }
      for (int i = 0; i < items; i++) {
        double latent = 3 * theta[i % traits] + Math.log(1 / chance.nextDouble(1e-9, 1) - 1);
        columns[i][r] = latent < -3 ? 1 : latent < 0 ? 2 : latent < 3 ? 3 : 4;
      }
    }
    return ItemResponses.of(IntStream.range(0, items).mapToObj(i -> "i" + i).toList(), columns);
  }

  @Test
  void theRefinedGridMeetsTheIntegralWhereTheFirstGridMissesIt() {
    ItemResponses y = answers(300, 120, 1);
    Calibration fine = (Calibration) new Calibrator(new Graded()).errors(false).fit(y);
    Calibration first =
        (Calibration)
            new Calibrator(new Graded()).errors(false).grid(Quadrature.standard(1)).fit(y);
    assertThat(fine.fit().warnings()).isEmpty();
    // At the least width a row errs by 2 exp(−2π² .6²) = 1.6e-3 in either direction: .03 for 300.
    double off = Math.abs(fine.fit().logLik() - integral(fine, y));
    assertThat(off).isLessThan(0.03);
    assertThat(first.fit().warnings()).anyMatch(w -> w.contains("too coarse"));
    assertThat(Math.abs(first.fit().logLik() - integral(first, y))).isGreaterThan(10 * off);
  }

  /** Σ log ∫ Π P(y | θ) φ(θ) dθ over 2001 points, at a calibration's parameters. */
  private static double integral(Calibration c, ItemResponses y) {
    int points = 2001;
    double[] log = new double[y.rows()];
    double[][] at = new double[points][y.rows()];
    double h = 12.0 / (points - 1);
    for (int q = 0; q < points; q++) {
      double theta = -6 + h * q;
      double prior = -theta * theta / 2 - Math.log(2 * Math.PI) / 2 + Math.log(h);
      Arrays.fill(at[q], prior);
      for (int i = 0; i < y.items(); i++) {
        double[] p = new double[y.categories(i)];
        double[] d = c.items().get(i).intercepts().stream().mapToDouble(v -> v).toArray();
        new Graded().probabilities(c.items().get(i).slopes().getFirst() * theta, d, p);
        for (int k = 0; k < p.length; k++) {
          p[k] = Math.log(Math.max(p[k], 1e-300));
        }
        for (int r = 0; r < log.length; r++) {
          at[q][r] += p[y.code(r, i)];
        }
      }
    }
    double sum = 0;
    for (int r = 0; r < log.length; r++) {
      double top = Double.NEGATIVE_INFINITY;
      for (double[] node : at) {
        top = Math.max(top, node[r]);
      }
      double mass = 0;
      for (double[] node : at) {
        mass += Math.exp(node[r] - top);
      }
      sum += top + Math.log(mass);
    }
    return sum;
  }

  @Test
  void inThreeDimensionsAGridThatCanBecomeNoFinerIsSaidToBeTooCoarse() {
    ItemResponses y = answers(120, 90, 3);
    List<Set<Integer>> byItem = IntStream.range(0, 90).mapToObj(i -> Set.of(i % 3)).toList();
    LoadingPattern pattern = new LoadingPattern(List.of("a", "b", "c"), byItem);
    Calibration c =
        (Calibration) new Calibrator(new Graded()).errors(false).tolerance(0.05).fit(y, pattern);
    assertThat(c.grid().points()).isEqualTo(31);
    assertThat(c.fit().warnings()).anyMatch(w -> w.contains("too coarse"));
  }
}
