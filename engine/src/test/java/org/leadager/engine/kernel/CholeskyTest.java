package org.leadager.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
  /** Sizes about the blocks of rows that the factor is made in. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 8, 9, 30})
  void solvesAndInvertsWhateverTheSize(int n) {
    double[][] a = positive(n);
    Cholesky factor = Cholesky.of(a).orElseThrow();
    double[][] inverse = factor.inverse();
    double[] diagonal = factor.inverseDiagonal();
    for (int i = 0; i < n; i++) {
      assertThat(diagonal[i]).isCloseTo(inverse[i][i], within(1e-12));
      for (int j = 0; j < n; j++) {
        double product = 0;
        for (int k = 0; k < n; k++) {
          product += a[i][k] * inverse[k][j];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-11));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9, 30})
  void aMatrixThatIsNotPositiveDefiniteHasNoFactor(int n) {
    double[][] a = positive(n);
    a[n - 1][n - 1] = -1;
    assertThat(Cholesky.of(a)).isEmpty();
    a[n - 1][n - 1] = Double.NaN;
    assertThat(Cholesky.of(a)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 30})
  void onlyTheLowerTriangleIsRead(int n) {
    double[][] a = positive(n);
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = Arrays.copyOf(a[i], i + 1);
    }
    assertThat(Cholesky.of(lower).orElseThrow().logDeterminant())
        .isEqualTo(Cholesky.of(a).orElseThrow().logDeterminant());
  }

  private static double[][] positive(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double[][] a = new double[n][n];
    for (int draw = 0; draw < n + 5; draw++) {
      double[] x = random.doubles(n).toArray();
      for (int i = 0; i < n; i++) {
        a[i][i] += .1;
        for (int j = 0; j < n; j++) {
          a[i][j] += x[i] * x[j];
        }
      }
    }
    return a;
  }
}
