package org.leadager.engine.rating;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Turns the top of a joint posterior into each subject's score: covariances with the doubt about
 * shared severities inside, and the doubt about items, which reaches a subject through all answers
 * of the component.
 */
final class ComponentScores {
  private final RatingModel model;
  private final SharedMode shared;
  private final int size;

  /** T⁻¹ on each subject's severities, and its inverse. */
  private final double[][] covariance;

  private final double[][] precision;
  private final SubjectMode[] modes;

  ComponentScores(RatingModel model, SharedMode shared) {
    this.model = model;
    this.shared = shared;
    size = shared.subjects.size();
    covariance = shared.factor().covariances();
    precision = new double[size][];
    modes = new SubjectMode[size];
    IntStream.range(0, size).parallel().forEach(this::prepare);
  }

  /** What other answers say about subject p's severities: all that is known less the own share. */
  private void prepare(int p) {
    SubjectInRound subject = shared.subjects.get(p);
    int m = subject.members.length;
    double[] factor = covariance[p].clone();
    Check.that(Dense.cholesky(factor, m), "a covariance is not positive definite");
    precision[p] = Dense.inverse(factor, m);
    double[] elsewhere = precision[p].clone();
    for (int e = 0; e < elsewhere.length; e++) {
      elsewhere[e] -= subject.information[e];
    }
    modes[p] = subject.mode(elsewhere, shared.outcome, shared.iterations);
  }

  SubjectScore[] assemble(IntFunction<Needs> needs) {
    int width = pull(0).width();
    double[] solved = solvedPulls(width);
    SubjectScore[] out = new SubjectScore[size];
    Arrays.parallelSetAll(
        out,
        p -> {
          ItemPull pull = pull(p);
          pull.addElsewhere(elsewhere(p, shared.subjects.get(p).reduced(pull), solved, width));
          CoreEstimate core = new CoreEstimate(modes[p], pull);
          return new ScoreAssembly(model, core, needs.apply(p)).assemble();
        });
    return out;
  }

  private ItemPull pull(int p) {
    return new ItemPull(modes[p], model.columns());
  }

  /** How each severity moves with each parameter: T⁻¹ times the pull of all subjects' answers. */
  private double[] solvedPulls(int width) {
    double[] all = new double[width * shared.severities()];
    for (int p = 0; p < size && width > 0; p++) {
      SubjectInRound subject = shared.subjects.get(p);
      double[] own = subject.reduced(pull(p));
      for (int j = 0; j < subject.members.length; j++) {
        for (int c = 0; c < width; c++) {
          all[subject.members[j] * width + c] += own[j * width + c];
        }
      }
    }
    shared.factor().solve(all, width);
    return all;
  }

  /** The pull on p's severities from elsewhere under which they move as they do in all. */
  private double[] elsewhere(int p, double[] own, double[] solved, int width) {
    int[] members = shared.subjects.get(p).members;
    double[] out = new double[own.length];
    for (int j = 0; j < members.length && width > 0; j++) {
      for (int k = 0; k < members.length; k++) {
        double weight = precision[p][j * members.length + k];
        for (int c = 0; c < width; c++) {
          out[j * width + c] += weight * solved[members[k] * width + c];
        }
      }
      for (int c = 0; c < width; c++) {
        out[j * width + c] -= own[j * width + c];
      }
    }
    return out;
  }
}
