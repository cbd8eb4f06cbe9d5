package org.leadager.engine.crossed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetModel;
import org.leadager.engine.facets.FacetResult;
import org.leadager.engine.facets.FacetResult.Fitted;
import org.leadager.engine.facets.FacetResult.Item;
import org.leadager.engine.facets.FacetResult.Rater;
import org.leadager.engine.facets.FacetResult.Refused;
import org.leadager.engine.facets.FacetResult.Subject;

/**
 * Many-facet models whose raters are draws from a population: chances of the answers to item i
 * depend on η = θ_subject − s_rater, θ ~ N(0, σ²), s ~ N(0, τ²), by maximum marginal likelihood
 * with the crossed integral by expectation propagation. Cost is linear in pairs of subject and
 * rater. docs/methods/many-facet.md.
 */
public final class RandomRaters {
  private static final double START = 0.7;
  private static final double EDGE = 0.98 * RandomObjective.WIDEST;

  /** Far above what unsettled messages leave in the gradient, far below a standard error. */
  private static final double DIFFERENCE = 1e-3;

  private final Ratings ratings;
  private final StepModel model;
  private final Forms forms;

  private RandomRaters(Ratings ratings, StepModel model) {
    this.ratings = ratings;
    this.model = model;
    this.forms = new Forms(ratings);
  }

  /** Fits the model to all answers. */
  public static FacetResult fit(Ratings ratings, FacetModel model) {
    return fit(ratings, StepModel.of(model));
  }

  static FacetResult fit(Ratings ratings, StepModel model) {
    RandomRaters fit = new RandomRaters(ratings, model);
    Optional<String> reason = RandomCheck.refusal(ratings, fit.forms);
    return reason.isPresent() ? new Refused(reason.get()) : fit.run();
  }

  private FacetResult run() {
    int[] categories = new int[forms.items];
    for (int i = 0; i < categories.length; i++) {
      categories[i] = ratings.answers().categories(i);
    }
    RandomObjective objective = new RandomObjective(forms, model, categories);
    double[] start = start(categories, objective.parameters);
    double[][] curvature = objective.inverseCurvature(start, forms.subjects, forms.raters);
    QuasiNewton search = BoundarySearch.minimise(objective, start, curvature);
    double[] x = search.point().x;
    double both = Math.hypot(x[x.length - 2], x[x.length - 1]);
    if (!Double.isFinite(search.point().value) || both > EDGE) {
      return new Refused(
          "Subjects and raters explain every answer: there is no finite maximum; look for items"
              + " that everybody who was rated by one rater got the same answer on.");
    }
    if (both < 1.5 * RandomObjective.ALIKE) {
      return new Refused("Neither subjects nor raters differ beyond chance: nothing to estimate.");
    }
    double[][] covariance = OrdinalErrors.covariance(objective, x, DIFFERENCE);
    QuasiNewton.Point settled = objective.at(x);
    return result(objective, x, settled.value, covariance, search);
  }

  private double[] start(int[] categories, int parameters) {
    double[][] shares = new double[categories.length][];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = new double[categories[i]];
    }
    int[] answers = new int[categories.length];
    for (int a = 0; a < forms.item.length; a++) {
      shares[forms.item[a]][forms.code[a]]++;
      answers[forms.item[a]]++;
    }
    double[] x = new double[parameters];
    int at = 0;
    for (int i = 0; i < shares.length; i++) {
      for (int k = 0; k < shares[i].length; k++) {
        shares[i][k] /= answers[i];
      }
      for (int k = 1; k < shares[i].length; k++) {
        x[at++] = model.start(shares[i], k);
      }
    }
    x[parameters - 2] = START;
    x[parameters - 1] = START;
    return x;
  }

  private Fitted result(
      RandomObjective objective,
      double[] x,
      double minusLogLik,
      double[][] covariance,
      QuasiNewton search) {
    int n = x.length;
    double sigma = x[n - 2];
    double tau = x[n - 1];
    Side subjects = objective.propagation.subjects;
    Side raters = objective.propagation.raters;
    List<Subject> standings = new ArrayList<>();
    Grouping who = ratings.subjects();
    for (int s = 0; s < forms.subjects; s++) {
      double sd = Math.sqrt(subjects.variance(s));
      standings.add(new Subject(who.label(s), subjects.mean(s), sd, forms.bySubject[s]));
    }
    List<Rater> severities = new ArrayList<>();
    for (int r = 0; r < forms.raters; r++) {
      double sd = Math.sqrt(raters.variance(r));
      String name = ratings.raters().label(r);
      severities.add(new Rater(name, raters.mean(r), sd, forms.byRater[r]));
    }
    double varianceSe = 2 * Math.abs(sigma) * Math.sqrt(covariance[n - 2][n - 2]);
    double raterVarianceSe = 2 * Math.abs(tau) * Math.sqrt(covariance[n - 1][n - 1]);
    return new Fitted(
        2 * minusLogLik,
        objective.parameters,
        sigma * sigma,
        search.steps(),
        search.converged(),
        RandomCheck.warnings(ratings, objective, x, search.converged()),
        items(objective.thresholds(x), covariance),
        List.copyOf(severities),
        List.copyOf(standings),
        Optional.of(new FacetResult.Random(tau * tau, raterVarianceSe, varianceSe)));
  }

  private List<Item> items(double[][] thresholds, double[][] covariance) {
    List<Item> items = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < thresholds.length; i++) {
      int steps = thresholds[i].length;
      double mean = 0;
      double variance = 0;
      List<Double> b = new ArrayList<>();
      for (int j = 0; j < steps; j++) {
        b.add(thresholds[i][j]);
        mean += thresholds[i][j] / steps;
        for (int k = 0; k < steps; k++) {
          variance += covariance[at + j][at + k] / (steps * steps);
        }
      }
      at += steps;
      String name = ratings.answers().names().get(i);
      items.add(new Item(name, mean, Math.sqrt(variance), List.copyOf(b)));
    }
    return List.copyOf(items);
  }
}
