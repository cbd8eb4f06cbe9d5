package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Scores subjects with given item parameters and priors:
 *
 * <p>η = w_i · axes + s_pc + δ_pg + h_pr ± x_pr + v_prc, P(Y ≥ k) = 1 / (1 + exp(−a_i (η −
 * b_igk))).
 *
 * <p>A score is the top of the subject's log posterior with the Laplace covariance there, widened
 * to first order by what is not known about the items. Instances are immutable and safe to share
 * between threads. Equation, source, oracle and limits: docs/methods/rating-model.md.
 */
public final class RatingModel {
  /** Raised whenever the same answers, parameters and priors could give other figures. */
  public static final String VERSION = "rating-2";

  private final ModelTerms terms;
  private final ParameterColumns columns;
  private final List<ExpectedAnswers> competenceAnswers = new ArrayList<>();
  private final List<@Nullable ExpectedAnswers> axisAnswers = new ArrayList<>();

  /** Half width, in SDs, of the intervals of expected answers. */
  private final double halfWidth;

  /** A model whose expected answers come with intervals of {@link FrequencyEstimate#INTERVAL}. */
  public RatingModel(RatingStructure structure, ItemParameters parameters, RatingPriors priors) {
    this(structure, parameters, priors, FrequencyEstimate.INTERVAL);
  }

  /**
   * As above, with intervals of another probability.
   *
   * @param interval probability that the interval of an expected answer holds, above 0, below 1
   */
  public RatingModel(
      RatingStructure structure, ItemParameters parameters, RatingPriors priors, double interval) {
    Check.that(interval > 0 && interval < 1, "an interval's probability is not " + interval);
    halfWidth = Normal.halfWidth(interval);
    terms = new ModelTerms(structure, parameters, priors);
    columns = new ParameterColumns(structure, parameters);
    for (int c = 0; c < structure.competences(); c++) {
      competenceAnswers.add(ExpectedAnswers.ofCompetence(terms, c));
    }
    for (int a = 0; a < structure.axes(); a++) {
      axisAnswers.add(ExpectedAnswers.ofAxis(terms, a));
    }
  }

  public RatingStructure structure() {
    return terms.structure;
  }

  public ItemParameters parameters() {
    return terms.parameters;
  }

  public RatingPriors priors() {
    return terms.priors;
  }

  /** Scores a subject from everybody's answers but their own, without needs. */
  public SubjectScore score(SubjectRatings ratings) {
    return score(ratings, Needs.none());
  }

  /** Scores a subject from everybody's answers but their own, against what the role needs. */
  public SubjectScore score(SubjectRatings ratings, Needs needs) {
    int self = terms.structure.selfSource();
    return score(ratings, needs, g -> g != self);
  }

  /**
   * Scores the subject's own answers apart: their own view of the axes, with the usual leniency
   * taken off and its doubt carried.
   */
  public SubjectScore scoreSelf(SubjectRatings ratings) {
    int self = terms.structure.selfSource();
    Check.that(self != RatingStructure.NO_SELF, "the instrument has no self source");
    return score(ratings, Needs.none(), g -> g == self);
  }

  /**
   * Scores the subjects of a round together, from everybody's answers but their own. People who
   * rate several of them, known by their {@link SubjectRatings.Builder#rater(int, double, int)
   * identity}, take the same severity to each; it is told from what is said about the subject by
   * one joint posterior of all subjects who hang together. A subject none of whose raters rates
   * anybody else gets exactly what {@link #score(SubjectRatings, Needs)} gives.
   *
   * @param subjects one set of ratings for each subject
   * @param needs what each subject's role needs, in the same order
   */
  public RoundScore scoreRound(List<SubjectRatings> subjects, List<Needs> needs) {
    return new RoundScoring(this, subjects, needs, RoundScoring.MOST_WORK).score();
  }

  private SubjectScore score(SubjectRatings ratings, Needs needs, IntPredicate keepSource) {
    Panel panel = Panel.of(terms, ratings, keepSource);
    if (panel.ratings == 0) {
      return Unscored.priorOnly(terms);
    }
    SubjectMode mode = PosteriorMode.find(terms, panel).found();
    CoreEstimate core = new CoreEstimate(mode, new ItemPull(mode, columns));
    return new ScoreAssembly(this, core, needs).assemble();
  }

  /**
   * The level of a competence at which raters of the given source answer its items, on average,
   * with the given answer.
   */
  public double neededLevel(int competence, double frequency, int source) {
    Check.index(competence, terms.structure.competences(), "competence");
    Check.index(source, terms.structure.sources(), "source");
    double[] mix = new double[terms.structure.sources()];
    mix[source] = 1;
    return competenceAnswers.get(competence).levelOf(frequency, mix);
  }

  /**
   * The level of an axis at which raters answer the items that speak about it alone, on average,
   * with the given answer; empty where there are no such items. An answer nearer than a quarter of
   * a point to an end of the scale is read as that near: no mean gets to the end.
   *
   * @param shares each source's share of the raters, by source index; they sum to 1
   */
  public OptionalDouble axisLevel(int axis, double frequency, List<Double> shares) {
    Check.index(axis, terms.structure.axes(), "axis");
    Check.that(shares.size() == terms.structure.sources(), "every source needs its share");
    ExpectedAnswers answers = axisAnswers.get(axis);
    return answers == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            answers.levelOf(frequency, shares.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  double halfWidth() {
    return halfWidth;
  }

  ModelTerms terms() {
    return terms;
  }

  ParameterColumns columns() {
    return columns;
  }

  ExpectedAnswers competenceAnswers(int c) {
    return competenceAnswers.get(c);
  }

  @Nullable ExpectedAnswers axisAnswers(int a) {
    return axisAnswers.get(a);
  }
}
