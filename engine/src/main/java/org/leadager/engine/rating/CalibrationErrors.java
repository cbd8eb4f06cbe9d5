package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard errors of the item parameters and of the axes' correlations from the penalised observed
 * information about items and variances, whose doubt they share, and what scoring carries of them.
 * What all items' thresholds share is doubt about the origin and goes to the common shift; the rest
 * stays with the items.
 */
final class CalibrationErrors {
  private final CalibrationLayout layout;
  private final int[][] count;
  private final int size;

  /** Covariance of ln a and b of all items, and of the variances after them. */
  private final double[] covariance;

  private CalibrationErrors(CalibrationLayout layout, int[][] count, double[] covariance) {
    this.layout = layout;
    this.count = count;
    this.covariance = covariance;
    size = layout.size;
  }

  /** Null when the information is not positive definite. */
  static @Nullable CalibrationErrors of(
      CalibrationLayout layout, int[][] count, double[] information) {
    int n = layout.size;
    return Dense.cholesky(information, n)
        ? new CalibrationErrors(layout, count, Dense.inverse(information, n))
        : null;
  }

  /** Adds each estimated item's uncertainty and the common shift's. */
  void addTo(ItemParameters.Builder items) {
    double common = commonShiftVariance();
    for (int i = 0; i < layout.item.length; i++) {
      if (layout.item[i] >= 0) {
        items.uncertainty(i, of(i, common));
      }
    }
    items.commonShiftSd(Math.sqrt(common));
  }

  /** The axes' correlations that were estimated and are not at their bounds. */
  List<CorrelationEstimate> correlations(double[] x) {
    int axes = layout.structure.axes();
    List<CorrelationEstimate> estimates = new ArrayList<>();
    for (int k = 0; k < layout.correlation.length; k++) {
      int at = layout.correlation[k];
      if (at >= 0 && Math.abs(x[at]) < CalibrationStep.LARGEST_ATANH) {
        Estimate atanh = new Estimate(x[at], Math.sqrt(covariance[at * size + at]));
        estimates.add(new CorrelationEstimate(k % axes, k / axes, atanh));
      }
    }
    return estimates;
  }

  private ItemUncertainty of(int i, double common) {
    int at = layout.item[i];
    double[] weight = weights(i);
    double shift = meanCovariance(i, i, false);
    double jitter = 0;
    double left = 1;
    for (int k = 0; k < weight.length; k++) {
      double[] contrast = weight.clone();
      contrast[k] -= 1;
      jitter += weight[k] * form(at, contrast, at, contrast);
      left -= weight[k] * weight[k];
    }
    return new ItemUncertainty(
        Math.sqrt(covariance[at * size + at]),
        Math.sqrt(Math.max(0, shift - common)),
        Math.sqrt(left > 0 ? jitter / left : 0),
        sourceShiftSd(i));
  }

  /** How much each threshold matters: the share of the answers right below and above it. */
  private double[] weights(int i) {
    double[] w = new double[layout.steps(i)];
    double total = 0;
    for (int k = 0; k < w.length; k++) {
      w[k] = count[i][k] + count[i][k + 1];
      total += w[k];
    }
    for (int k = 0; k < w.length; k++) {
      w[k] /= total;
    }
    return w;
  }

  /** What differs between sources' thresholds beside what they share; the prior's when not told. */
  private double sourceShiftSd(int i) {
    boolean told = IntStream.of(layout.shift[i]).anyMatch(at -> at >= 0);
    return told
        ? Math.sqrt(Math.max(0, meanCovariance(i, i, true) - meanCovariance(i, i, false)))
        : layout.baseItems.uncertainty(i).sourceShiftSd();
  }

  /**
   * Mean covariance, over pairs of sources, of two items' mean thresholds as sources have them.
   *
   * @param same over sources paired with themselves; else over two different ones
   */
  private double meanCovariance(int i, int j, boolean same) {
    double sum = 0;
    int pairs = 0;
    for (int g = 0; g < layout.structure.sources(); g++) {
      for (int h = 0; h < layout.structure.sources(); h++) {
        if (same == (g == h) && layout.shift[i][g] >= 0 && layout.shift[j][h] >= 0) {
          sum += covariance(mean(i, g), mean(j, h));
          pairs++;
        }
      }
    }
    return pairs > 0 ? sum / pairs : covariance(mean(i, -1), mean(j, -1));
  }

  /** Mean threshold of item i for a source, as weights of all numbers; −1 for no source. */
  private double[] mean(int i, int source) {
    double[] f = new double[size];
    double[] weight = weights(i);
    System.arraycopy(weight, 0, f, layout.item[i] + 1, weight.length);
    if (source >= 0) {
      f[layout.shift[i][source]] = 1;
    }
    return f;
  }

  private double covariance(double[] f, double[] g) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      for (int l = 0; f[k] != 0 && l < size; l++) {
        sum += f[k] * g[l] * covariance[k * size + l];
      }
    }
    return sum;
  }

  private double form(int i, double[] f, int j, double[] g) {
    double sum = 0;
    for (int k = 0; k < f.length; k++) {
      for (int l = 0; l < g.length; l++) {
        sum += f[k] * g[l] * covariance[(i + 1 + k) * size + j + 1 + l];
      }
    }
    return sum;
  }

  /** Mean covariance of two items' thresholds. */
  private double commonShiftVariance() {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < layout.item.length; i++) {
      for (int j = 0; j < i; j++) {
        if (layout.item[i] >= 0 && layout.item[j] >= 0) {
          sum += meanCovariance(i, j, false);
          pairs++;
        }
      }
    }
    return pairs == 0 ? 0 : Math.max(0, sum / pairs);
  }
}
