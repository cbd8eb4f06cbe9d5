package org.leadager.engine.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.Cholesky;

/**
 * Point scores on one to three correlated traits: maximum likelihood and maximum a posteriori, by
 * Newton steps on a concave function, and weighted likelihood, log L + ½ log |I(θ)|, the same way
 * ({@link WeightedLikelihood}). Where the answers leave the likelihood rising for ever in some
 * direction, that is the outcome, not a number.
 */
public final class TraitScores {
  private static final int STEPS = 100;
  private static final double SETTLED = 1e-10;
  private static final double FAR = 20;
  private final Calibration calibration;
  private final Curves curves;
  private final ItemResponses y;
  private final int dimensions;
  private final double[][] mean;
  private final double[][][] precision;

  /** Scores rows of a calibration. */
  public TraitScores(Calibration calibration) {
    this.calibration = calibration;
    this.curves = new Curves(calibration);
    this.y = calibration.responses();
    this.dimensions = calibration.pattern().dimensions().size();
    int groups = calibration.groups().size();
    this.mean = new double[groups][];
    this.precision = new double[groups][][];
    for (int g = 0; g < groups; g++) {
      mean[g] = Population.mean(calibration, g);
      precision[g] = Cholesky.of(Population.covariance(calibration, g)).orElseThrow().inverse();
    }
  }

  /** Whether a score exists. */
  public enum Outcome {
    /** An interior maximum. */
    FOUND,
    /** The likelihood has no finite maximum: all answers at an end, or a trait not asked about. */
    NO_FINITE_MAXIMUM,
    /** The steps ran out: a maximum so flat or far that no number should be given. */
    NOT_SETTLED
  }

  /**
   * A point on the traits.
   *
   * @param values by dimension, NaN unless found
   * @param errors from the curvature at the maximum, NaN unless found
   * @param outcome whether there is one
   */
  public record Score(List<Double> values, List<Double> errors, Outcome outcome) {}

  /** Maximum a posteriori with N(μ, Σ) of the row's group; its mean without answers. */
  public Score map(int row) {
    return maximum(row, true, Optional.empty());
  }

  /** Maximum likelihood; errors are from the observed information. */
  public Score ml(int row) {
    return maximum(row, false, Optional.empty());
  }

  /**
   * Weighted likelihood; finite for extreme answers too, as long as the answered items tell the
   * traits apart. Errors are from the curvature of what is maximised.
   */
  public Score wle(int row) {
    WeightedLikelihood penalty = new WeightedLikelihood(calibration, curves, row);
    return penalty.bounded()
        ? maximum(row, false, Optional.of(penalty))
        : none(Outcome.NO_FINITE_MAXIMUM);
  }

  /** Value, gradient and negative Hessian at one point. */
  private final class Point {
    final double[] theta;
    final double[] gradient = new double[dimensions];
    final double[][] information = new double[dimensions][dimensions];
    double value;

    Point(int row, double[] theta, boolean prior, Optional<WeightedLikelihood> penalty) {
      this.theta = theta;
      penalty.ifPresent(this::add);
      if (prior) {
        addPrior(calibration.rows().group(row));
      }
      for (int i = 0; i < curves.items(); i++) {
        int code = y.code(row, i);
        if (code != ItemResponses.MISSING) {
          add(i, code);
        }
      }
    }

    private void addPrior(int group) {
      double[] m = mean[group];
      double[][] w = precision[group];
      for (int a = 0; a < dimensions; a++) {
        for (int b = 0; b < dimensions; b++) {
          value -= (theta[a] - m[a]) * w[a][b] * (theta[b] - m[b]) / 2;
          gradient[a] -= w[a][b] * (theta[b] - m[b]);
          information[a][b] += w[a][b];
        }
      }
    }

    private void add(WeightedLikelihood penalty) {
      value += penalty.value(theta);
      double[] g = penalty.gradient(theta);
      double[][] h = penalty.curvature(theta);
      for (int a = 0; a < dimensions; a++) {
        gradient[a] += g[a];
        for (int b = 0; b < dimensions; b++) {
          information[a][b] += h[a][b];
        }
      }
    }

    private void add(int item, int code) {
      double[] d = curves.intercepts[item];
      double[] slopes = curves.slopes[item];
      double eta = curves.eta(item, theta);
      int categories = d.length + 1;
      double[] p = new double[categories];
      double[][] g = new double[categories][categories];
      double[][] h = new double[categories][categories];
      double[] weight = new double[categories];
      weight[code] = 1;
      calibration.model().probabilities(eta, d, p);
      calibration.model().scores(eta, d, p, g);
      calibration.model().addCurvature(eta, d, p, weight, h);
      value += Math.log(Math.max(p[code], Double.MIN_NORMAL));
      for (int a = 0; a < dimensions; a++) {
        gradient[a] += g[code][0] * slopes[a];
        for (int b = 0; b < dimensions; b++) {
          information[a][b] -= h[0][0] * slopes[a] * slopes[b];
        }
      }
    }
  }

  private Score maximum(int row, boolean prior, Optional<WeightedLikelihood> penalty) {
    Point at = new Point(row, new double[dimensions], prior, penalty);
    for (int step = 0; step < STEPS; step++) {
      Optional<Cholesky> factor = Cholesky.of(at.information);
      boolean far = Arrays.stream(at.theta).anyMatch(t -> Math.abs(t) > FAR);
      if (penalty.isEmpty() && (factor.isEmpty() || far)) {
        return none(Outcome.NO_FINITE_MAXIMUM);
      }
      if (factor.isEmpty()) {
        // Not concave here: any ascent will do.
        at = better(row, at, Cholesky.ridged(at.information).solve(at.gradient), prior, penalty);
        continue;
      }
      double[] direction = factor.get().solve(at.gradient);
      if (Arrays.stream(direction).allMatch(d -> Math.abs(d) < SETTLED)) {
        return found(at, factor.get());
      }
      at = better(row, at, direction, prior, penalty);
    }
    return none(Outcome.NOT_SETTLED);
  }

  /** The longest halving of a step, none longer than one in any dimension, that loses nothing. */
  private Point better(
      int row, Point at, double[] direction, boolean prior, Optional<WeightedLikelihood> penalty) {
    double longest = Arrays.stream(direction).map(Math::abs).max().orElseThrow();
    Point next = at;
    for (double scale = Math.min(1, 1 / longest); scale > 1e-9; scale /= 2) {
      double by = scale;
      double[] theta =
          IntStream.range(0, dimensions)
              .mapToDouble(d -> at.theta[d] + by * direction[d])
              .toArray();
      next = new Point(row, theta, prior, penalty);
      if (next.value >= at.value - 1e-12) {
        break;
      }
    }
    return next;
  }

  private static Score found(Point at, Cholesky factor) {
    List<Double> errors =
        DoubleStream.of(factor.inverseDiagonal()).map(Math::sqrt).boxed().toList();
    return new Score(DoubleStream.of(at.theta).boxed().toList(), errors, Outcome.FOUND);
  }

  private Score none(Outcome outcome) {
    List<Double> nothing =
        DoubleStream.generate(() -> Double.NaN).limit(dimensions).boxed().toList();
    return new Score(nothing, nothing, outcome);
  }
}
