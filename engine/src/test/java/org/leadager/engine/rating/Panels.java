package org.leadager.engine.rating;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The Leadager instrument and panels drawn from the model itself, for tests: 7 competences of
 * management, 7 of leadership, 4 shared; sources boss, peer, report.
 */
final class Panels {
  static final int COMPETENCES = 18;
  static final int[] DEFAULT_PANEL = {0, 1, 1, 1, 1, 2, 2, 2, 2};
  private static final double[] HALO = {.9, 1.5, 2.0};
  private static final double[] CENTRES = {-3.9, -2.65, -1.4, 0, 1.75};
  private static final double RHO = .65;

  final RatingStructure structure;
  final RatingPriors priors;
  final ItemParameters parameters;
  private final boolean sources;

  /** An instrument with new item parameters, with or without true differences between sources. */
  Panels(int itemsPerCompetence, boolean sources, RandomGenerator random) {
    this.sources = sources;
    structure = structure(itemsPerCompetence, sources);
    RatingPriors.Builder p = RatingPriors.builder(structure).axisCorrelation(0, 1, RHO);
    p.competenceSd(.30).slantSd(.35).testletSd(.35);
    if (sources) {
      p.sourceSd(.45);
    }
    for (int g = 0; g < HALO.length; g++) {
      p.haloVariance(g, HALO[g]);
    }
    priors = p.build();
    ItemParameters.Builder items = ItemParameters.builder(structure);
    for (int i = 0; i < structure.items().size(); i++) {
      items.item(i, Math.exp(Math.log(1.3) + .35 * random.nextGaussian()), thresholds(random));
    }
    parameters = items.build();
  }

  private static RatingStructure structure(int itemsPerCompetence, boolean sources) {
    RatingStructure.Builder b = RatingStructure.builder(2, COMPETENCES, HALO.length);
    b.with(Effect.COMPETENCE, Effect.SLANT, Effect.TESTLET);
    if (sources) {
      b.with(Effect.SOURCE);
    }
    for (int c = 0; c < COMPETENCES; c++) {
      List<Double> weights = c < 7 ? List.of(1., 0.) : c < 14 ? List.of(0., 1.) : List.of(.55, .55);
      int slant = c < 7 ? 1 : c < 14 ? -1 : 0;
      for (int i = 0; i < itemsPerCompetence; i++) {
        b.item(new RatingItem(weights, c, slant, CENTRES.length + 1));
      }
    }
    return b.build();
  }

  /** An item's shift and each threshold's jitter; draws out of order are drawn again. */
  private static double[] thresholds(RandomGenerator random) {
    double[] b = new double[CENTRES.length];
    boolean ordered;
    do {
      double shift = .5 * random.nextGaussian();
      ordered = true;
      for (int k = 0; k < b.length; k++) {
        b[k] = CENTRES[k] + shift + .35 * random.nextGaussian();
        ordered &= k == 0 || b[k] > b[k - 1];
      }
    } while (!ordered);
    return b;
  }

  /** Two correlated standard normal axes. */
  static double[] person(RandomGenerator random) {
    double m = random.nextGaussian();
    return new double[] {m, RHO * m + Math.sqrt(1 - RHO * RHO) * random.nextGaussian()};
  }

  /** Answers about a person with these axes from raters of these sources. */
  SubjectRatings answers(double[] axes, int[] panel, RandomGenerator random) {
    SubjectRatings.Builder b = SubjectRatings.builder(structure);
    double[] s = normals(COMPETENCES, .30, random);
    double[] delta = normals(HALO.length, sources ? .45 : 0, random);
    for (int source : panel) {
      int rater = b.rater(source);
      double halo = Math.sqrt(HALO[source]) * random.nextGaussian() + delta[source];
      double slant = .35 * random.nextGaussian();
      double[] v = normals(COMPETENCES, .35, random);
      for (int i = 0; i < structure.items().size(); i++) {
        RatingItem item = structure.items().get(i);
        int c = item.competence();
        double eta = s[c] + halo + item.slant() * slant + v[c];
        for (int a = 0; a < axes.length; a++) {
          eta += item.weights().get(a) * axes[a];
        }
        b.rating(rater, i, answer(i, source, eta, random.nextDouble()));
      }
    }
    return b.build();
  }

  private int answer(int item, int source, double eta, double uniform) {
    int answer = 1;
    for (double b : parameters.thresholds(item, source)) {
      answer += uniform < 1 / (1 + Math.exp(-parameters.slope(item) * (eta - b))) ? 1 : 0;
    }
    return answer;
  }

  private static double[] normals(int n, double sd, RandomGenerator random) {
    double[] drawn = new double[n];
    for (int i = 0; i < n; i++) {
      drawn[i] = sd * random.nextGaussian();
    }
    return drawn;
  }
}
