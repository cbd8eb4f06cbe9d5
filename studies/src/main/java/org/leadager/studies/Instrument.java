package org.leadager.studies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.leadager.engine.rating.Effect;
import org.leadager.engine.rating.ItemParameters;
import org.leadager.engine.rating.ItemUncertainty;
import org.leadager.engine.rating.RatingItem;
import org.leadager.engine.rating.RatingModel;
import org.leadager.engine.rating.RatingPriors;
import org.leadager.engine.rating.RatingStructure;
import org.leadager.engine.rating.SubjectRatings;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.SubjectTruth;
import org.leadager.engine.simulate.TrueParameters;

/** An instrument of the size of Leadager's, scored as on day one: unsure of its items. */
record Instrument(RatingModel model, ItemParameters truth, RatingSimulator simulator) {
  private static final int BOSS = 1;
  private static final int PEER = 2;
  private static final int REPORT = 3;
  private static final double[] STEPS = {-3.9, -2.65, -1.4, 0, 1.75};

  private static final double SOURCE_SHIFT_SD = .2;

  /** 18 competences with 1 to 4 items each; sources self, boss, peers, reports. */
  static Instrument of(int itemsPerCompetence) {
    RatingStructure.Builder b = RatingStructure.builder(2, 18, 4).selfSource(0);
    b.with(Effect.values());
    for (int i = 0; i < 18 * itemsPerCompetence; i++) {
      int c = i / itemsPerCompetence;
      List<Double> w = c < 7 ? List.of(1., 0.) : c < 14 ? List.of(0., 1.) : List.of(.55, .55);
      b.item(new RatingItem(w, c, c < 7 ? 1 : c < 14 ? -1 : 0, STEPS.length + 1));
    }
    RatingStructure structure = b.build();
    RatingPriors.Builder p = RatingPriors.builder(structure).axisCorrelation(0, 1, .65);
    p.competenceSd(.30).sourceSd(.45).slantSd(.35).testletSd(.35).severityShare(.3);
    p.self(.5, .25, .9).haloVariance(BOSS, .9).haloVariance(PEER, 1.5).haloVariance(REPORT, 2);
    RatingPriors priors = p.build();
    ItemParameters.Builder items = ItemParameters.builder(structure).commonShiftSd(.4);
    for (int i = 0; i < structure.items().size(); i++) {
      items.item(i, 1.35, STEPS).uncertainty(i, new ItemUncertainty(.35, .5, .35, SOURCE_SHIFT_SD));
    }
    ItemParameters believed = items.build();
    ItemParameters truth = TrueParameters.draw(structure, believed, Draws.seeded(1));
    return new Instrument(
        new RatingModel(structure, believed, priors),
        truth,
        new RatingSimulator(structure, truth, priors));
  }

  /** The answers of one boss, four peers and four reports about the subject of this number. */
  SubjectRatings subject(int number) {
    List<Integer> sources = new ArrayList<>(List.of(BOSS));
    sources.addAll(Collections.nCopies(4, PEER));
    sources.addAll(Collections.nCopies(4, REPORT));
    return simulator.panel(sources, Draws.seeded(2).branch(number)).ratings();
  }

  /**
   * The answers of these people, a boss, four peers and four reports, about a new subject; whoever
   * rates again takes along the severity they came with.
   */
  SubjectRatings subject(List<Integer> people, Map<Integer, Double> severity, Draws draws) {
    SubjectTruth subject = simulator.subject(draws);
    SubjectRatings.Builder b = SubjectRatings.builder(model.structure());
    for (int n = 0; n < people.size(); n++) {
      int source = n == 0 ? BOSS : n <= 4 ? PEER : REPORT;
      double t = severity.computeIfAbsent(people.get(n), p -> simulator.severity(source, draws));
      int rater = b.rater(source, 1, people.get(n));
      List<Integer> answers = simulator.answers(subject, simulator.rater(source, t, draws), draws);
      for (int i = 0; i < answers.size(); i++) {
        b.rating(rater, i, answers.get(i));
      }
    }
    return b.build();
  }
}
