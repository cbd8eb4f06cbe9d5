package org.leadager.engine.facets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetResult.Fitted;
import org.leadager.engine.facets.FacetResult.Refused;

/**
 * Many-facet models (Linacre 1989) by marginal maximum likelihood: chances of the answers to item i
 * depend on θ_subject − severity_rater and on the item's thresholds as {@link FacetModel} says, θ ~
 * N(0, σ²), severities fixed and summing to zero. docs/methods/many-facet.md.
 */
public final class ManyFacet {
  private static final int LIMIT = 2000;
  private static final double TOLERANCE = 1e-7;
  private static final int MOST_POINTS = 481;
  private static final double FARTHEST = 50;

  /** Severities this far out that still move are on their way to infinity. */
  private static final double UNLIKELY = 12;

  private static final String NO_MAXIMUM =
      "The likelihood has no finite maximum: raters share no category of an item, or the answers"
          + " about each subject are all alike; join categories or add raters or subjects.";
  private final FacetData data;
  private FacetState state;
  private double logLik;
  private int passes;
  private boolean converged;

  private ManyFacet(FacetData data, FacetModel model) {
    this.data = data;
    this.state = new FacetState(data, model.categories());
  }

  /** Fits the model to all answers. */
  public static FacetResult fit(Ratings ratings, FacetModel model) {
    FacetData data = new FacetData(ratings);
    Optional<String> reason = FacetChecks.refusal(data);
    return reason.isPresent() ? new Refused(reason.get()) : new ManyFacet(data, model).run();
  }

  private FacetResult run() {
    FacetEm em = new FacetEm(data, 61, 8);
    iterate(em);
    double range = Math.max(8, 6 * state.sigma());
    int points = 61;
    while (!adrift(FARTHEST) && points < MOST_POINTS && tooCoarse(em, range, points)) {
      points = 2 * points - 1;
      em = new FacetEm(data, points, range);
      iterate(em);
    }
    if (diverged(em)) {
      return new Refused(NO_MAXIMUM);
    }
    FacetErrors errors = FacetErrors.of(em, state);
    return loose(errors) ? new Refused(NO_MAXIMUM) : result(em, errors);
  }

  /** A severity far out that hardly any likelihood holds there only looks settled. */
  private boolean loose(FacetErrors errors) {
    for (int r = 0; r < data.raters(); r++) {
      double far = Math.abs(state.x[state.severity + r]);
      if (far > UNLIKELY && !(errors.parameter[state.severity + r] < far / 2)) {
        return true;
      }
    }
    return false;
  }

  /** Answers that raters or subjects separate perfectly push a parameter to infinity. */
  private boolean diverged(FacetEm em) {
    return adrift(converged ? FARTHEST : UNLIKELY)
        || em.node[em.node.length - 1] < 3 * state.sigma();
  }

  private boolean adrift(double bound) {
    for (int r = 0; r < data.raters(); r++) {
      if (!(Math.abs(state.x[state.severity + r]) < bound)) {
        return true;
      }
    }
    return !Double.isFinite(logLik);
  }

  /** Narrow posteriors need spacing below their deviation; wide populations need a wide range. */
  private boolean tooCoarse(FacetEm em, double range, int points) {
    double reach = em.node[em.node.length - 1];
    return reach < 5 * state.sigma() || narrowest(em) < 2 * range / (points - 1);
  }

  private double narrowest(FacetEm em) {
    double[] sd = new double[data.subjects()];
    for (int s = 0; s < sd.length; s++) {
      sd[s] = moments(em, s)[1];
    }
    Arrays.sort(sd);
    return sd[sd.length / 20];
  }

  private void iterate(FacetEm em) {
    converged = false;
    logLik = expect(em, state);
    while (!converged && !adrift(FARTHEST) && passes < LIMIT) {
      FacetState one = em.maximise(state);
      double first = expect(em, one);
      FacetState two = em.maximise(one);
      double change = largest(one.x, two.x);
      FacetState jump = two.with(extrapolate(state.x, one.x, two.x));
      jump.centre();
      double value = jump.valid() ? expect(em, jump) : Double.NaN;
      if (Double.isFinite(value) && value >= first) {
        state = jump;
        logLik = value;
      } else {
        state = two;
        logLik = expect(em, two);
      }
      converged = change < TOLERANCE;
    }
  }

