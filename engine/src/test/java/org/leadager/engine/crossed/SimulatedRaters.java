package org.leadager.engine.crossed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.data.Ratings;

/** Answers drawn from θ ~ N(0, 1.2²), s ~ N(0, .7²) and known thresholds. */
final class SimulatedRaters {
  static final int CATEGORIES = 4;
  final Ratings ratings;
  final int items;
  private final double[] severity;

  private SimulatedRaters(
      int subjects, int per, int items, StepModel model, SplittableRandom random, Panel panel) {
    this.items = items;
    this.severity = new double[panel.raters];
    for (int r = 0; r < severity.length; r++) {
      severity[r] = 0.7 * random.nextGaussian();
    }
    List<String> who = new ArrayList<>();
    List<String> by = new ArrayList<>();
    double[][] y = new double[items][subjects * per];
    for (int s = 0; s < subjects; s++) {
      double theta = 1.2 * random.nextGaussian();
      for (int j = 0; j < per; j++) {
        int rater = panel.choice.applyAsInt(s, j);
        for (int i = 0; i < items; i++) {
          y[i][who.size()] = draw(thresholds(i), theta - severity[rater], model, random);
        }
        who.add("s" + s);
        by.add("r" + rater);
      }
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      names.add("item" + i);
    }
    ratings = new Ratings(ItemResponses.of(names, y), Grouping.of(who), Grouping.of(by));
  }

  private record Panel(int raters, IntBinaryOperator choice) {}

  static SimulatedRaters nested(int subjects, int per, int items, StepModel model, long seed) {
    Panel panel = new Panel(subjects * per, (s, j) -> s * per + j);
    return new SimulatedRaters(subjects, per, items, model, new SplittableRandom(seed), panel);
  }

  static SimulatedRaters crossed(int subjects, int raters, int items, StepModel model, long seed) {
    Panel panel = new Panel(raters, (s, j) -> j);
    return new SimulatedRaters(subjects, raters, items, model, new SplittableRandom(seed), panel);
  }

  static SimulatedRaters sparse(
      int subjects, int raters, int per, int items, StepModel model, long seed) {
    SplittableRandom choice = new SplittableRandom(seed + 1);
    Panel panel = new Panel(raters, (s, j) -> choice.nextInt(raters));
    return new SimulatedRaters(subjects, per, items, model, new SplittableRandom(seed), panel);
  }

  private static int draw(double[] b, double eta, StepModel model, SplittableRandom random) {
    double[] chance = BruteForce.chances(model, b, eta);
    double u = random.nextDouble();
    int k = 0;
    double sum = chance[0];
    while (u > sum && k < b.length) {
      sum += chance[++k];
    }
    return k;
  }

  static double[] thresholds(int item) {
    return new double[] {-1.2 + 0.3 * item, 0.1 + 0.2 * item, 1.3};
  }

  /** The true thresholds and these SDs as the objective wants them. */
  double[] parameters(double sigma, double tau) {
    double[] x = new double[items * (CATEGORIES - 1) + 2];
    for (int i = 0; i < items; i++) {
      System.arraycopy(thresholds(i), 0, x, i * (CATEGORIES - 1), CATEGORIES - 1);
    }
    x[x.length - 2] = sigma;
    x[x.length - 1] = tau;
    return x;
  }

  double severity(String rater) {
    return severity[Integer.parseInt(rater.substring(1))];
  }
}
