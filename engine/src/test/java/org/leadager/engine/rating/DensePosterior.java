package org.leadager.engine.rating;

/**
 * The same posterior by brute force, sharing no code with the model: every unknown in one vector
 * (axes, s, δ, then h, x and v of each rater), one full Hessian, plain Newton. Slow, and simple
 * enough to be read against the equation. Unknowns of effects the instrument lacks stay at zero.
 */
final class DensePosterior {
  private static final int STEPS = 40;

  private final RatingStructure structure;
  private final ItemParameters parameters;
  private final RatingPriors priors;
  private final SubjectRatings ratings;
  private final int axes;
  private final int size;
  private final double[] priorMean;
  private final double[][] priorPrecision;
  final double[] mode;
  final double[][] covariance;

  DensePosterior(RatingModel model, SubjectRatings ratings) {
    structure = model.structure();
    parameters = model.parameters();
    priors = model.priors();
    this.ratings = ratings;
    axes = structure.axes();
    size = own(ratings.raters());
    priorMean = new double[size];
    priorPrecision = new double[size][size];
    fillPrior();
    mode = priorMean.clone();
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[size];
      move(inverse(negativeHessian(gradient)), gradient);
    }
    covariance = inverse(negativeHessian(new double[size]));
  }

  int competence(int c) {
    return axes + c;
  }

  int source(int g) {
    return axes + structure.competences() + g;
  }

  private int own(int rater) {
    int each = 2 + structure.competences();
    return axes + structure.competences() + structure.sources() + rater * each;
  }

  private void fillPrior() {
    double[][] correlation = new double[axes][axes];
    for (int i = 0; i < axes; i++) {
      for (int j = 0; j < axes; j++) {
        correlation[i][j] = priors.axisCorrelation(i, j);
      }
    }
    double[][] axisPrecision = inverse(correlation);
    for (int i = 0; i < axes; i++) {
      System.arraycopy(axisPrecision[i], 0, priorPrecision[i], 0, axes);
    }
    for (int c = 0; c < structure.competences(); c++) {
      prior(competence(c), Effect.COMPETENCE, priors.competenceVariance());
    }
    for (int g = 0; g < structure.sources(); g++) {
      prior(source(g), Effect.SOURCE, priors.sourceVariance());
    }
    for (int r = 0; r < ratings.raters(); r++) {
      int at = own(r);
      priorMean[at] = priors.haloMean(ratings.raterSource(r));
      priorPrecision[at][at] = 1 / priors.haloVariance(ratings.raterSource(r));
      prior(at + 1, Effect.SLANT, priors.slantVariance());
      for (int c = 0; c < structure.competences(); c++) {
        prior(at + 2 + c, Effect.TESTLET, priors.testletVariance());
      }
    }
  }

  private void prior(int at, Effect effect, double variance) {
    priorPrecision[at][at] = structure.has(effect) ? 1 / variance : 1;
  }

  /** A Newton step, shortened so that no unknown moves by more than 1: undamped it can diverge. */
  private void move(double[][] inverse, double[] gradient) {
    double[] step = new double[size];
    double largest = 1;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        step[i] += inverse[i][j] * gradient[j];
      }
      largest = Math.max(largest, Math.abs(step[i]));
    }
    for (int i = 0; i < size; i++) {
      mode[i] += step[i] / largest;
    }
  }

  private double[][] negativeHessian(double[] gradient) {
    double[][] h = new double[size][];
    for (int i = 0; i < size; i++) {
      h[i] = priorPrecision[i].clone();
      for (int j = 0; j < size; j++) {
        gradient[i] -= h[i][j] * (mode[j] - priorMean[j]);
      }
    }
    for (int n = 0; n < ratings.ratings(); n++) {
      add(n, h, gradient);
    }
    return h;
  }

  /** z: how the unknowns enter η of this answer. */
  private double[] design(int n) {
    int r = ratings.rater(n);
    RatingItem item = structure.items().get(ratings.item(n));
    double[] z = new double[size];
    for (int a = 0; a < axes; a++) {
      z[a] = item.weights().get(a);
    }
    z[source(ratings.raterSource(r))] = structure.has(Effect.SOURCE) ? 1 : 0;
    z[own(r)] = 1;
    z[own(r) + 1] = structure.has(Effect.SLANT) ? item.slant() : 0;
    if (item.competence() != RatingItem.NO_COMPETENCE) {
      z[competence(item.competence())] = structure.has(Effect.COMPETENCE) ? 1 : 0;
      z[own(r) + 2 + item.competence()] = structure.has(Effect.TESTLET) ? 1 : 0;
    }
    return z;
  }

  private void add(int n, double[][] h, double[] gradient) {
    double[] z = design(n);
    double eta = 0;
    for (int k = 0; k < size; k++) {
      eta += z[k] * mode[k];
    }
    int i = ratings.item(n);
    int r = ratings.rater(n);
    double a = parameters.slope(i);
    double[] b = parameters.thresholds(i, ratings.raterSource(r));
    int answer = ratings.category(n);
    double low = answer == 1 ? 1 : sigmoid(a * (eta - b[answer - 2]));
    double high = answer == b.length + 1 ? 0 : sigmoid(a * (eta - b[answer - 1]));
    double omega = ratings.raterWeight[r];
    double slope = omega * a * (1 - low - high);
    double curvature = omega * a * a * (low * (1 - low) + high * (1 - high));
    for (int k = 0; k < size; k++) {
      gradient[k] += z[k] * slope;
      for (int l = 0; z[k] != 0 && l < size; l++) {
        h[k][l] += z[k] * z[l] * curvature;
      }
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** Gauss–Jordan; the matrix is symmetric and positive definite, so no pivoting is needed. */
  private static double[][] inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] m = new double[n][];
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      m[i] = matrix[i].clone();
      out[i][i] = 1;
    }
    for (int p = 0; p < n; p++) {
      double pivot = m[p][p];
      for (int j = 0; j < n; j++) {
        m[p][j] /= pivot;
        out[p][j] /= pivot;
      }
      for (int i = 0; i < n; i++) {
        double factor = i == p ? 0 : m[i][p];
        for (int j = 0; factor != 0 && j < n; j++) {
          m[i][j] -= factor * m[p][j];
          out[i][j] -= factor * out[p][j];
        }
      }
    }
    return out;
  }
}
