package org.leadager.engine.calibrate;

/**
 * What an E-step leaves behind: expected counts by item, category and node, expected mass by node,
 * and the log-likelihood at the parameters that were used.
 */
final class Statistics {
  final double[] counts;
  final double[] mass;
  double logLik;

  Statistics(int tableSize, int nodes) {
    counts = new double[tableSize];
    mass = new double[nodes];
  }

  void add(Statistics other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    for (int q = 0; q < mass.length; q++) {
      mass[q] += other.mass[q];
    }
    logLik += other.logLik;
  }
}
