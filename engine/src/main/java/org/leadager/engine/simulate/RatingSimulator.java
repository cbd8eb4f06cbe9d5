package org.leadager.engine.simulate;

import java.util.ArrayList;
import java.util.List;
import org.leadager.engine.rating.Effect;
import org.leadager.engine.rating.ItemParameters;
import org.leadager.engine.rating.RatingItem;
import org.leadager.engine.rating.RatingPriors;
import org.leadager.engine.rating.RatingStructure;
import org.leadager.engine.rating.SubjectRatings;

/**
 * Draws people, raters and answers from the Leadager rating model. Immutable; all randomness comes
 * from the {@link Draws} that are passed in.
 *
 * <p>The shortest use, one panel drawn altogether from the priors:
 *
 * <pre>{@code
 * var simulator = new RatingSimulator(structure, parameters, priors);
 * SimulatedPanel panel = simulator.panel(List.of(boss, peer, peer, peer), Draws.seeded(7));
 * int answer = panel.answers().get(rater).get(item); // 1 … categories
 * }</pre>
 */
public final class RatingSimulator {
  private final RatingStructure structure;
  private final ItemParameters parameters;
  private final RatingPriors priors;
  private final CorrelatedNormals axes;

  /** The parameters are taken as the truth; {@link TrueParameters} draws some from beliefs. */
  public RatingSimulator(
      RatingStructure structure, ItemParameters parameters, RatingPriors priors) {
    this.structure = structure;
    this.parameters = parameters;
    this.priors = priors;
    int n = structure.axes();
    double[][] correlation = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        correlation[i][j] = priors.axisCorrelation(i, j);
      }
    }
    axes = new CorrelatedNormals(correlation);
  }

  /** A subject drawn from the priors. */
  public SubjectTruth subject(Draws draws) {
    List<Double> drawn = new ArrayList<>();
    for (double axis : axes.next(draws)) {
      drawn.add(axis);
    }
    return subject(drawn, draws);
  }

  /** A subject with these axes, the rest drawn from the priors. */
  public SubjectTruth subject(List<Double> givenAxes, Draws draws) {
    requireSize(givenAxes, structure.axes(), "axes");
    double variance = structure.has(Effect.COMPETENCE) ? priors.competenceVariance() : 0;
    List<Double> competences = normals(structure.competences(), variance, draws);
    return new SubjectTruth(givenAxes, competences, sourceViews(draws));
  }

  /**
   * A subject with these axes and these levels of the competences, on the scale of {@link
   * #level(SubjectTruth, int)}; what the sources see beyond that is drawn.
   */
  public SubjectTruth subjectWithLevels(List<Double> givenAxes, List<Double> levels, Draws draws) {
    requireSize(givenAxes, structure.axes(), "axes");
    requireSize(levels, structure.competences(), "competences");
    List<Double> own = new ArrayList<>();
    for (int c = 0; c < levels.size(); c++) {
      own.add(levels.get(c) - fromAxes(givenAxes, c));
    }
    return new SubjectTruth(givenAxes, own, sourceViews(draws));
  }

  /** Level of a competence: w_c · axes + s_c. */
  public double level(SubjectTruth subject, int competence) {
    return fromAxes(subject.axes(), competence) + subject.competences().get(competence);
  }

  private double fromAxes(List<Double> givenAxes, int competence) {
    double sum = 0;
    for (int a = 0; a < structure.axes(); a++) {
      sum += structure.competenceWeight(competence, a) * givenAxes.get(a);
    }
    return sum;
  }

  private List<Double> sourceViews(Draws draws) {
    double variance = structure.has(Effect.SOURCE) ? priors.sourceVariance() : 0;
    return normals(structure.sources(), variance, draws);
  }

  /** A rater of this source who rates nobody else. */
  public RaterTruth rater(int source, Draws draws) {
    return rater(source, severity(source, draws), draws);
  }

  /** A severity t as raters of this source have it, to be shared by all whom a rater rates. */
  public double severity(int source, Draws draws) {
    double variance = priors.severityShare() * priors.haloVariance(source);
    return StrictMath.sqrt(variance) * draws.normal();
  }

  /** A rater of this source about one subject, with the severity they have about everybody. */
  public RaterTruth rater(int source, double severity, Draws draws) {
    double rest = (1 - priors.severityShare()) * priors.haloVariance(source);
    double halo = priors.haloMean(source) + severity + StrictMath.sqrt(rest) * draws.normal();
    double slantVariance = structure.has(Effect.SLANT) ? priors.slantVariance() : 0;
    double slant = StrictMath.sqrt(slantVariance) * draws.normal();
    double testlets = structure.has(Effect.TESTLET) ? priors.testletVariance() : 0;
    return new RaterTruth(source, halo, slant, normals(structure.competences(), testlets, draws));
  }

  /** One answer to every item in its order, each 1 … categories. */
  public List<Integer> answers(SubjectTruth subject, RaterTruth rater, Draws draws) {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < structure.items().size(); i++) {
      out.add(answer(i, rater.source(), eta(i, subject, rater), draws));
    }
    return out;
  }

  private double eta(int i, SubjectTruth subject, RaterTruth rater) {
    RatingItem item = structure.items().get(i);
    double eta = subject.sources().get(rater.source()) + rater.halo();
    for (int a = 0; a < structure.axes(); a++) {
      eta += item.weights().get(a) * subject.axes().get(a);
    }
    int c = item.competence();
    if (c != RatingItem.NO_COMPETENCE) {
      eta += subject.competences().get(c) + rater.testlets().get(c);
    }
    return eta + item.slant() * rater.slant();
  }

  /** Y ≥ k exactly when a (η − b_k) exceeds a logistic number, the same one for every k. */
  private int answer(int i, int source, double eta, Draws draws) {
    double bar = draws.logistic();
    int answer = 1;
    for (int k = 0; k < structure.items().get(i).categories() - 1; k++) {
      boolean reached = parameters.slope(i) * (eta - parameters.threshold(i, source, k)) > bar;
      answer += reached ? 1 : 0;
    }
    return answer;
  }

  /** A subject from the priors and one rater for each of these sources, with all their answers. */
  public SimulatedPanel panel(List<Integer> sources, Draws draws) {
    return panel(subject(draws), sources, draws);
  }

  /**
   * One rater for each of these sources about this subject, with all their answers. A self-rater
   * sees the same axes as the others do, with their leniency on top.
   */
  public SimulatedPanel panel(SubjectTruth subject, List<Integer> sources, Draws draws) {
    SubjectRatings.Builder ratings = SubjectRatings.builder(structure);
    List<RaterTruth> raters = new ArrayList<>();
    List<List<Integer>> all = new ArrayList<>();
    for (int source : sources) {
      RaterTruth rater = rater(source, draws);
      List<Integer> answers = answers(subject, rater, draws);
      int r = ratings.rater(source);
      for (int i = 0; i < answers.size(); i++) {
        ratings.rating(r, i, answers.get(i));
      }
      raters.add(rater);
      all.add(answers);
    }
    return new SimulatedPanel(subject, raters, all, ratings.build());
  }

  private static List<Double> normals(int n, double variance, Draws draws) {
    double sd = StrictMath.sqrt(variance);
    List<Double> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(sd * draws.normal());
    }
    return out;
  }

  private static void requireSize(List<Double> values, int size, String what) {
    if (values.size() != size) {
      throw new IllegalArgumentException(
          "the instrument has " + size + " " + what + ", not " + values.size());
    }
  }
}
