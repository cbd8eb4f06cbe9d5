package org.leadager.engine.rating;

import java.util.Arrays;
import java.util.List;

/**
 * ρ between an instrument's two axes over subjects, with its 90% interval.
 *
 * @param rho the correlation the model holds
 * @param low lower end of the interval; ρ itself where it is fixed
 * @param high upper end
 * @param fixed whether ρ was assumed and not estimated
 */
public record AxisCorrelation(double rho, double low, double high, boolean fixed) {
  /** Probability that the interval holds. */
  public static final double INTERVAL = .90;

  /** A ρ that nobody estimated, such as the centre of the day-one prior. */
  public static AxisCorrelation fixed(double rho) {
    return new AxisCorrelation(rho, rho, rho, true);
  }

  /**
   * The interval of an estimate: normal on the scale of z = atanh ρ, its information the sum of
   * squared slopes of the subjects' log-likelihoods in z (Berndt, Hall, Hall and Hausman 1974), and
   * everything but ρ taken as known. By Fisher's identity a subject's slope is ½ tr(R⁻¹ R' R⁻¹ (E[θ
   * θᵀ] − R)).
   *
   * @param model the model with the estimates; two axes
   * @param subjects whom they were estimated from
   */
  public static AxisCorrelation estimated(RatingModel model, List<SubjectRatings> subjects) {
    Check.that(model.structure().axes() == 2, "a single correlation needs two axes");
    double rho = model.priors().axisCorrelation(0, 1);
    double[] squares = new double[subjects.size()];
    Arrays.parallelSetAll(
        squares,
        p -> {
          JointEstimate axes = model.score(subjects.get(p)).joint();
          double slope = slope(rho, square(axes, 0, 0), square(axes, 0, 1), square(axes, 1, 1));
          return slope * slope;
        });
    double information = Arrays.stream(squares).sum();
    double half = Normal.halfWidth(INTERVAL) / Math.sqrt(information);
    double z = atanh(rho);
    return new AxisCorrelation(rho, Math.tanh(z - half), Math.tanh(z + half), false);
  }

  /** E[θ_i θ_j]. */
  private static double square(JointEstimate axes, int i, int j) {
    return axes.mean(i) * axes.mean(j) + axes.covariance(i, j);
  }

  /** ∂ ln φ(θ; ρ) / ∂ρ, with ∂ρ / ∂z = 1 − ρ², on average over θ. */
  static double slope(double rho, double first, double cross, double second) {
    double rest = 1 - rho * rho;
    return rho + ((1 + rho * rho) * cross - rho * (first + second)) / rest;
  }

  private static double atanh(double x) {
    return Math.log((1 + x) / (1 - x)) / 2;
  }
}