  private double expect(FacetEm em, FacetState at) {
    passes++;
    return em.expect(at);
  }

  private static double[] extrapolate(double[] x0, double[] x1, double[] x2) {
    double rr = 0;
    double vv = 0;
    for (int i = 0; i < x0.length; i++) {
      double r = x1[i] - x0[i];
      double v = x2[i] - x1[i] - r;
      rr += r * r;
      vv += v * v;
    }
    double alpha = vv == 0 ? -1 : Math.min(-1, -Math.sqrt(rr / vv));
    double[] jump = new double[x0.length];
    for (int i = 0; i < x0.length; i++) {
      double r = x1[i] - x0[i];
      jump[i] = x0[i] - 2 * alpha * r + alpha * alpha * (x2[i] - x1[i] - r);
    }
    return jump;
  }

  private static double largest(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  private static double[] moments(FacetEm em, int s) {
    double mean = 0;
    double square = 0;
    for (int q = 0; q < em.node.length; q++) {
      mean += em.post[s][q] * em.node[q];
      square += em.post[s][q] * em.node[q] * em.node[q];
    }
    return new double[] {mean, Math.sqrt(Math.max(0, square - mean * mean))};
  }

  private Fitted result(FacetEm em, FacetErrors errors) {
    List<FacetResult.Item> items = new ArrayList<>();
    for (int i = 0; i < data.items(); i++) {
      items.add(item(i, errors));
    }
    List<FacetResult.Rater> raters = new ArrayList<>();
    for (int r = 0; r < data.raters(); r++) {
      int at = state.severity + r;
      double severity = data.extreme[r] ? Double.NaN : state.x[at];
      String name = data.ratings.raters().label(r);
      raters.add(new FacetResult.Rater(name, severity, errors.parameter[at], data.answers[r]));
    }
    List<FacetResult.Subject> subjects = new ArrayList<>();
    for (int s = 0; s < data.subjects(); s++) {
      double[] m = moments(em, s);
      subjects.add(new FacetResult.Subject(data.ratings.subjects().label(s), m[0], m[1]));
    }
    return new Fitted(
        -2 * logLik,
        state.severity + data.usedRaters(),
        state.sigma() * state.sigma(),
        passes,
        converged,
        warnings(em, errors),
        List.copyOf(items),
        List.copyOf(raters),
        List.copyOf(subjects),
        Optional.empty());
  }

  private FacetResult.Item item(int i, FacetErrors errors) {
    double[] b = state.categories.thresholds(state.intercepts(i));
    List<Double> thresholds = Arrays.stream(b).boxed().toList();
    String name = data.ratings.answers().names().get(i);
    double difficulty = Arrays.stream(b).average().orElseThrow();
    return new FacetResult.Item(name, difficulty, errors.difficulty[i], thresholds);
  }

  private List<String> warnings(FacetEm em, FacetErrors errors) {
    List<String> warnings = new ArrayList<>(FacetChecks.warnings(data));
    if (!converged) {
      warnings.add("The estimates had not settled when the steps ran out: do not use them.");
    }
    double spacing = em.node[1] - em.node[0];
    if (state.sigma() < spacing) {
      warnings.add(
          "No differences between subjects were found beside those of the raters: their variance is"
              + " at its limit, 0.");
    } else if (narrowest(em) < 0.6 * spacing) {
      warnings.add("The grid is too coarse for subjects with this many answers.");
    }
    if (state.size > FacetErrors.LIMIT) {
      warnings.add("More than " + FacetErrors.LIMIT + " parameters: no standard errors.");
    } else if (Double.isNaN(errors.parameter[0])) {
      warnings.add("The information is singular here: no standard errors.");
    }
    return List.copyOf(warnings);
  }
}
