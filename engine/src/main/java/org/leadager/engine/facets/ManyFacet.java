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
  private static final int GRIDS = 12;
  private static final double FARTHEST = 50;

  /** Severities this far out that still move are on their way to infinity. */
  private static final double UNLIKELY = 12;

  private static final String NO_MAXIMUM =
      "The likelihood has no finite maximum: raters share no category of an item, or the answers"
          + " about each subject are all alike; join categories or add raters or subjects.";
  private final FacetData data;
  private final FacetSearch search;

  private ManyFacet(FacetData data, FacetModel model) {
    this.data = data;
    this.search = new FacetSearch(new FacetState(data, model.categories()));
  }

  /** Fits the model to all answers. */
  public static FacetResult fit(Ratings ratings, FacetModel model) {
    FacetData data = new FacetData(ratings);
    Optional<String> reason = FacetChecks.refusal(data);
    return reason.isPresent() ? new Refused(reason.get()) : new ManyFacet(data, model).run();
  }

  private FacetResult run() {
    FacetEm em = new FacetEm(data, FacetGrid.FIRST_POINTS, FacetGrid.FIRST_REACH);
    search.run(em, FARTHEST);
    for (int grid = 1; grid < GRIDS && !search.adrift(FARTHEST); grid++) {
      Optional<FacetState> woken = FacetGrid.woken(em, search.state);
      FacetState start = woken.orElse(search.state);
      Optional<FacetEm> better = FacetGrid.better(em, start, woken.isPresent());
      if (better.isEmpty()) {
        break;
      }
      em = better.get();
      search.state = start;
      search.run(em, FARTHEST);
    }
    if (diverged(em)) {
      return new Refused(NO_MAXIMUM);
    }
    FacetErrors errors = FacetErrors.of(em, search.state);
    return loose(errors) ? new Refused(NO_MAXIMUM) : result(em, errors);
  }

  /** A severity far out that hardly any likelihood holds there only looks settled. */
  private boolean loose(FacetErrors errors) {
    for (int r = 0; r < data.raters(); r++) {
      double far = Math.abs(search.state.x[search.state.severity + r]);
      if (far > UNLIKELY && !(errors.parameter[search.state.severity + r] < far / 2)) {
        return true;
      }
    }
    return false;
  }

  /** Answers that raters or subjects separate perfectly push a parameter to infinity. */
  private boolean diverged(FacetEm em) {
    return search.adrift(search.converged ? FARTHEST : UNLIKELY)
        || em.reach() < 4.5 * search.state.sigma();
  }

  private Fitted result(FacetEm em, FacetErrors errors) {
    List<FacetResult.Item> items = new ArrayList<>();
    for (int i = 0; i < data.items(); i++) {
      items.add(item(i, errors));
    }
    List<FacetResult.Rater> raters = new ArrayList<>();
    for (int r = 0; r < data.raters(); r++) {
      int at = search.state.severity + r;
      double severity = data.extreme[r] ? Double.NaN : search.state.x[at];
      String name = data.ratings.raters().label(r);
      raters.add(new FacetResult.Rater(name, severity, errors.parameter[at], data.answers[r]));
    }
    List<FacetResult.Subject> subjects = new ArrayList<>();
    for (int s = 0; s < data.subjects(); s++) {
      double[] m = em.moments(s);
      String name = data.ratings.subjects().label(s);
      subjects.add(new FacetResult.Subject(name, m[0], m[1], data.answersAbout(s)));
    }
    return new Fitted(
        -2 * search.logLik,
        search.state.severity + data.usedRaters(),
        em.flat(search.state) ? 0 : search.state.sigma() * search.state.sigma(),
        search.passes(),
        search.converged,
        warnings(em, errors),
        List.copyOf(items),
        List.copyOf(raters),
        List.copyOf(subjects),
        Optional.empty());
  }

  private FacetResult.Item item(int i, FacetErrors errors) {
    double[] b = search.state.categories.thresholds(search.state.intercepts(i));
    List<Double> thresholds = Arrays.stream(b).boxed().toList();
    String name = data.ratings.answers().names().get(i);
    double difficulty = Arrays.stream(b).average().orElseThrow();
    return new FacetResult.Item(name, difficulty, errors.difficulty[i], thresholds);
  }

  private List<String> warnings(FacetEm em, FacetErrors errors) {
    List<String> warnings = new ArrayList<>(FacetChecks.warnings(data));
    if (!search.converged) {
      warnings.add("The estimates had not settled when the steps ran out: do not use them.");
    }
    double spacing = em.spacing();
    if (em.flat(search.state)) {
      warnings.add(
          "No differences between subjects were found beside those of the raters: their variance is"
              + " at its limit, 0.");
    } else if (FacetGrid.narrowest(em) < 0.6 * spacing) {
      warnings.add("The grid is too coarse for subjects with this many answers.");
    }
    if (search.state.size > FacetErrors.LIMIT) {
      warnings.add("More than " + FacetErrors.LIMIT + " parameters: no standard errors.");
    } else if (Double.isNaN(errors.parameter[0])) {
      warnings.add("The information is singular here: no standard errors.");
    }
    return List.copyOf(warnings);
  }
}
