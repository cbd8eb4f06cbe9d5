package org.leadager.engine.rating;

import java.util.Arrays;

/**
 * Log prior of the item parameters. Three parts, each its own:
 *
 * <ul>
 *   <li>ln a ~ N(centre, SD²); without given parameters the centre is the set's own mean ln a, all
 *       but free, so that the answers decide the unit;
 *   <li>with given parameters b = centre + common shift + item shift + jitter, all normal;
 *   <li>a few answers' worth of categories as the whole set uses them, from people drawn at random:
 *       they keep the threshold of an answer nobody chose at a finite place.
 * </ul>
 */
final class ItemPenalty {
  /**
   * Where a set's mean ln a lies before its answers are seen, weakly: without it, answers in which
   * nothing but chance differs would have no unit at all.
   */
  private static final double MEAN_LOG_SLOPE = Math.log(OwnFrequencies.SLOPE);

  private static final double MEAN_LOG_SLOPE_SD = 1.5;
  private static final GaussRule RULE = GaussRule.normal(21);

  private final CalibrationLayout layout;
  private final boolean given;

  /** Spread of ln a around the set's own mean. */
  private final double ownLogSlopeSd;

  /** Weight of each category's answers from nowhere, by item. */
  private final double[][] extra;

  /** SD of η over people and raters, for those answers. */
  private final double[] spread;

  private double slopeCentre;
  private double commonShift;

  private ItemPenalty(CalibrationLayout layout, boolean given, double sd, ExtraAnswers extra) {
    this.layout = layout;
    this.given = given;
    ownLogSlopeSd = sd;
    this.extra = extra.weight;
    spread = extra.spread;
  }

  /** The layout's base parameters are the prior, with their uncertainty. */
  static ItemPenalty given(CalibrationLayout layout, ExtraAnswers extra) {
    return new ItemPenalty(layout, true, 0, extra);
  }

  /** Nothing is known but that slopes of one instrument are of one order. */
  static ItemPenalty own(CalibrationLayout layout, double logSlopeSd, ExtraAnswers extra) {
    return new ItemPenalty(layout, false, logSlopeSd, extra);
  }

  /** Fixes the centre of ln a and the common shift at the best values for x. */
  void centre(double[] x) {
    double sum = 0;
    int n = 0;
    double pull = 0;
    double precision = 0;
    for (int i = 0; i < layout.item.length; i++) {
      if (layout.item[i] >= 0) {
        sum += x[layout.item[i]];
        n++;
        if (given) {
          double weight = 1 / meanVariance(i);
          pull += weight * mean(deviation(layout.thresholds(x, i), i));
          precision += weight;
        }
      }
    }
    double own = n / square(ownLogSlopeSd);
    double weak = 1 / square(MEAN_LOG_SLOPE_SD);
    slopeCentre = given ? 0 : (own * sum / n + weak * MEAN_LOG_SLOPE) / (own + weak);
    double sd = layout.baseItems.commonShiftSd();
    commonShift = given && sd > 0 ? pull / (precision + 1 / (sd * sd)) : 0;
  }

  /** Variance of the mean of an item's thresholds around the common shift. */
  private double meanVariance(int i) {
    ItemUncertainty u = layout.baseItems.uncertainty(i);
    return square(u.shiftSd()) + square(u.jitterSd()) / layout.steps(i);
  }

