package org.leadager.engine.rating;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The top of the joint log posterior of subjects who share raters, by Newton's method with
 * step-halving as for one subject: each subject's own unknowns are eliminated, the severities are
 * solved for together, and each subject follows.
 */
final class SharedMode {
  final List<SubjectInRound> subjects;
  final List<int[]> members;
  private final EliminationOrder order;
  private final double[] prior;
  private final double[] severity;
  private @Nullable SeverityFactor factor;
  Outcome outcome = Outcome.NOT_CONVERGED;
  int iterations;

  /**
   * @param prior prior precision of each severity
   */
  SharedMode(List<SubjectInRound> subjects, EliminationOrder order, double[] prior) {
    this.subjects = subjects;
    this.order = order;
    this.prior = prior;
    members = subjects.stream().map(s -> s.members).toList();
    severity = new double[order.size];
    search();
  }

  int severities() {
    return order.size;
  }

  /** The factor of T at the top. */
  SeverityFactor factor() {
    if (factor == null) {
      throw new IllegalStateException("there is no top");
    }
    return factor;
  }

  private void search() {
    double[] step = new double[order.size];
    double value = value(severity, subjects.stream().mapToDouble(s -> s.logPosterior).toArray());
    while (iterations < PosteriorMode.MAX_STEPS) {
      each(SubjectInRound::reduce);
      List<double[]> shares = subjects.stream().map(s -> s.information).toList();
      factor = SeverityFactor.of(order, members, shares, prior);
      if (factor == null) {
        return;
      }
      double largest = step(step);
      iterations++;
      if (largest < PosteriorMode.LAST_STEP) {
        each(SubjectInRound::finish);
        outcome = Outcome.CONVERGED;
        return;
      }
      double next = climb(step, value);
      if (Double.isNaN(next)) {
        return;
      }
      value = next;
    }
  }

  /** Fills the severities' step, lets each subject follow, and returns the largest number. */
  private double step(double[] step) {
    for (int t = 0; t < order.size; t++) {
      step[t] = -prior[t] * severity[t];
    }
    for (SubjectInRound subject : subjects) {
      for (int j = 0; j < subject.members.length; j++) {
        step[subject.members[j]] += subject.score[j];
      }
    }
    factor().solve(step, 1);
    double[] largest = new double[subjects.size()];
    Arrays.parallelSetAll(largest, p -> subjects.get(p).advance(step));
    return Arrays.stream(largest).max().orElse(0);
  }

  /** Goes along the step, halved until the posterior does not fall; NaN when it always does. */
  private double climb(double[] step, double value) {
    double part = 1;
    double[] trial = new double[order.size];
    double[] looked = new double[subjects.size()];
    for (int halving = 0; halving < PosteriorMode.MAX_HALVINGS; halving++) {
      double t = part;
      Arrays.setAll(trial, j -> severity[j] + t * step[j]);
      Arrays.parallelSetAll(looked, p -> subjects.get(p).look(t));
      double next = value(trial, looked);
      if (next >= value - PosteriorMode.ROUNDING * Math.abs(value)) {
        System.arraycopy(trial, 0, severity, 0, trial.length);
        for (int p = 0; p < looked.length; p++) {
          subjects.get(p).go(looked[p]);
        }
        return next;
      }
      part /= 2;
    }
    return Double.NaN;
  }

  private double value(double[] severities, double[] ofSubjects) {
    double sum = 0;
    for (double one : ofSubjects) {
      sum += one;
    }
    for (int t = 0; t < severities.length; t++) {
      sum -= severities[t] * severities[t] * prior[t] / 2;
    }
    return sum;
  }

  /** Subjects side by side: none touches what another reads. */
  void each(Consumer<SubjectInRound> work) {
    subjects.parallelStream().forEach(work);
  }
}
