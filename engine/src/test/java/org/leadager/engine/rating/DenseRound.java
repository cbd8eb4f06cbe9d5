package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The joint posterior of several subjects by brute force, sharing no code with the model: each
 * effect gets a number of its own the first time an answer names it, each answer is a list of such
 * numbers with weights, and plain Newton runs on the one full Hessian of all of them. A rater with
 * an identity has one severity for all subjects, whether they rate one or more.
 */
final class DenseRound {
  private static final int STEPS = 60;

  private final RatingModel model;
  private final double varianceShare;
  private final Map<String, Integer> unknowns = new HashMap<>();
  private final List<double[]> axisBlocks = new ArrayList<>();
  private final List<Double> priorVariance = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  double[] mode = {};
  double[][] covariance = {};

  private record Answer(
      Map<Integer, Double> design,
      double slope,
      List<Double> thresholds,
      int category,
      double omega) {}

  DenseRound(RatingModel model, List<SubjectRatings> subjects) {
    this.model = model;
    varianceShare = model.priors().severityShare();
    Map<Integer, Double> severityVariance = severityVariances(subjects);
    for (int p = 0; p < subjects.size(); p++) {
      for (int a = 0; a < model.structure().axes(); a++) {
        axisBlocks.add(new double[] {unknown("axis" + p + "/" + a, 0), p, a});
      }
    }
    for (int p = 0; p < subjects.size(); p++) {
      for (int n = 0; n < subjects.get(p).ratings(); n++) {
        add(p, subjects.get(p), n, severityVariance);
      }
    }
    solve();
  }

  /** Index of an effect, such as {@code axis0/1} or {@code s0/3}. */
  int index(String name) {
    Integer found = unknowns.get(name);
    if (found == null) {
      throw new IllegalArgumentException(name);
    }
    return found;
  }

  /** Severity's share of the smallest halo variance among the sources a person rates in. */
  private Map<Integer, Double> severityVariances(List<SubjectRatings> subjects) {
    Map<Integer, Double> smallest = new HashMap<>();
    for (SubjectRatings ratings : subjects) {
      for (int r = 0; r < ratings.raters(); r++) {
        if (ratings.raterIdentity[r] >= 0) {
          double variance = varianceShare * model.priors().haloVariance(ratings.raterSource(r));
          smallest.merge(ratings.raterIdentity[r], variance, Math::min);
        }
      }
    }
    return smallest;
  }

  private int unknown(String name, double variance) {
    Integer known = unknowns.get(name);
    if (known != null) {
      return known;
    }
    unknowns.put(name, priorVariance.size());
    priorVariance.add(variance);
    return priorVariance.size() - 1;
  }

  private void add(int p, SubjectRatings ratings, int n, Map<Integer, Double> severityVariance) {
    RatingPriors priors = model.priors();
    int i = ratings.item(n);
    RatingItem item = model.structure().items().get(i);
    int r = ratings.rater(n);
    int g = ratings.raterSource(r);
    Map<Integer, Double> z = new HashMap<>();
    for (int a = 0; a < model.structure().axes(); a++) {
      z.put(index("axis" + p + "/" + a), item.weights().get(a));
    }
    double halo = priors.haloVariance(g);
    int identity = ratings.raterIdentity[r];
    if (identity >= 0) {
      double t = severityVariance.getOrDefault(identity, 0.0);
      z.put(unknown("t" + identity, t), 1.0);
      halo -= t;
    }
    String seat = p + "/" + r;
    z.put(unknown("h" + seat, halo), 1.0);
    if (model.structure().has(Effect.SOURCE)) {
      z.put(unknown("d" + p + "/" + g, priors.sourceVariance()), 1.0);
    }
    if (model.structure().has(Effect.SLANT)) {
      z.put(unknown("x" + seat, priors.slantVariance()), (double) item.slant());
    }
    z.put(unknown("s" + p + "/" + item.competence(), priors.competenceVariance()), 1.0);
    z.put(unknown("v" + seat + "/" + item.competence(), priors.testletVariance()), 1.0);
    List<Double> b = Arrays.stream(model.parameters().thresholds(i, g)).boxed().toList();
    double omega = ratings.raterWeight[r];
    answers.add(new Answer(z, model.parameters().slope(i), b, ratings.category(n), omega));
  }

  private double[][] prior() {
    int n = priorVariance.size();
    double[][] precision = new double[n][n];
    for (int j = 0; j < n; j++) {
      precision[j][j] = priorVariance.get(j) > 0 ? 1 / priorVariance.get(j) : 0;
    }
    double rho = model.priors().axisCorrelation(0, 1);
    for (double[] one : axisBlocks) {
      for (double[] other : axisBlocks) {
        if (one[1] == other[1]) {
          precision[(int) one[0]][(int) other[0]] =
              (one[2] == other[2] ? 1 : -rho) / (1 - rho * rho);
        }
      }
    }
    return precision;
  }

  private void solve() {
    int n = priorVariance.size();
    double[][] prior = prior();
    mode = new double[n];
    double largest = 1;
    for (int step = 0; step < STEPS && largest > 1e-11; step++) {
      double[] gradient = new double[n];
      covariance = inverse(hessian(prior, gradient));
      double[] move = new double[n];
      largest = 0;
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          move[j] += covariance[j][k] * gradient[k];
        }
        largest = Math.max(largest, Math.abs(move[j]));
      }
      for (int j = 0; j < n; j++) {
        mode[j] += move[j] / Math.max(1, largest);
      }
    }
  }

  private double[][] hessian(double[][] prior, double[] gradient) {
    int n = prior.length;
    double[][] h = new double[n][];
    for (int j = 0; j < n; j++) {
      h[j] = prior[j].clone();
      for (int k = 0; k < n; k++) {
        gradient[j] -= prior[j][k] * mode[k];
      }
    }
    for (Answer y : answers) {
      double eta = 0;
      for (Map.Entry<Integer, Double> z : y.design.entrySet()) {
        eta += z.getValue() * mode[z.getKey()];
      }
      double low = y.category == 1 ? 1 : reached(y, eta, y.category - 2);
      double high = y.category > y.thresholds.size() ? 0 : reached(y, eta, y.category - 1);
      double slope = y.omega * y.slope * (1 - low - high);
      double weight = y.omega * y.slope * y.slope * (low * (1 - low) + high * (1 - high));
      y.design.forEach((j, zj) -> {
        gradient[j] += zj * slope;
        y.design.forEach((k, zk) -> h[j][k] += zj * zk * weight);
      });
    }
    return h;
  }

  private static double reached(Answer y, double eta, int k) {
    return 1 / (1 + Math.exp(-y.slope * (eta - y.thresholds.get(k))));
  }

  private static double[][] inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] m = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix[i], 0, m[i], 0, n);
      m[i][n + i] = 1;
    }
    for (int p = 0; p < n; p++) {
      double pivot = m[p][p];
      for (int j = 0; j < 2 * n; j++) {
        m[p][j] /= pivot;
      }
      for (int i = 0; i < n; i++) {
        double factor = i == p ? 0 : m[i][p];
        for (int j = 0; factor != 0 && j < 2 * n; j++) {
          m[i][j] -= factor * m[p][j];
        }
      }
    }
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(m[i], n, out[i], 0, n);
    }
    return out;
  }
}
