package org.leadager.engine.simulate;

/** Several standard normal numbers with given correlations. */
final class CorrelatedNormals {
  private final double[][] root;

  /**
   * @param correlation symmetric, ones on the diagonal
   * @throws IllegalArgumentException when no numbers can be correlated like that
   */
  CorrelatedNormals(double[][] correlation) {
    int n = correlation.length;
    root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = correlation[i][j];
        for (int k = 0; k < j; k++) {
          rest -= root[i][k] * root[j][k];
        }
        if (i == j && !(rest > 0)) {
          throw new IllegalArgumentException("no traits can be correlated like that");
        }
        root[i][j] = i == j ? StrictMath.sqrt(rest) : rest / root[j][j];
      }
    }
  }

  double[] next(Draws draws) {
    int n = root.length;
    double[] independent = new double[n];
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      independent[i] = draws.normal();
      for (int j = 0; j <= i; j++) {
        out[i] += root[i][j] * independent[j];
      }
    }
    return out;
  }
}
