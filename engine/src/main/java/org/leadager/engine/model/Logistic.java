package org.leadager.engine.model;

/** The logistic function and its inverse, without overflow. */
final class Logistic {
  private Logistic() {}

  static double sigma(double x) {
    if (x >= 0) {
      return 1 / (1 + Math.exp(-x));
    }
    double e = Math.exp(x);
    return e / (1 + e);
  }

  static double logit(double p) {
    return Math.log(p / (1 - p));
  }
}
