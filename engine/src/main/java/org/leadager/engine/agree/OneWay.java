package org.leadager.engine.agree;

import java.util.Optional;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.kernel.Special;

/**
 * How much of a score's variance lies between groups: one-way analysis of variance and REML.
 *
 * <p>ICC(1) = (MSB − MSW)/(MSB + (k̄ − 1)MSW), ICC(2) = (MSB − MSW)/MSB (Bliese 2000), k̄ the mean
 * group size. The REML coefficient τ²/(τ² + σ²) maximises the restricted likelihood of y = μ + u +
 * e and differs when groups differ in size. docs/methods/icc.md.
 *
 * @param icc1 reliability of one row as a sign of its group
 * @param icc2 reliability of a group's mean, at the mean group size
 * @param icc1Reml τ²/(τ² + σ²)
 * @param between MSB
 * @param within MSW
 * @param f MSB/MSW
 * @param p P(F &gt; f) without group differences
 * @param groups number of groups with an answer
 * @param n number of rows with an answer
 */
public record OneWay(
    double icc1,
    double icc2,
    double icc1Reml,
    double between,
    double within,
    double f,
    double p,
    int groups,
    int n) {

  /** Analyses rows whose value is not NaN; empty below two groups or without spare rows. */
  public static Optional<OneWay> of(double[] values, Grouping grouping) {
    double[] size = new double[grouping.groups()];
    double[] mean = new double[grouping.groups()];
    double grand = 0;
    int n = 0;
    double within = 0;
    for (int r = 0; r < values.length; r++) {
      if (Double.isNaN(values[r])) {
        continue;
      }
      int g = grouping.group(r);
      size[g]++;
      double deviation = values[r] - mean[g];
      mean[g] += deviation / size[g];
      within += deviation * (values[r] - mean[g]);
      grand += (values[r] - grand) / ++n;
    }
    double between = 0;
    int groups = 0;
    for (int g = 0; g < size.length; g++) {
      groups += size[g] > 0 ? 1 : 0;
      between += size[g] * (mean[g] - grand) * (mean[g] - grand);
    }
    if (groups < 2 || n <= groups || within + between == 0) {
      return Optional.empty();
    }
    return Optional.of(
        from(between / (groups - 1), within / (n - groups), groups, n)
            .withReml(reml(size, mean, within, n)));
  }

  private static OneWay from(double msb, double msw, int groups, int n) {
    double k = (double) n / groups;
    double f = msb / msw;
    double p = Special.fUpper(f, groups - 1.0, n - groups);
    double icc1 = (msb - msw) / (msb + (k - 1) * msw);
    return new OneWay(icc1, (msb - msw) / msb, 0, msb, msw, f, p, groups, n);
  }

  private OneWay withReml(double reml) {
    return new OneWay(icc1, icc2, reml, between, within, f, p, groups, n);
  }

  /** Golden section over ρ = τ²/(τ² + σ²) of the profiled restricted deviance. */
  private static double reml(double[] size, double[] mean, double within, int n) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = 0;
    double high = 1 - 1e-12;
    for (int i = 0; i < 100; i++) {
      double a = high - golden * (high - low);
      double b = low + golden * (high - low);
      if (deviance(a, size, mean, within, n) < deviance(b, size, mean, within, n)) {
        high = b;
      } else {
        low = a;
      }
    }
    double best = (low + high) / 2;
    return deviance(0, size, mean, within, n) <= deviance(best, size, mean, within, n) ? 0 : best;
  }

  private static double deviance(double rho, double[] size, double[] mean, double within, int n) {
    double ratio = rho / (1 - rho);
    double weights = 0;
    double mu = 0;
    double logs = 0;
    for (int g = 0; g < size.length; g++) {
      double weight = size[g] / (1 + size[g] * ratio);
      weights += weight;
      mu += weight * mean[g];
      logs += size[g] == 0 ? 0 : Math.log1p(size[g] * ratio);
    }
    mu /= weights;
    double squares = within;
    for (int g = 0; g < size.length; g++) {
      squares += size[g] / (1 + size[g] * ratio) * (mean[g] - mu) * (mean[g] - mu);
    }
    return (n - 1) * Math.log(squares / (n - 1)) + logs + Math.log(weights);
  }
}
