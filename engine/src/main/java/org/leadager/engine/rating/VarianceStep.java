package org.leadager.engine.rating;

import static org.leadager.engine.rating.CalibrationStep.HIGHEST_LOG_VARIANCE;
import static org.leadager.engine.rating.CalibrationStep.LARGEST_ATANH;
import static org.leadager.engine.rating.CalibrationStep.LOWEST_LOG_VARIANCE;

/** The best value of each variance, and one scoring step on each of the axes' correlations. */
final class VarianceStep {
  private static final int MAX_STEPS = 50;
  private static final double LARGEST_MOVE = .7;
  private static final double SMALLEST_PART = 1e-9;

  private final CalibrationLayout layout;

  /** Prior centre and SD of the number at each position from {@code itemSize} on. */
  private final double[] centre;

  private final double[] sd;

  VarianceStep(CalibrationLayout layout, VariancePriors priors) {
    this.layout = layout;
    centre = new double[layout.size];
    sd = new double[layout.size];
    RatingPriors base = priors.centre();
    for (int g = 0; g < layout.halo.length; g++) {
      put(layout.halo[g], Math.log(base.haloVariance(g)), priors.haloLogSd());
    }
    for (int e = 0; e < layout.effect.length; e++) {
      double variance = CalibrationLayout.variance(base, e);
      put(layout.effect[e], Math.log(variance), priors.effectLogSd());
    }
    int axes = layout.structure.axes();
    for (int k = 0; k < layout.correlation.length; k++) {
      int at = layout.correlation[k];
      if (at >= 0) {
        double rho = base.axisCorrelation(k / axes, k % axes);
        put(at, CalibrationLayout.atanh(rho), priors.correlationSd());
      }
    }
  }

  private void put(int at, double mean, double spread) {
    if (at >= 0) {
      centre[at] = mean;
      sd[at] = spread;
    }
  }

  void move(double[] x, double[] next, CalibrationStatistics s) {
    for (int g = 0; g < layout.halo.length; g++) {
      moveVariance(next, layout.halo[g], s.haloSum[g], s.haloCount[g]);
    }
    for (int e = 0; e < layout.effect.length; e++) {
      moveVariance(next, layout.effect[e], s.effectSum[e], s.effectCount[e]);
    }
    int axes = layout.structure.axes();
    for (int k = 0; k < layout.correlation.length; k++) {
      int at = layout.correlation[k];
      if (at >= 0) {
        double[] precision = layout.priorPrecision(next);
        moveCorrelation(next, at, x[at] + correlationStep(k / axes, k % axes, precision, s, x[at]));
      }
    }
  }

  double logPrior(double[] x) {
    double sum = 0;
    for (int at = layout.itemSize; at < layout.size; at++) {
      sum -= Math.pow((x[at] - centre[at]) / sd[at], 2) / 2;
    }
    return sum;
  }

  private double priorPrecision(int at) {
    return 1 / (sd[at] * sd[at]);
  }

  /** Whether a number has run to the end of what is allowed. */
  boolean atBound(int at, double value) {
    boolean variance = !isCorrelation(at);
    double low = variance ? LOWEST_LOG_VARIANCE : -LARGEST_ATANH;
    double high = variance ? HIGHEST_LOG_VARIANCE : LARGEST_ATANH;
    return value <= low || value >= high;
  }

  private boolean isCorrelation(int at) {
    for (int k : layout.correlation) {
      if (k == at) {
        return true;
      }
    }
    return false;
  }

  /** Writes the slope of the penalised log-likelihood in ln variance and atanh ρ. */
  void gradient(double[] x, CalibrationStatistics s, double scale, double[] out) {
    likelihoodGradient(x, s, out);
    for (int at = layout.itemSize; at < layout.size; at++) {
      out[at] = scale * out[at] + priorSlope(at, x[at]);
    }
  }

  /** Adds the priors' curvature to a matrix of all numbers. */
  void addPriorCurvature(double[] out) {
    for (int at = layout.itemSize; at < layout.size; at++) {
      out[at * layout.size + at] += priorPrecision(at);
    }
  }

