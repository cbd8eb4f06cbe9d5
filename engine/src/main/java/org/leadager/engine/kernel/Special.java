package org.leadager.engine.kernel;

/**
 * Special functions behind the tail probabilities: log gamma (Lanczos), incomplete gamma and beta
 * (series and continued fractions, Abramowitz and Stegun 6.5 and 26.5), normal distribution.
 */
public final class Special {
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };
  private static final double TINY = 1e-300;

  private Special() {}

  /** ln Γ(x) for x &gt; 0, relative error about 1e-14. */
  public static double logGamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
    }
    double s = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      s += LANCZOS[i] / (x - 1 + i);
    }
    double t = x + 6.5;
    return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(s);
  }

  /** Lower regularised incomplete gamma P(a, x). */
  public static double gammaP(double a, double x) {
    if (x <= 0) {
      return 0;
    }
    double front = Math.exp(a * Math.log(x) - x - logGamma(a));
    if (x < a + 1) {
      double term = 1 / a;
      double sum = term;
      for (int n = 1; n < 100_000 && term > sum * 1e-16; n++) {
        term *= x / (a + n);
        sum += term;
      }
      return front * sum;
    }
    return 1 - front * gammaFraction(a, x);
  }

  private static double gammaFraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < 100_000; i++) {
      double an = -i * (i - a);
      b += 2;
      d = 1 / keepOff(an * d + b);
      c = keepOff(b + an / c);
      h *= d * c;
      if (Math.abs(d * c - 1) < 1e-16) {
        break;
      }
    }
    return h;
  }

  /** Regularised incomplete beta I_x(a, b). */
  public static double beta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * betaFraction(x, a, b) / a
        : 1 - front * betaFraction(1 - x, b, a) / b;
  }

  private static double betaFraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / keepOff(1 - (a + b) * x / (a + 1));
    double h = d;
    for (int m = 1; m < 100_000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / keepOff(1 + even * d);
      c = keepOff(1 + even / c);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / keepOff(1 + odd * d);
      c = keepOff(1 + odd / c);
      h *= d * c;
      if (Math.abs(d * c - 1) < 1e-16) {
        break;
      }
    }
    return h;
  }

  private static double keepOff(double v) {
    return Math.abs(v) < TINY ? TINY : v;
  }

  /** P(F &gt; f) with (m, n) degrees of freedom. */
  public static double fUpper(double f, double m, double n) {
    return f <= 0 ? 1 : beta(n / (n + m * f), n / 2, m / 2);
  }

  /** The f with P(F &le; f) = p, by bisection on the monotone distribution function. */
  public static double fQuantile(double p, double m, double n) {
    double low = 0;
    double high = 1;
    while (1 - fUpper(high, m, n) < p && high < 1e12) {
      high *= 2;
    }
    for (int i = 0; i < 200; i++) {
      double mid = (low + high) / 2;
      if (1 - fUpper(mid, m, n) < p) {
        low = mid;
      } else {
        high = mid;
      }
    }
    return (low + high) / 2;
  }

  /** P(χ² &gt; x) with {@code df} degrees of freedom. */
  public static double chiSquareUpper(double x, double df) {
    return x <= 0 ? 1 : 1 - gammaP(df / 2, x / 2);
  }

  /** P(χ² &le; x) with {@code df} degrees of freedom and non-centrality {@code ncp}. */
  public static double chiSquareNoncentral(double x, double df, double ncp) {
    int centre = (int) (ncp / 2);
    double sum = 0;
    for (int step = 0; step < 20_000; step++) {
      double up = poisson(centre + step, ncp / 2);
      double add = up * gammaP(df / 2 + centre + step, x / 2);
      if (step > 0 && centre - step >= 0) {
        double down = poisson(centre - step, ncp / 2);
        add += down * gammaP(df / 2 + centre - step, x / 2);
        up += down;
      }
      sum += add;
      if (step > 5 && up < 1e-14) {
        break;
      }
    }
    return sum;
  }

  private static double poisson(int k, double mean) {
    return mean == 0 ? (k == 0 ? 1 : 0) : Math.exp(k * Math.log(mean) - mean - logGamma(k + 1.0));
  }

  /** Φ(x), the standard normal distribution function. */
  public static double normal(double x) {
    double tail = 0.5 * (1 - gammaP(0.5, x * x / 2));
    return x > 0 ? 1 - tail : tail;
  }
}
