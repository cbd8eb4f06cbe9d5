package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sparse factor solves, and inverts where subjects need it, what a dense one does. */
class SeverityFactorTest {
  private static final double ROUNDING = 1e-10;
  private static final int SIZE = 60;

  private final List<int[]> members = new ArrayList<>();
  private final List<double[]> shares = new ArrayList<>();
  private final double[] prior = new double[SIZE];
  private final double[] dense = new double[SIZE * SIZE];

  /** So many panels of up to five severities among sixty, each with a share of its own. */
  private void draw(int panels, SplittableRandom random) {
    for (int t = 0; t < SIZE; t++) {
      prior[t] = .5 + random.nextDouble();
      dense[t * SIZE + t] = prior[t];
    }
    for (int p = 0; p < panels; p++) {
      int[] group = random.ints(0, SIZE).distinct().limit(1 + random.nextInt(5)).toArray();
      int m = group.length;
      double[] root = random.doubles((long) m * m, -1, 1).toArray();
      double[] share = new double[m * m];
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < m; j++) {
          for (int k = 0; k < m; k++) {
            share[i * m + j] += root[i * m + k] * root[j * m + k];
          }
          dense[group[i] * SIZE + group[j]] += share[i * m + j];
        }
      }
      members.add(group);
      shares.add(share);
    }
  }

  @ParameterizedTest(name = "{0} panels")
  @ValueSource(ints = {1, 12, 30, 60, 400})
  void agreesWithTheDenseInverse(int panels) {
    draw(panels, new SplittableRandom(panels));
    EliminationOrder order =
        EliminationOrder.of(members, SIZE, Double.POSITIVE_INFINITY).orElseThrow();
    SeverityFactor factor =
        Objects.requireNonNull(SeverityFactor.of(order, members, shares, prior));
    double[] lower = dense.clone();
    assertThat(Dense.cholesky(lower, SIZE)).isTrue();
    double[] inverse = Dense.inverse(lower, SIZE);
    double[] both = new double[2 * SIZE];
    both[2 * 7] = 1;
    both[2 * 31 + 1] = 1;
    factor.solve(both, 2);
    for (int t = 0; t < SIZE; t++) {
      assertThat(both[2 * t]).isCloseTo(inverse[t * SIZE + 7], within(ROUNDING));
      assertThat(both[2 * t + 1]).isCloseTo(inverse[t * SIZE + 31], within(ROUNDING));
    }
    double[][] blocks = factor.covariances();
    for (int p = 0; p < panels; p++) {
      int[] group = members.get(p);
      for (int i = 0; i < group.length; i++) {
        for (int j = 0; j < group.length; j++) {
          assertThat(blocks[p][i * group.length + j])
              .isCloseTo(inverse[group[i] * SIZE + group[j]], within(ROUNDING));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -10})
  void refusesABrokenShare(double broken) {
    draw(12, new SplittableRandom(1));
    shares.getFirst()[0] = broken;
    EliminationOrder order =
        EliminationOrder.of(members, SIZE, Double.POSITIVE_INFINITY).orElseThrow();
    assertThat(SeverityFactor.of(order, members, shares, prior)).isNull();
  }

  /** A chain of pairs needs next to nothing, sixty of one clique what a dense matrix needs. */
  @Test
  void countsTheWorkBeforehand() {
    List<int[]> chain = new ArrayList<>();
    for (int t = 1; t < SIZE; t++) {
      chain.add(new int[] {t - 1, t});
    }
    assertThat(EliminationOrder.of(chain, SIZE, 4 * SIZE)).isPresent();
    int[] all = IntStream.range(0, SIZE).toArray();
    double clique = SIZE * (SIZE + 1) * (2 * SIZE + 1) / 6.0;
    assertThat(EliminationOrder.of(List.of(all), SIZE, clique)).isPresent();
    assertThat(EliminationOrder.of(List.of(all), SIZE, clique - 1)).isEmpty();
  }
}
