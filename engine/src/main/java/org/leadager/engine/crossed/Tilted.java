package org.leadager.engine.crossed;

/**
 * The tilted distribution of one pair's predictor: η ~ N(m, v), what everything else says of it,
 * times the chances of the pair's own answers. Trapezoid rule, whose error falls as exp(−2π² sd² /
 * h²).
 */
final class Tilted {
  /** Deviations of N(m, v) on each side. */
  private static final double REACH = 8;

  /** Log of a mass that no sum notices. */
  private static final double NOTHING = 36;

  private final Forms forms;
  private double[] f = new double[64];
  private int from;
  private int nodes;

  /** log ∫ N(η; m, v) Π P(y_i | η) dη. */
  double logIntegral;

  double mean;
  double variance;

  Tilted(Forms forms) {
    this.forms = forms;
  }

  /** Fills the three fields for pair p. */
  void at(int p, double m, double v, ChanceTable table) {
    double h = table.spacing;
    double reach = REACH * Math.sqrt(v);
    from = (int) Math.max(-table.half, Math.ceil((m - reach) / h));
    int to = (int) Math.min(table.half, Math.floor((m + reach) / h));
    nodes = Math.max(0, to - from + 1);
    if (f.length < nodes) {
      f = new double[2 * nodes];
    }
    double top = fill(p, m, v, table);
    double sum = 0;
    double first = 0;
    double second = 0;
    for (int n = 0; n < nodes; n++) {
      f[n] = f[n] > top - NOTHING ? Math.exp(f[n] - top) : 0;
      double d = (from + n) * h - m;
      sum += f[n];
      first += f[n] * d;
      second += f[n] * d * d;
    }
    for (int n = 0; n < nodes; n++) {
      f[n] /= sum;
    }
    first /= sum;
    logIntegral = top + Math.log(sum * h / Math.sqrt(2 * Math.PI * v));
    mean = m + first;
    variance = second / sum - first * first;
  }

  /** The variance, which is below v; v itself where no node was near enough to tell one. */
  double resolved(double v) {
    return Double.isNaN(variance) ? v : Math.min(v, variance);
  }

  /** Logarithms of the integrand; returns the largest. */
  private double fill(int p, double m, double v, ChanceTable table) {
    for (int n = 0; n < nodes; n++) {
      double d = (from + n) * table.spacing - m;
      f[n] = -d * d / (2 * v);
    }
    int shift = from + table.half;
    for (int a = forms.start[p]; a < forms.start[p + 1]; a++) {
      double[] log = table.log[forms.item[a]][forms.code[a]];
      for (int n = 0; n < nodes; n++) {
        f[n] += log[shift + n];
      }
    }
    double top = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < nodes; n++) {
      top = Math.max(top, f[n]);
    }
    return top;
  }

  /** Adds the masses just computed to the expected numbers of the pair's answers. */
  void count(int p, ChanceTable table, double[][][] counts) {
    int shift = from + table.half;
    for (int a = forms.start[p]; a < forms.start[p + 1]; a++) {
      double[] row = counts[forms.item[a]][forms.code[a]];
      for (int n = 0; n < nodes; n++) {
        row[shift + n] += f[n];
      }
    }
  }
}
