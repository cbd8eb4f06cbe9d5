package org.leadager.engine.crossed;

/**
 * One answer's log-likelihood under the cumulative logit model, ℓ = log(F(a) − F(b)) with a = upper
 * threshold − η, b = lower threshold − η, and its derivatives by η, a and b. With P = F(a), Q =
 * F(b), p = P(1 − P), q = Q(1 − Q): ℓ' = P + Q − 1, ℓ'' = −(p + q). Written so that nothing cancels
 * far in a tail.
 */
final class CumulativeLogit {
  /** ℓ. */
  double value;

  /** ∂ℓ/∂η. */
  double slope;

  /** −∂²ℓ/∂η². */
  double weight;

  /** ∂ weight / ∂η. */
  double skew;

  /** ∂ℓ by the upper and by the lower threshold. */
  double upperSlope;

  double lowerSlope;

  /** ∂ slope by the upper and by the lower threshold. */
  double upperCross;

  double lowerCross;

  /** ∂ weight by the upper and by the lower threshold. */
  double upperSkew;

  double lowerSkew;

  /** Sets all fields; thresholds may be ±∞. */
  void at(double a, double b) {
    double p = chance(a);
    double notP = chance(-a);
    double q = chance(b);
    double notQ = chance(-b);
    // F(a) − F(b) = F(a) (1 − F(b)) (1 − e^(b − a)).
    double gap = -Math.expm1(b - a);
    value = logChance(a) + logChance(-b) + Math.log(gap);
    slope = p - notQ;
    upperCross = p * notP;
    lowerCross = q * notQ;
    weight = upperCross + lowerCross;
    upperSkew = upperCross * (notP - p);
    lowerSkew = lowerCross * (notQ - q);
    skew = -upperSkew - lowerSkew;
    upperSlope = notP / (notQ * gap);
    lowerSlope = -q / (p * gap);
  }

  /** ℓ alone. */
  static double logLikelihood(double a, double b) {
    return logChance(a) + logChance(-b) + Math.log(-Math.expm1(b - a));
  }

  private static double chance(double x) {
    if (x >= 0) {
      return 1 / (1 + Math.exp(-x));
    }
    double odds = Math.exp(x);
    return odds / (1 + odds);
  }

  private static double logChance(double x) {
    return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
  }
}