  private double[] deviation(double[] b, int i) {
    double[] base = layout.baseItems.row(i, 0);
    double[] d = new double[b.length];
    for (int k = 0; k < b.length; k++) {
      d[k] = b[k] - base[k];
    }
    return d;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** Log prior at the present centres, its constants left out. */
  double value(double[] x) {
    double sum = 0;
    for (int i = 0; i < layout.item.length; i++) {
      if (layout.item[i] >= 0) {
        double[] g = new double[layout.steps(i) + 1];
        sum += add(i, x, g, new double[g.length * g.length]);
      }
    }
    double sd = layout.baseItems.commonShiftSd();
    if (!given) {
      return sum - square((slopeCentre - MEAN_LOG_SLOPE) / MEAN_LOG_SLOPE_SD) / 2;
    }
    return sd > 0 ? sum - square(commonShift / sd) / 2 : sum;
  }

  /** Adds gradient and curvature in ln a and b of item i; returns its log prior. */
  double add(int i, double[] x, double[] g, double[] curvature) {
    double logSlope = x[layout.item[i]];
    double centre = given ? Math.log(layout.baseItems.slope(i)) : slopeCentre;
    double sd = given ? layout.baseItems.uncertainty(i).logSlopeSd() : ownLogSlopeSd;
    double pull = (logSlope - centre) / (sd * sd);
    g[0] -= pull;
    curvature[0] += 1 / (sd * sd);
    double sum = -pull * (logSlope - centre) / 2;
    double[] b = layout.thresholds(x, i);
    if (given) {
      sum += addThresholds(i, b, g, curvature);
    }
    return sum + addExtra(i, Math.exp(logSlope), b, g, curvature);
  }

  /**
   * Takes from the curvature of all items what the centres, found from the same items, give back:
   * neither the set's mean ln a nor the common shift is held by the prior of single items.
   */
  void addCoupling(double[] curvature, int size) {
    double[] pull = new double[size];
    double total = 0;
    for (int i = 0; i < layout.item.length; i++) {
      int at = layout.item[i];
      if (at >= 0 && given) {
        Arrays.fill(
            pull, at + 1, at + 1 + layout.steps(i), 1 / (layout.steps(i) * meanVariance(i)));
        total += 1 / meanVariance(i);
      } else if (at >= 0) {
        pull[at] = 1 / square(ownLogSlopeSd);
        total += pull[at];
      }
    }
    double sd = layout.baseItems.commonShiftSd();
    if (given && sd == 0) {
      return;
    }
    total += 1 / square(given ? sd : MEAN_LOG_SLOPE_SD);
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        curvature[a * size + b] -= pull[a] * pull[b] / total;
      }
    }
  }

  /** Normal with covariance jitter² I + shift² 1 1ᵀ. */
  private double addThresholds(int i, double[] b, double[] g, double[] curvature) {
    ItemUncertainty u = layout.baseItems.uncertainty(i);
    int n = b.length;
    double jitter = square(u.jitterSd());
    double shared = square(u.shiftSd()) / (jitter * (jitter + n * square(u.shiftSd())));
    double[] d = deviation(b, i);
    double total = 0;
    for (int k = 0; k < n; k++) {
      d[k] -= commonShift;
      total += d[k];
    }
    double q = 0;
    for (int k = 0; k < n; k++) {
      double pull = d[k] / jitter - shared * total;
      g[k + 1] -= pull;
      q += pull * d[k];
      for (int l = 0; l < n; l++) {
        curvature[(k + 1) * (n + 1) + l + 1] += (k == l ? 1 / jitter : 0) - shared;
      }
    }
    return addGaps(b, g, curvature) - q / 2;
  }

  /**
   * The density is taken over the first threshold and the ln of the gaps: over the thresholds
   * themselves, the top of a prior with this many spread-out numbers would lie where all of them
   * are drawn together, and pull the unit of the whole instrument with it.
   */
  private static double addGaps(double[] b, double[] g, double[] curvature) {
    int n = g.length;
    double sum = 0;
    for (int k = 1; k < b.length; k++) {
      double gap = b[k] - b[k - 1];
      double square = 1 / (gap * gap);
      sum += Math.log(gap);
      g[k + 1] += 1 / gap;
      g[k] -= 1 / gap;
      curvature[(k + 1) * n + k + 1] += square;
      curvature[k * n + k] += square;
      curvature[(k + 1) * n + k] -= square;
      curvature[k * n + k + 1] -= square;
    }
    return sum;
  }

  private double addExtra(int i, double a, double[] b, double[] g, double[] curvature) {
    double[] bounds = ModelTerms.bounds(b);
    double[] logGap = ModelTerms.logGaps(a, b);
    double[] gap = GradedDerivatives.gaps(a, bounds);
    double[] node = RULE.nodes();
    double[] weight = RULE.weights();
    double[] p = new double[node.length];
    GradedDerivatives d = new GradedDerivatives();
    double sum = 0;
    for (int k = 0; k < extra[i].length; k++) {
      double total = 0;
      for (int q = 0; q < node.length; q++) {
        d.evaluate(spread[i] * node[q], a, bounds, logGap, gap[k], k);
        p[q] = weight[q] * Math.exp(d.logProbability);
        total += p[q];
      }
      sum += extra[i][k] * Math.log(total);
      for (int q = 0; q < node.length; q++) {
        d.evaluate(spread[i] * node[q], a, bounds, logGap, gap[k], k);
        d.addTo(g, curvature, k, extra[i][k] * p[q] / total);
      }
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }
}
