package org.leadager.engine.calibrate;

import java.util.Optional;

/**
 * Where one group's latent mean μ and covariance Σ stand in x: the elements of μ where they are
 * free, then the free elements of Σ (lower triangle). What is not free is a mean of zero and a
 * variance of one.
 */
final class LatentBlock {
  final int at;
  final int means;
  final int[][] element;
  private final int dimensions;

  /** N(0, Σ), with unit variances where these are not free. */
  static LatentBlock centred(int at, int dimensions, boolean freeVariances) {
    return new LatentBlock(at, dimensions, 0, freeVariances);
  }

  /** N(μ, Σ), all of it free. */
  static LatentBlock free(int at, int dimensions) {
    return new LatentBlock(at, dimensions, dimensions, true);
  }

  private LatentBlock(int at, int dimensions, int means, boolean freeVariances) {
    this.at = at;
    this.dimensions = dimensions;
    this.means = means;
    element = elements(dimensions, freeVariances);
  }

  private static int[][] elements(int dimensions, boolean diagonal) {
    int n = dimensions * (dimensions + (diagonal ? 1 : -1)) / 2;
    int[][] elements = new int[n][];
    int at = 0;
    for (int a = 0; a < dimensions; a++) {
      for (int b = 0; b < a + (diagonal ? 1 : 0); b++) {
        elements[at++] = new int[] {a, b};
      }
    }
    return elements;
  }

  /** Number of free parameters. */
  int size() {
    return means + element.length;
  }

  double[] mean(double[] x) {
    double[] mean = new double[dimensions];
    System.arraycopy(x, at, mean, 0, means);
    return mean;
  }

  double[][] covariance(double[] x) {
    return symmetric(x, 1);
  }

  /** The free values of Σ's places in some vector shaped like x, others {@code diagonal} or 0. */
  double[][] symmetric(double[] x, double diagonal) {
    double[][] sigma = new double[dimensions][dimensions];
    for (int a = 0; a < dimensions; a++) {
      sigma[a][a] = diagonal;
    }
    for (int e = 0; e < element.length; e++) {
      sigma[element[e][0]][element[e][1]] = x[at + means + e];
      sigma[element[e][1]][element[e][0]] = x[at + means + e];
    }
    return sigma;
  }

  /** Empty where Σ is not positive definite. */
  Optional<LatentDensity> density(double[] x) {
    return LatentDensity.of(mean(x), covariance(x));
  }

  /** Puts μ and Σ into x, as far as they are free. */
  void set(double[] x, double[] mean, double[][] covariance) {
    System.arraycopy(mean, 0, x, at, means);
    for (int e = 0; e < element.length; e++) {
      x[at + means + e] = covariance[element[e][0]][element[e][1]];
    }
  }
}
