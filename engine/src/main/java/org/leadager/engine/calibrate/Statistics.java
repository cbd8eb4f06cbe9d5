package org.leadager.engine.calibrate;

/**
 * What an E-step leaves behind: expected counts by item, category and node, expected mass by node,
 * and the log-likelihood at the parameters that were used.
 */
final class Statistics {
  final double[] counts;
  final double[] mass;
  final double logLik;

  Statistics(int tableSize, double[] mass, double logLik) {
    this.counts = new double[tableSize];
    this.mass = mass;
    this.logLik = logLik;
  }
}
