package org.leadager.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.NodeRows;
import org.leadager.engine.model.Graded;

/** The fast expectation step against the plain sum over all nodes of its definition. */
class EStepTest {
  private static final int ITEMS = 9;
  private static final int ROWS = 1300;

  private static ItemResponses answers(double missing) {
    Random chance = new Random(11);
    double[][] columns = new double[ITEMS][ROWS];
    for (int r = 0; r < ROWS; r++) {
      double theta = 1.5 * chance.nextGaussian();
      for (int i = 0; i < ITEMS; i++) {
        long y = Math.round(theta + chance.nextGaussian());
        columns[i][r] = chance.nextDouble() < missing ? Double.NaN : Math.clamp(y, -(1 + i % 3), 2);
      }
    }
    List<String> names = IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList();
    return ItemResponses.of(names, columns);
  }

  private static LoadingPattern pattern(int dimensions) {
    List<String> names = IntStream.range(0, dimensions).mapToObj(d -> "d" + d).toList();
    List<Set<Integer>> byItem =
        IntStream.range(0, ITEMS)
            .mapToObj(i ->
                i % 4 == 3 && dimensions > 1
                    ? Set.of(i % dimensions, (i + 1) % dimensions)
                    : Set.of(i % dimensions))
            .toList();
    return new LoadingPattern(names, byItem);
  }

  private static double[] parameters(Layout layout) {
    double[] x = new double[layout.parameters];
    for (int i = 0; i < ITEMS; i++) {
      int at = layout.offset[i];
      for (int j = 0; j < layout.slopes(i); j++) {
        x[at + j] = 0.7 + 0.1 * i;
      }
      for (int k = 0; k < layout.categories[i] - 1; k++) {
        x[at + layout.slopes(i) + k] = 2 - 1.1 * k;
      }
    }
    double[][] sigma = new double[layout.grid.dimensions()][layout.grid.dimensions()];
    for (int a = 0; a < sigma.length; a++) {
      Arrays.fill(sigma[a], 0.4);
      sigma[a][a] = 1;
    }
    for (int g = 0; g < layout.groups.length; g++) {
      double[] mean = new double[sigma.length];
      Arrays.fill(mean, 0.3 * g);
      layout.groups[g].set(x, mean, sigma);
    }
    return x;
  }

  private static void agreesWithItsDefinition(int dimensions, double missing) {
    agreesWithItsDefinition(dimensions, missing, Comparison.NONE);
  }

  private static void agreesWithItsDefinition(int dimensions, double missing, Comparison groups) {
    ItemResponses y = answers(missing);
    Layout layout =
        new Layout(
            y,
            new Graded(),
            pattern(dimensions),
            Quadrature.standard(dimensions),
            Priors.NONE,
            groups);
    double[] x = parameters(layout);
    EStep eStep = new EStep(layout, y, 1, true);
    PlainEStep plain = new PlainEStep(layout, y, x);
    for (int pass = 0; pass < 2; pass++) {
      Statistics fast = eStep.run(x);
      assertThat(fast.logLik).isCloseTo(plain.logLik, within(1e-8));
      assertThat(fast.counts).containsExactly(plain.counts, within(1e-9));
      for (int g = 0; g < plain.mass.length; g++) {
        assertThat(fast.mass[g]).containsExactly(plain.mass[g], within(1e-9));
      }
    }
  }

  @Test
  void windowsAndBlocksOfItemsChangeNothingInOneDimension() {
    agreesWithItsDefinition(1, 0);
    agreesWithItsDefinition(1, 0.3);
  }

  @Test
  void windowsAndBlocksOfItemsChangeNothingInTwoDimensionsWithSharedItems() {
    agreesWithItsDefinition(2, 0.1);
  }

  @Test
  void windowsAndBlocksOfItemsChangeNothingInThreeDimensions() {
    agreesWithItsDefinition(3, 0.1);
  }

  @Test
  void everyRowMeetsTheDensityOfItsOwnGroup() {
    Grouping rows =
        Grouping.of(IntStream.range(0, ROWS).mapToObj(r -> "g" + r * r % 7 % 3).toList());
    Comparison groups = new Comparison(Optional.of(rows), Map.of(), List.of());
    agreesWithItsDefinition(1, 0.1, groups);
    agreesWithItsDefinition(2, 0.1, groups);
  }

  @Test
  void oneThreadAndManyGiveTheSameBits() {
    ItemResponses y = answers(0.1);
    Layout layout = new Layout(y, new Graded(), pattern(2), Quadrature.standard(2));
    double[] x = parameters(layout);
    Statistics one = new EStep(layout, y, 1, false).run(x);
    Statistics many = new EStep(layout, y, 1, true).run(x);
    assertThat(many.logLik).isEqualTo(one.logLik);
    assertThat(many.counts).isEqualTo(one.counts);
  }

  private static void twinsGiveTheSameBits(ItemResponses y, Layout layout, double[] x) {
    EStep scalar = new EStep(layout, y, 1, true, NodeRows.scalar());
    EStep vector = new EStep(layout, y, 1, true, NodeRows.vector().orElseThrow());
    for (int pass = 0; pass < 2; pass++) {
      Statistics one = scalar.run(x);
      Statistics other = vector.run(x);
      assertThat(bits(other.logLik)).isEqualTo(bits(one.logLik));
      assertThat(bits(other.counts)).isEqualTo(bits(one.counts));
      assertThat(bits(other.mass[0])).isEqualTo(bits(one.mass[0]));
    }
  }

  private static long[] bits(double... values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void scalarAndVectorKernelsGiveTheSameBitsInEveryNumberOfDimensions() {
    ItemResponses y = answers(0.1);
    for (int d = 1; d <= 3; d++) {
      Layout layout = new Layout(y, new Graded(), pattern(d), Quadrature.standard(d));
      twinsGiveTheSameBits(y, layout, parameters(layout));
    }
  }
}
