package org.leadager.engine.crossed;

/**
 * The mode of the random effects u given the parameters: maximum of h(u) = Σ ℓ(η) − u'u/2, which is
 * concave. Newton's steps, each by conjugate gradients on (Λ Z'WZ Λ + I) d = g, halved while h
 * falls.
 */
final class ModeSearch {
  private static final int STEPS = 50;
  private static final int HALVINGS = 30;
  private static final double SETTLED = 1e-9;
  private static final double RESIDUAL = 1e-6;
  private static final int CONJUGATE_STEPS = 500;
  private final Design design;
  private final int[] category;
  private final OrdinalState state;
  private final double outerSd;
  private final double innerSd;
  private final double[] weight;
  private final double[] slope;
  private final CumulativeLogit answer = new CumulativeLogit();
  private double[] u;
  private double value;

  ModeSearch(Design design, int[] category, OrdinalState state, double[] start) {
    this.design = design;
    this.category = category;
    this.state = state;
    this.outerSd = state.outerSd();
    this.innerSd = state.innerSd();
    this.u = start.clone();
    this.weight = new double[design.answers];
    this.slope = new double[design.answers];
  }

  double[] mode() {
    return u;
  }

  /** h at the mode. */
  double value() {
    return value;
  }

  /** Linear predictor of an answer. */
  double predictor(int e) {
    return predictor(u, e);
  }

  private double predictor(double[] at, int e) {
    return state.shift(design.group[e]) + design.effect(at, e, outerSd, innerSd);
  }

  /** Runs to the mode; false when it did not settle. */
  boolean run() {
    value = height(u);
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = gradient();
      double[] direction = conjugate(gradient);
      double decrement = dot(direction, gradient);
      if (decrement < SETTLED) {
        add(direction);
        value = height(u);
        return Double.isFinite(value);
      }
      if (!climb(direction)) {
        return false;
      }
    }
    return false;
  }

  private void add(double[] direction) {
    for (int i = 0; i < u.length; i++) {
      u[i] += direction[i];
    }
  }

  private boolean climb(double[] direction) {
    double length = 1;
    for (int half = 0; half < HALVINGS; half++) {
      double[] next = u.clone();
      for (int i = 0; i < next.length; i++) {
        next[i] += length * direction[i];
      }
      double height = height(next);
      if (height > value) {
        u = next;
        value = height;
        return true;
      }
      length /= 2;
    }
    return false;
  }

  private double height(double[] at) {
    double sum = -dot(at, at) / 2;
    for (int e = 0; e < design.answers; e++) {
      double eta = predictor(at, e);
      int k = category[e];
      sum += CumulativeLogit.logLikelihood(state.upper(k) - eta, state.lower(k) - eta);
    }
    return sum;
  }

  private double[] gradient() {
    for (int e = 0; e < design.answers; e++) {
      double eta = predictor(u, e);
      answer.at(state.upper(category[e]) - eta, state.lower(category[e]) - eta);
      slope[e] = answer.slope;
      weight[e] = answer.weight;
    }
    double[] gradient = design.collect(slope, outerSd, innerSd);
    for (int i = 0; i < u.length; i++) {
      gradient[i] -= u[i];
    }
    return gradient;
  }

  /** Conjugate gradients with the diagonal as preconditioner. */
  private double[] conjugate(double[] right) {
    int n = right.length;
    double[] diagonal = diagonal();
    double[] x = new double[n];
    double[] residual = right.clone();
    double[] z = divide(residual, diagonal);
    double[] direction = z.clone();
    double rz = dot(residual, z);
    double first = rz;
    for (int step = 0; step < CONJUGATE_STEPS && rz > RESIDUAL * RESIDUAL * first; step++) {
      double[] product = product(direction);
      double length = rz / dot(direction, product);
      for (int i = 0; i < n; i++) {
        x[i] += length * direction[i];
        residual[i] -= length * product[i];
      }
      z = divide(residual, diagonal);
      double next = dot(residual, z);
      for (int i = 0; i < n; i++) {
        direction[i] = z[i] + next / rz * direction[i];
      }
      rz = next;
    }
    return x;
  }

  private double[] diagonal() {
    double[] diagonal = design.collect(weight, outerSd * outerSd, innerSd * innerSd);
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i]++;
    }
    return diagonal;
  }

  /** (Λ Z'WZ Λ + I) v. */
  private double[] product(double[] v) {
    double[] byAnswer = new double[design.answers];
    for (int e = 0; e < byAnswer.length; e++) {
      byAnswer[e] = weight[e] * design.effect(v, e, outerSd, innerSd);
    }
    double[] product = design.collect(byAnswer, outerSd, innerSd);
    for (int i = 0; i < v.length; i++) {
      product[i] += v[i];
    }
    return product;
  }

  private static double[] divide(double[] a, double[] b) {
    double[] quotient = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      quotient[i] = a[i] / b[i];
    }
    return quotient;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
