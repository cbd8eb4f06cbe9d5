package org.leadager.engine.model;

import java.util.Arrays;

/**
 * Moments of the graded model through its boundaries u_k = η + d_k, F_k = σ(u_k), G_k = 1 − F_k.
 *
 * <p>P_k = F_k G_{k+1} c_k with c_k = 1 − e^{d_{k+1} − d_k}, which keeps its digits in both tails
 * and needs one exponential per point. With s_k = F_k G_k: ∂ log P_k/∂u_k = s_k/P_k = G_k/(G_{k+1}
 * c_k), ∂ log P_{k−1}/∂u_k = −F_k/(F_{k−1} c_{k−1}); the information in u is tridiagonal, and η
 * moves all u alike.
 */
final class Boundaries {
  private static final double FAR = 600;

  private Boundaries() {}

  /** u_k = η + c + d_k: every intercept moves by c. */
  static double[] shifted(double[] d, double change) {
    double[] moved = d.clone();
    for (int k = 0; k < d.length; k++) {
      moved[k] += change;
    }
    return moved;
  }

  static void prepare(double[] d, Moments m) {
    for (int k = 0; k < d.length; k++) {
      m.prepared[k] = Math.exp(-Math.clamp(d[k], -FAR / 2, FAR / 2));
      m.gap[k] = k + 1 < d.length ? -Math.expm1(d[k + 1] - d[k]) : 1;
    }
  }

  static void moments(double eta, double[] d, double[] r, Moments m) {
    int boundaries = d.length;
    double e0 = Math.exp(-Math.clamp(eta, -FAR / 2, FAR / 2));
    for (int k = 0; k < boundaries; k++) {
      double e = e0 * m.prepared[k];
      m.above[k] = 1 / (1 + e);
      m.below[k] = e / (1 + e);
    }
    double n = value(boundaries, r, m);
    Arrays.fill(m.information[0], 0);
    double gradient = 0;
    double before = 0;
    for (int k = 0; k < boundaries; k++) {
      double s = m.above[k] * m.below[k];
      double up = up(k, boundaries, m);
      double down = k == 0 ? m.above[0] : m.above[k] / (m.above[k - 1] * m.gap[k - 1]);
      m.gradient[k + 1] = r[k + 1] * up - r[k] * down;
      gradient += m.gradient[k + 1];
      double[] row = m.information[k + 1];
      Arrays.fill(row, 0);
      row[k + 1] = n * s * (up + down);
      double next = k + 1 < boundaries ? -n * up * m.above[k + 1] * m.below[k + 1] : 0;
      if (k + 1 < boundaries) {
        row[k + 2] = next;
      }
      if (k > 0) {
        row[k] = before;
      }
      row[0] = before + row[k + 1] + next;
      m.information[0][k + 1] = row[0];
      m.information[0][0] += row[0];
      before = next;
    }
    m.gradient[0] = gradient;
  }

  private static double up(int k, int boundaries, Moments m) {
    return k + 1 == boundaries ? m.below[k] : m.below[k] / (m.below[k + 1] * m.gap[k]);
  }

  /** Σ r_k log P_k into the moments; returns Σ r_k. */
  private static double value(int boundaries, double[] r, Moments m) {
    double n = 0;
    m.value = 0;
    for (int k = 0; k <= boundaries; k++) {
      double p =
          (k == 0 ? 1 : m.above[k - 1])
              * (k == boundaries ? 1 : m.below[k])
              * (k == 0 ? 1 : m.gap[k - 1]);
      n += r[k];
      m.value += r[k] == 0 ? 0 : r[k] * Math.log(Math.max(p, Double.MIN_NORMAL));
    }
    return n;
  }
}
