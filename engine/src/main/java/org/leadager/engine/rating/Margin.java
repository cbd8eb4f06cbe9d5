package org.leadager.engine.rating;

/**
 * A level minus a need, with everything that moves it: the posterior given the items, each item
 * parameter, and the common shift. A parameter moves level and need together, so the two are
 * subtracted before they are squared.
 */
final class Margin {
  private final CoreEstimate core;
  private final double[] functional;
  private final double need;
  private final double[] byParameter;
  private final double byCommonShift;

  Margin(CoreEstimate core, double[] functional, double need, double[] needByParameter) {
    this.core = core;
    this.functional = functional;
    this.need = need;
    byParameter = core.sensitivity.of(functional);
    for (int c = 0; c < byParameter.length; c++) {
      byParameter[c] -= needByParameter[c];
    }
    double shiftSd = core.mode.posterior().terms.parameters.commonShiftSd();
    byCommonShift = core.sensitivity.ofCommonShift(functional) - shiftSd;
  }

  double mean() {
    return core.value(functional) - need;
  }

  double covariance(Margin other) {
    double sum = CoreEstimate.bilinear(functional, core.given, other.functional);
    for (int c = 0; c < byParameter.length; c++) {
      sum += byParameter[c] * other.byParameter[c];
    }
    return sum + byCommonShift * other.byCommonShift;
  }

  Estimate estimate() {
    return new Estimate(mean(), Math.sqrt(covariance(this)));
  }

  NeedComparison comparison(double frequency) {
    return NeedComparison.of(frequency, need, estimate());
  }
}
