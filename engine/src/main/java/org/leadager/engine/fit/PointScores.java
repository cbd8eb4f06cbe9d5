package org.leadager.engine.fit;

import java.util.function.DoubleUnaryOperator;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.GroupTraits;
import org.leadager.engine.data.ItemResponses;

/**
 * Point scores on one trait: maximum likelihood, maximum a posteriori, and Warm's (1989) weighted
 * likelihood, which maximises log L + ½ log I. Where every answer is the extreme one in its item's
 * direction the likelihood rises for ever: that is the outcome, not a number.
 */
public final class PointScores {
  private static final double RANGE = 20;
  private final Calibration calibration;
  private final Curves curves;
  private final ItemResponses y;

  /** Scores rows of a calibration with one dimension. */
  public PointScores(Calibration calibration) {
    if (calibration.pattern().dimensions().size() != 1) {
      throw new IllegalArgumentException("point scores are for one dimension");
    }
    this.calibration = calibration;
    this.curves = new Curves(calibration);
    this.y = calibration.responses();
  }

  /** Whether a score exists. */
  public enum Outcome {
    /** An interior maximum. */
    FOUND,
    /** All answers are the lowest possible: the likelihood has no finite maximum. */
    BELOW_ALL,
    /** All answers are the highest possible: the likelihood has no finite maximum. */
    ABOVE_ALL,
    /** No answers. */
    NO_ANSWERS
  }

  /**
   * A point score.
   *
   * @param value θ̂, NaN unless found
   * @param error its standard error, NaN unless found
   * @param outcome whether there is one
   */
  public record Score(double value, double error, Outcome outcome) {}

  /** Maximum likelihood; the error is from the observed information. */
  public Score ml(int row) {
    Outcome outcome = outcome(row);
    if (outcome != Outcome.FOUND) {
      return new Score(Double.NaN, Double.NaN, outcome);
    }
    double at = maximum(t -> logLikelihood(row, t));
    return new Score(at, 1 / Math.sqrt(observed(row, at)), Outcome.FOUND);
  }

  /** Maximum a posteriori with N(μ, σ²) of the row's group. */
  public Score map(int row) {
    GroupTraits group = calibration.groups().get(calibration.rows().group(row));
    double mean = group.mean().getFirst();
    double precision = 1 / group.covariance().getFirst().getFirst();
    double at = maximum(t -> logLikelihood(row, t) - precision * (t - mean) * (t - mean) / 2);
    return new Score(at, 1 / Math.sqrt(observed(row, at) + precision), Outcome.FOUND);
  }

  /** Warm's weighted likelihood; finite for extreme rows too; error from its curvature. */
  public Score wle(int row) {
    if (outcome(row) == Outcome.NO_ANSWERS) {
      return new Score(Double.NaN, Double.NaN, Outcome.NO_ANSWERS);
    }
    double at = maximum(t -> logLikelihood(row, t) + halfLogInformation(row, t));
    double h = 1e-3;
    double bend =
        halfLogInformation(row, at + h)
            - 2 * halfLogInformation(row, at)
            + halfLogInformation(row, at - h);
    return new Score(at, 1 / Math.sqrt(observed(row, at) - bend / (h * h)), Outcome.FOUND);
  }

  /** ½ log I(θ), I of the answered items. */
  private double halfLogInformation(int row, double theta) {
    return Math.log(expected(row, theta)) / 2;
  }

  private Outcome outcome(int row) {
    boolean below = true;
    boolean above = true;
    boolean any = false;
    for (int i = 0; i < curves.items(); i++) {
      int code = y.code(row, i);
      if (code == ItemResponses.MISSING || curves.slopes[i][0] == 0) {
        continue;
      }
      any = true;
      boolean rising = curves.slopes[i][0] > 0;
      int top = curves.intercepts[i].length;
      below &= code == (rising ? 0 : top);
      above &= code == (rising ? top : 0);
    }
    if (!any) {
      return Outcome.NO_ANSWERS;
    }
    return below ? Outcome.BELOW_ALL : above ? Outcome.ABOVE_ALL : Outcome.FOUND;
  }

  private double logLikelihood(int row, double theta) {
    double sum = 0;
    for (int i = 0; i < curves.items(); i++) {
      int code = y.code(row, i);
      if (code != ItemResponses.MISSING) {
        sum += Math.log(curves.probabilities(i, theta)[code]);
      }
    }
    return sum;
  }

  /** −∂² log L/∂θ². */
  private double observed(int row, double theta) {
    double sum = 0;
    for (int i = 0; i < curves.items(); i++) {
      int code = y.code(row, i);
      sum += code == ItemResponses.MISSING ? 0 : curves.observedInformation(i, code, theta);
    }
    return sum;
  }

  /** I(θ) of the answered items. */
  private double expected(int row, double theta) {
    double sum = 0;
    for (int i = 0; i < curves.items(); i++) {
      sum += y.code(row, i) == ItemResponses.MISSING ? 0 : curves.information(i, theta);
    }
    return sum;
  }

  /** The best of a coarse scan, then golden section around it. */
  private double maximum(DoubleUnaryOperator f) {
    double width = RANGE;
    for (GroupTraits group : calibration.groups()) {
      width =
          Math.max(
              width,
              Math.abs(group.mean().getFirst())
                  + RANGE * Math.sqrt(group.covariance().getFirst().getFirst()));
    }
    double best = 0;
    double value = f.applyAsDouble(0);
    double step = width / 40;
    for (int i = -40; i <= 40; i++) {
      double v = f.applyAsDouble(i * step);
      if (v > value) {
        value = v;
        best = i * step;
      }
    }
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = best - step;
    double high = best + step;
    while (high - low > 1e-9) {
      double a = high - golden * (high - low);
      double b = low + golden * (high - low);
      if (f.applyAsDouble(a) > f.applyAsDouble(b)) {
        high = b;
      } else {
        low = a;
      }
    }
    return (low + high) / 2;
  }
}
