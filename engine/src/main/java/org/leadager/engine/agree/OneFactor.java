package org.leadager.engine.agree;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.Cholesky;

/**
 * One-factor model by maximum likelihood and McDonald's ω.
 *
 * <p>Σ = λλ' + diag(θ); F = log|Σ| + tr(SΣ⁻¹) is minimised over λ and log θ by Fisher scoring with
 * step halving (Jöreskog 1967); ω = (Σλ)² / ((Σλ)² + Σθ). docs/methods/alpha-omega.md.
 *
 * @param omega share of the sum's variance that the factor explains
 * @param loadings λ, in the units of the answers
 * @param uniquenesses θ, variances
 * @param chiSquare n times the distance from the unrestricted covariance
 * @param iterations scoring steps
 * @param outcome whether the figures can be used
 */
public record OneFactor(
    double omega,
    List<Double> loadings,
    List<Double> uniquenesses,
    double chiSquare,
    int iterations,
    Outcome outcome) {

  /** How the fit ended. */
  public enum Outcome {
    /** An interior maximum. */
    CONVERGED,
    /** A uniqueness went to zero: no proper solution (Heywood case). */
    IMPROPER,
    /** The steps ran out. */
    NOT_CONVERGED
  }

  private static final int MAX_STEPS = 500;

  /** Fits complete rows; empty with fewer than 3 items, too few rows or a constant item. */
  public static Optional<OneFactor> of(ItemResponses answers) {
    Moments moments = Moments.of(answers);
    int p = answers.items();
    if (p < 3 || moments.n <= p) {
      return Optional.empty();
    }
    double[][] s = moments.covariance(moments.n);
    Optional<Cholesky> sample = Cholesky.of(s);
    return sample.map(f -> new Fit(s).run(moments.n, f.logDeterminant()));
  }

  /** The iteration: x holds λ, then log θ. */
  private static final class Fit {
    private final double[][] s;
    private final int p;
    private double[] x;
    private double[][] w = new double[0][];

    Fit(double[][] s) {
      this.s = s;
      this.p = s.length;
      this.x = new double[2 * p];
      double mean = 0;
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) {
          mean += i == j ? 0 : s[i][j] / (p * (p - 1.0));
        }
      }
      for (int i = 0; i < p; i++) {
        double row = -s[i][i];
        for (int j = 0; j < p; j++) {
          row += s[i][j];
        }
        x[i] = row / (p - 1.0) / Math.sqrt(Math.max(Math.abs(mean), 1e-6));
        x[i] = Math.copySign(Math.min(Math.abs(x[i]), 0.9 * Math.sqrt(s[i][i])), x[i]);
        x[p + i] = Math.log(Math.max(s[i][i] - x[i] * x[i], 0.1 * s[i][i]));
      }
    }

    OneFactor run(int n, double sampleLogDeterminant) {
      double f = objective(x);
      Outcome outcome = Outcome.NOT_CONVERGED;
      int step = 0;
      while (outcome == Outcome.NOT_CONVERGED && step < MAX_STEPS) {
        step++;
        double[] g = new double[2 * p];
        double[][] h = new double[2 * p][2 * p];
        scoring(g, h);
        double[] d = Cholesky.ridged(h).solve(g);
        double next = halved(d, f);
        outcome = outcome(g, f - next);
        f = next;
      }
      return result(n, f - sampleLogDeterminant - p, step, outcome);
    }

    private Outcome outcome(double[] g, double gain) {
      for (int i = 0; i < p; i++) {
        if (Math.exp(x[p + i]) < 1e-5 * s[i][i]) {
          return Outcome.IMPROPER;
        }
      }
      double largest = DoubleStream.of(g).map(Math::abs).max().orElse(0);
      return largest < 1e-9 || (gain < 1e-15 && largest < 1e-6)
          ? Outcome.CONVERGED
          : Outcome.NOT_CONVERGED;
    }

    private double halved(double[] d, double f) {
      double[] start = x;
      double scale = 1;
      for (int half = 0; half < 30; half++, scale /= 2) {
        double[] trial = start.clone();
        for (int i = 0; i < trial.length; i++) {
          trial[i] -= scale * d[i];
        }
        double value = objective(trial);
        if (value <= f) {
          x = trial;
          return value;
        }
      }
      objective(start);
      return f;
    }

    private double objective(double[] at) {
      double[][] sigma = new double[p][p];
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) {
          sigma[i][j] = at[i] * at[j] + (i == j ? Math.exp(at[p + i]) : 0);
        }
      }
      Optional<Cholesky> factor = Cholesky.of(sigma);
      if (factor.isEmpty()) {
        return Double.POSITIVE_INFINITY;
      }
      w = factor.get().inverse();
      double trace = 0;
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) {
          trace += s[i][j] * w[j][i];
        }
      }
      return factor.get().logDeterminant() + trace;
    }

    /** Gradient W(Σ−S)W contracted with ∂Σ, and its expected Hessian, at the current W = Σ⁻¹. */
    private void scoring(double[] g, double[][] h) {
      double[][] omega = times(times(w, difference()), w);
      double[] wl = new double[p];
      double quadratic = 0;
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) {
          g[i] += 2 * omega[i][j] * x[j];
          wl[i] += w[i][j] * x[j];
        }
        quadratic += wl[i] * x[i];
        g[p + i] = omega[i][i] * Math.exp(x[p + i]);
      }
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) {
          double ti = Math.exp(x[p + i]);
          double tj = Math.exp(x[p + j]);
          h[i][j] = 2 * (quadratic * w[i][j] + wl[i] * wl[j]);
          h[i][p + j] = 2 * wl[j] * w[i][j] * tj;
          h[p + j][i] = h[i][p + j];
          h[p + i][p + j] = w[i][j] * w[i][j] * ti * tj;
        }
      }
    }

    private double[][] difference() {
      double[][] d = new double[p][p];
      for (int i = 0; i < p; i++) {
        for (int j = 0; j < p; j++) {
          d[i][j] = x[i] * x[j] + (i == j ? Math.exp(x[p + i]) : 0) - s[i][j];
        }
      }
      return d;
    }

    private static double[][] times(double[][] a, double[][] b) {
      double[][] c = new double[a.length][a.length];
      for (int i = 0; i < a.length; i++) {
        for (int k = 0; k < a.length; k++) {
          for (int j = 0; j < a.length; j++) {
            c[i][j] += a[i][k] * b[k][j];
          }
        }
      }
      return c;
    }

    private OneFactor result(int n, double distance, int steps, Outcome outcome) {
      double sum = 0;
      double unique = 0;
      for (int i = 0; i < p; i++) {
        sum += x[i];
        unique += Math.exp(x[p + i]);
      }
      double flip = sum < 0 ? -1 : 1;
      return new OneFactor(
          sum * sum / (sum * sum + unique),
          DoubleStream.of(x).limit(p).map(v -> v * flip).boxed().toList(),
          DoubleStream.of(x).skip(p).map(Math::exp).boxed().toList(),
          n * distance,
          steps,
          outcome);
    }
  }
}
