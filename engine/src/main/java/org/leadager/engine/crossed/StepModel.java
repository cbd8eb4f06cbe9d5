package org.leadager.engine.crossed;

import java.util.Arrays;
import org.leadager.engine.facets.FacetModel;

/**
 * How an item's thresholds b_1 … b_K turn the predictor η into the chances of its K + 1 categories;
 * both ways are log-concave in η.
 */
enum StepModel {
  /** P(Y ≥ k) = 1 / (1 + exp(b_k − η)): Samejima's graded model with equal slopes. */
  GRADED {
    @Override
    boolean valid(double[] b) {
      for (int k = 1; k < b.length; k++) {
        if (!(b[k] - b[k - 1] > 1e-10)) {
          return false;
        }
      }
      return true;
    }

    @Override
    void logChances(double[] b, double eta, double[] out) {
      for (int k = 0; k <= b.length; k++) {
        out[k] = CumulativeLogit.logLikelihood(upper(b, k) - eta, lower(b, k) - eta);
      }
    }

    @Override
    void slopes(double[] b, double eta, double[][] out) {
      CumulativeLogit answer = new CumulativeLogit();
      for (int k = 0; k <= b.length; k++) {
        Arrays.fill(out[k], 0);
        answer.at(upper(b, k) - eta, lower(b, k) - eta);
        if (k < b.length) {
          out[k][k] = answer.upperSlope;
        }
        if (k > 0) {
          out[k][k - 1] = answer.lowerSlope;
        }
      }
    }

    @Override
    double start(double[] shares, int k) {
      double below = 0;
      for (int j = 0; j < k; j++) {
        below += shares[j];
      }
      return Math.log(below / (1 - below));
    }
  },

  /** P(Y = k) ∝ exp(Σ_{j ≤ k} (η − b_j)): Masters' partial credit model. */
  PARTIAL_CREDIT {
    @Override
    boolean valid(double[] b) {
      return true;
    }

    @Override
    void logChances(double[] b, double eta, double[] out) {
      out[0] = 0;
      double most = 0;
      for (int k = 1; k <= b.length; k++) {
        out[k] = out[k - 1] + eta - b[k - 1];
        most = Math.max(most, out[k]);
      }
      double sum = 0;
      for (int k = 0; k <= b.length; k++) {
        sum += Math.exp(out[k] - most);
      }
      double total = most + Math.log(sum);
      for (int k = 0; k <= b.length; k++) {
        out[k] -= total;
      }
    }

    @Override
    void slopes(double[] b, double eta, double[][] out) {
      double[] chance = new double[b.length + 1];
      logChances(b, eta, chance);
      double atLeast = 0;
      for (int j = b.length; j >= 1; j--) {
        atLeast += Math.exp(chance[j]);
        for (int k = 0; k <= b.length; k++) {
          out[k][j - 1] = atLeast - (j <= k ? 1 : 0);
        }
      }
    }

    @Override
    double start(double[] shares, int k) {
      return Math.log(shares[k - 1] / shares[k]);
    }
  };

  static StepModel of(FacetModel model) {
    return switch (model) {
      case GRADED -> GRADED;
      case PARTIAL_CREDIT -> PARTIAL_CREDIT;
    };
  }

  /** Whether these thresholds give every category a chance. */
  abstract boolean valid(double[] b);

  /** log P(Y = k | η) into {@code out[k]}. */
  abstract void logChances(double[] b, double eta, double[] out);

  /** ∂ log P(Y = k | η) / ∂b_j into {@code out[k][j − 1]}. */
  abstract void slopes(double[] b, double eta, double[][] out);

  /** b_k of a population without differences that answers with these shares. */
  abstract double start(double[] shares, int k);

  private static double upper(double[] b, int k) {
    return k < b.length ? b[k] : Double.POSITIVE_INFINITY;
  }

  private static double lower(double[] b, int k) {
    return k > 0 ? b[k - 1] : Double.NEGATIVE_INFINITY;
  }
}