  /** Writes the slope of the log-likelihood alone. */
  void likelihoodGradient(double[] x, CalibrationStatistics s, double[] out) {
    for (int g = 0; g < layout.halo.length; g++) {
      slope(x, layout.halo[g], s.haloSum[g], s.haloCount[g], out);
    }
    for (int e = 0; e < layout.effect.length; e++) {
      slope(x, layout.effect[e], s.effectSum[e], s.effectCount[e], out);
    }
    int axes = layout.structure.axes();
    double[] precision = layout.priorPrecision(x);
    for (int k = 0; k < layout.correlation.length; k++) {
      int at = layout.correlation[k];
      if (at >= 0) {
        out[at] = correlationSlope(k / axes, k % axes, precision, s, x[at]);
      }
    }
  }

  private double priorSlope(int at, double value) {
    return (centre[at] - value) * priorPrecision(at);
  }

  private void slope(double[] x, int at, double sum, double n, double[] out) {
    if (at >= 0) {
      out[at] = (sum * Math.exp(-x[at]) - n) / 2;
    }
  }

  void moveAll(double[] x, double[] next, double[] change) {
    for (int at = layout.itemSize; at < layout.size; at++) {
      double to = x[at] + Math.clamp(change[at], -LARGEST_MOVE, LARGEST_MOVE);
      if (isCorrelation(at)) {
        moveCorrelation(next, at, to);
      } else {
        next[at] = Math.clamp(to, LOWEST_LOG_VARIANCE, HIGHEST_LOG_VARIANCE);
      }
    }
  }

  /** Top of −n/2 y − sum/2 exp(−y) − (y − centre)²/(2 sd²) in y, which is concave. */
  private void moveVariance(double[] next, int at, double sum, double n) {
    if (at < 0) {
      return;
    }
    double y = n > 0 ? Math.log(sum / n) : centre[at];
    double precision = priorPrecision(at);
    for (int step = 0; step < MAX_STEPS; step++) {
      double pull = sum * Math.exp(-y) / 2;
      double change = (pull - n / 2 - (y - centre[at]) * precision) / (pull + precision);
      y += change;
      if (Math.abs(change) < 1e-12) {
        break;
      }
    }
    next[at] = Math.clamp(y, LOWEST_LOG_VARIANCE, HIGHEST_LOG_VARIANCE);
  }

  /** Goes as far from where it was as all correlations together stay a correlation matrix. */
  private void moveCorrelation(double[] next, int at, double to) {
    double from = next[at];
    double target = Math.clamp(to, -LARGEST_ATANH, LARGEST_ATANH);
    next[at] = target;
    for (double part = .5; !layout.correlationsFit(next) && next[at] != from; part /= 2) {
      // What is no number fits at no part of the way.
      next[at] = part > SMALLEST_PART ? from + part * (target - from) : from;
    }
  }

  /** d/dz of −n/2 ln|R| − tr(R⁻¹ A)/2 with ρ_ij = tanh z. */
  private double correlationSlope(
      int i, int j, double[] precision, CalibrationStatistics s, double z) {
    int axes = layout.structure.axes();
    double pap = 0;
    for (int a = 0; a < axes; a++) {
      for (int b = 0; b < axes; b++) {
        pap += precision[i * axes + a] * s.axisMoment[a * axes + b] * precision[b * axes + j];
      }
    }
    return (pap - s.subjects * precision[i * axes + j]) * byAtanh(z);
  }

  /** dρ / dz. */
  private static double byAtanh(double z) {
    return 1 - Math.pow(Math.tanh(z), 2);
  }

  private double correlationStep(
      int i, int j, double[] precision, CalibrationStatistics s, double z) {
    int axes = layout.structure.axes();
    double pij = precision[i * axes + j];
    double information =
        s.subjects * (pij * pij + precision[i * axes + i] * precision[j * axes + j]);
    double slope = byAtanh(z);
    int at = layout.correlation[i * axes + j];
    return (correlationSlope(i, j, precision, s, z) + priorSlope(at, z))
        / (information * slope * slope + priorPrecision(at));
  }
}
