package org.leadager.engine.facets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.data.Ratings;

/** Answers with a known truth, from chances written as the models' textbooks write them. */
final class SimulatedFacets {
  private final FacetModel model;
  private final double[][] threshold;
  private final double[] severity;
  private final double sigma;

  SimulatedFacets(FacetModel model, double[][] threshold, double[] severity, double sigma) {
    this.model = model;
    this.threshold = threshold;
    this.severity = severity;
    this.sigma = sigma;
  }

  /** Each subject is rated by {@code per} neighbouring raters. */
  Ratings draw(int subjects, int per, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> who = new ArrayList<>();
    List<String> by = new ArrayList<>();
    List<String> names = new ArrayList<>();
    double[][] y = new double[threshold.length][subjects * per];
    for (int s = 0; s < subjects; s++) {
      double theta = sigma * random.nextGaussian();
      int first = random.nextInt(severity.length);
      for (int n = 0; n < per; n++) {
        int r = (first + n) % severity.length;
        for (int i = 0; i < y.length; i++) {
          y[i][who.size()] = draw(chances(model, threshold[i], theta - severity[r]), random);
        }
        who.add("s" + s);
        by.add("r" + r);
      }
    }
    for (int i = 0; i < y.length; i++) {
      names.add("item" + i);
    }
    return new Ratings(ItemResponses.of(names, y), Grouping.of(who), Grouping.of(by));
  }

  static double[] chances(FacetModel model, double[] b, double eta) {
    double[] p = new double[b.length + 1];
    if (model == FacetModel.GRADED) {
      for (int k = 0; k <= b.length; k++) {
        double atLeast = k == 0 ? 1 : 1 / (1 + Math.exp(b[k - 1] - eta));
        p[k] = atLeast - (k == b.length ? 0 : 1 / (1 + Math.exp(b[k] - eta)));
      }
      return p;
    }
    double sum = 0;
    double exponent = 0;
    for (int k = 0; k <= b.length; k++) {
      exponent += k == 0 ? 0 : eta - b[k - 1];
      p[k] = exponent;
    }
    double most = Arrays.stream(p).max().orElseThrow();
    for (int k = 0; k <= b.length; k++) {
      p[k] = Math.exp(p[k] - most);
      sum += p[k];
    }
    for (int k = 0; k <= b.length; k++) {
      p[k] /= sum;
    }
    return p;
  }

  private static int draw(double[] p, SplittableRandom random) {
    double u = random.nextDouble() - p[0];
    int k = 0;
    while (u > 0 && k + 1 < p.length) {
      k++;
      u -= p[k];
    }
    return k;
  }
}
