package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Scores the subjects of a round together. Those who share raters are scored from one joint
 * posterior with the raters' severities t; everybody else alone.
 *
 * <p>Given what all other answers of the component say about the severities in a panel, as a normal
 * distribution, a subject is scored as if alone, with that as the severities' prior: the margin of
 * the joint posterior is reached exactly.
 */
final class RoundScoring {
  /**
   * Multiplications that one factorisation of the severities may take: as much as 2,000 severities
   * take that all hang together. Subjects tied more closely are scored one by one.
   */
  static final double MOST_WORK = 2000.0 * 2000 * 2000 / 3;

  private final RatingModel model;
  private final List<SubjectRatings> ratings;
  private final List<Needs> needs;
  private final IntPredicate keepSource;
  private final double mostWork;
  private final SubjectScore[] out;
  private final boolean[] done;
  private final List<String> warnings = new ArrayList<>();

  RoundScoring(
      RatingModel model, List<SubjectRatings> ratings, List<Needs> needs, double mostWork) {
    Check.that(ratings.size() == needs.size(), "every subject comes with needs, or none of them");
    this.model = model;
    this.ratings = ratings;
    this.needs = needs;
    this.mostWork = mostWork;
    int self = model.structure().selfSource();
    keepSource = g -> g != self;
    out = new SubjectScore[ratings.size()];
    done = new boolean[ratings.size()];
  }

  RoundScore score() {
    ModelTerms terms = model.terms();
    List<Panel> panels = ratings.stream().map(r -> Panel.of(terms, r, keepSource)).toList();
    for (SharedRaters.Component component : SharedRaters.components(terms, ratings, panels)) {
      Optional<EliminationOrder> order =
          EliminationOrder.of(component.members(), component.variance().size(), mostWork);
      if (order.isEmpty()) {
        warnings.add(alone(component, "hang together too closely"));
      } else if (!score(component, panels, order.get())) {
        warnings.add(alone(component, "did not settle on common values"));
      }
    }
    Arrays.parallelSetAll(out, p -> done[p] ? out[p] : model.score(ratings.get(p), needs.get(p)));
    return new RoundScore(List.of(out), warnings);
  }

  private static String alone(SharedRaters.Component component, String why) {
    return component.subjects().size()
        + " subjects and the "
        + component.variance().size()
        + " people who rate several of them "
        + why
        + " to tell these people's severity. Each subject was scored from the answers about them"
        + " alone, which is right but less exact. Score parts of the organisation apart to have"
        + " it told.";
  }

  /** False when the search did not settle. */
  private boolean score(
      SharedRaters.Component component, List<Panel> panels, EliminationOrder order) {
    ModelTerms terms = model.terms();
    List<Panel> own = component.subjects().stream().map(panels::get).toList();
    State[] alone = new State[own.size()];
    Arrays.parallelSetAll(alone, n -> PosteriorMode.find(terms, own.get(n)).state);
    component.tellApart(panels);
    List<SubjectInRound> subjects = new ArrayList<>();
    for (int n = 0; n < own.size(); n++) {
      subjects.add(new SubjectInRound(terms, own.get(n), component.members().get(n), alone[n]));
    }
    double[] prior = component.variance().stream().mapToDouble(v -> 1 / v).toArray();
    SharedMode shared = new SharedMode(subjects, order, prior);
    if (shared.outcome != Outcome.CONVERGED) {
      return false;
    }
    SubjectScore[] scores = new ComponentScores(model, shared).assemble(n -> need(component, n));
    for (int n = 0; n < scores.length; n++) {
      out[component.subjects().get(n)] = scores[n];
      done[component.subjects().get(n)] = true;
    }
    return true;
  }

  private Needs need(SharedRaters.Component component, int n) {
    return needs.get(component.subjects().get(n));
  }
}
