package org.leadager.engine.fit;

import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.data.ItemResponses;

/**
 * How far answers are from what the model expects at Warm's score of the row, on one trait: infit
 * and outfit of items and rows (Wright and Masters 1982), and l_z of rows (Drasgow, Levine and
 * Williams 1985). Around one, and around zero with variance below one, where the model holds.
 */
public final class Residuals {
  private final double[] itemInfit;
  private final double[] itemOutfit;
  private final double[] rowInfit;
  private final double[] rowOutfit;
  private final double[] lz;

  private Residuals(int items, int rows) {
    itemInfit = new double[items];
    itemOutfit = new double[items];
    rowInfit = new double[rows];
    rowOutfit = new double[rows];
    lz = new double[rows];
  }

  /**
   * Residuals of every answer a one-dimensional model was calibrated on.
   *
   * @throws IllegalArgumentException for more dimensions
   */
  public static Residuals of(Calibration calibration) {
    ItemResponses y = calibration.responses();
    PointScores scores = new PointScores(calibration);
    Curves curves = new Curves(calibration);
    Residuals found = new Residuals(y.items(), y.rows());
    double[] theta = new double[y.rows()];
    IntStream.range(0, theta.length)
        .parallel()
        .forEach(r -> {
          theta[r] = scores.wle(r).value();
          found.row(curves, y, r, theta[r]);
        });
    IntStream.range(0, y.items()).parallel().forEach(i -> found.item(curves, y, i, theta));
    return found;
  }

  /** Squared residuals, their variances, their ratios and how many. */
  private static final class Sums {
    double squares;
    double variances;
    double ratios;
    int n;

    void add(double[] p, int code) {
      double mean = 0;
      double square = 0;
      for (int k = 1; k < p.length; k++) {
        mean += k * p[k];
        square += (double) k * k * p[k];
      }
      double variance = square - mean * mean;
      double off = (code - mean) * (code - mean);
      squares += off;
      variances += variance;
      ratios += off / variance;
      n++;
    }

    /** Σ(y − E)²/Σ Var. */
    double infit() {
      return squares / variances;
    }

    /** Mean of (y − E)²/Var. */
    double outfit() {
      return ratios / n;
    }
  }

  /** A row's log L, and its expectation and variance were the answers drawn at θ. */
  private static final class LogLikelihood {
    double log;
    double expected;
    double variance;

    void add(double[] p, int code) {
      double mean = 0;
      double square = 0;
      for (double v : p) {
        double l = Math.log(Math.max(v, Double.MIN_NORMAL));
        mean += v * l;
        square += v * l * l;
      }
      log += Math.log(Math.max(p[code], Double.MIN_NORMAL));
      expected += mean;
      variance += square - mean * mean;
    }

    /** l_z = (log L − E log L)/√Var log L. */
    double standardised() {
      return (log - expected) / Math.sqrt(variance);
    }
  }

  private void row(Curves curves, ItemResponses y, int r, double theta) {
    Sums sums = new Sums();
    LogLikelihood likelihood = new LogLikelihood();
    for (int i = 0; i < y.items(); i++) {
      int code = y.code(r, i);
      if (code != ItemResponses.MISSING) {
        double[] p = curves.probabilities(i, theta);
        sums.add(p, code);
        likelihood.add(p, code);
      }
    }
    rowInfit[r] = sums.infit();
    rowOutfit[r] = sums.outfit();
    lz[r] = likelihood.standardised();
  }

  private void item(Curves curves, ItemResponses y, int i, double[] theta) {
    Sums sums = new Sums();
    for (int r = 0; r < theta.length; r++) {
      int code = y.code(r, i);
      if (code != ItemResponses.MISSING) {
        sums.add(curves.probabilities(i, theta[r]), code);
      }
    }
    itemInfit[i] = sums.infit();
    itemOutfit[i] = sums.outfit();
  }

  /** Σ residual² / Σ variance over the rows that answered an item. */
  public double itemInfit(int item) {
    return itemInfit[item];
  }

  /** Mean of residual²/variance over the rows that answered an item. */
  public double itemOutfit(int item) {
    return itemOutfit[item];
  }

  /** Σ residual² / Σ variance over a row's answers; NaN without answers. */
  public double rowInfit(int row) {
    return rowInfit[row];
  }

  /** Mean of residual²/variance over a row's answers; NaN without answers. */
  public double rowOutfit(int row) {
    return rowOutfit[row];
  }

  /** Standardised log-likelihood of a row's answers; far below zero is an odd pattern. */
  public double lz(int row) {
    return lz[row];
  }
}
