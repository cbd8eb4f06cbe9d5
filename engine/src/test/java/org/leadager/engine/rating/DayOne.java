package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.TrueParameters;

/**
 * The Leadager instrument as it stands on day one, for tests: 18 competences, 1, 2 or 4 items each,
 * sources self, boss, peer, report, and how unsure the item parameters are.
 */
final class DayOne {
  static final int SELF = 0;
  static final int BOSS = 1;
  static final int PEER = 2;
  static final int REPORT = 3;
  private static final int COMPETENCES = 18;
  private static final double[] CENTRES = {-3.9, -2.65, -1.4, 0, 1.75};
  private static final double[] MEDIAN = {1.5, 1.35, 1.25, 1.05};
  private static final double[] LOG_SD = {.30, .35, .35, .40};
  private static final double REVERSED_SHIFT = -.4;

  final RatingStructure structure;
  final RatingPriors priors;

  /** With its uncertainty. */
  final ItemParameters believed;

  private DayOne(RatingStructure structure, RatingPriors priors, ItemParameters believed) {
    this.structure = structure;
    this.priors = priors;
    this.believed = believed;
  }

  static DayOne items(int perCompetence) {
    RatingStructure.Builder b = RatingStructure.builder(2, COMPETENCES, 4).selfSource(SELF);
    b.with(Effect.values());
    for (int c = 0; c < COMPETENCES; c++) {
      List<Double> weights = c < 7 ? List.of(1., 0.) : c < 14 ? List.of(0., 1.) : List.of(.55, .55);
      for (int i = 0; i < perCompetence; i++) {
        b.item(new RatingItem(weights, c, c < 7 ? 1 : c < 14 ? -1 : 0, CENTRES.length + 1));
      }
    }
    RatingStructure structure = b.build();
    RatingPriors.Builder p = RatingPriors.builder(structure).axisCorrelation(0, 1, .65);
    p.competenceSd(.30).sourceSd(.45).slantSd(.35).testletSd(.35).severityShare(.3);
    p.self(.5, .25, .9).haloVariance(BOSS, .9).haloVariance(PEER, 1.5).haloVariance(REPORT, 2);
    return new DayOne(structure, p.build(), believed(structure, perCompetence));
  }

  private static ItemParameters believed(RatingStructure structure, int perCompetence) {
    ItemParameters.Builder items = ItemParameters.builder(structure).commonShiftSd(.4);
    for (int i = 0; i < structure.items().size(); i++) {
      int level = i % perCompetence;
      double shift = level == 3 ? REVERSED_SHIFT : 0;
      items.item(i, MEDIAN[level], Arrays.stream(CENTRES).map(b -> b + shift).toArray());
      items.uncertainty(i, new ItemUncertainty(LOG_SD[level], .5, .35, .2));
    }
    return items.build();
  }

  /** What the parameters might truly be. */
  ItemParameters truth(Draws draws) {
    return TrueParameters.draw(structure, believed, draws);
  }

  RatingModel model(ItemParameters parameters) {
    return new RatingModel(structure, parameters, priors);
  }

  RatingSimulator simulator(ItemParameters truth) {
    return new RatingSimulator(structure, truth, priors);
  }

  /** One boss, then so many peers and reports. */
  static List<Integer> panel(int peers, int reports) {
    List<Integer> sources = new ArrayList<>(List.of(BOSS));
    for (int r = 0; r < peers + reports; r++) {
      sources.add(r < peers ? PEER : REPORT);
    }
    return sources;
  }
}
