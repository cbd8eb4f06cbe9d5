package org.leadager.engine.calibrate;

/**
 * What an E-step leaves behind: expected counts by item, category and node, expected mass by group
 * and node, and the log-likelihood at the parameters that were used.
 */
final class Statistics {
  final double[] counts;
  final double[][] mass;
  final double logLik;

  /** What is maximised: the log-likelihood and the priors' logarithms. */
  final double objective;

  Statistics(int tableSize, double[][] mass, double logLik, double logPrior) {
    this.counts = new double[tableSize];
    this.mass = mass;
    this.logLik = logLik;
    this.objective = logLik + logPrior;
  }
}
