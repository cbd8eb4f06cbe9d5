package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RaterTruth;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.SubjectTruth;

/**
 * A small instrument (two axes, four competences, three sources) and rounds drawn from its model in
 * which the same people rate several subjects.
 */
final class TeamRound {
  static final int BOSS = 0;
  static final int PEER = 1;
  static final int REPORT = 2;
  private static final double[] CENTRES = {-3.9, -2.65, -1.4, 0, 1.75};

  final RatingStructure structure;
  final RatingPriors priors;
  final ItemParameters certain;

  /** Who rates a subject: a source and who it is. */
  record Seat(int source, int person) {}

  /** A drawn round: for each subject the true axes and the answers. */
  record Drawn(List<SubjectTruth> truth, List<SubjectRatings> ratings) {}

  TeamRound(int perCompetence) {
    RatingStructure.Builder b = RatingStructure.builder(2, 4, 3).with(Effect.values());
    for (int i = 0; i < 4 * perCompetence; i++) {
      int c = i / perCompetence;
      List<Double> w =
          switch (c) {
            case 0, 1 -> List.of(1., 0.);
            case 2 -> List.of(0., 1.);
            default -> List.of(.55, .55);
          };
      b.item(new RatingItem(w, c, c < 2 ? 1 : c == 2 ? -1 : 0, CENTRES.length + 1));
    }
    structure = b.build();
    priors =
        RatingPriors.builder(structure)
            .axisCorrelation(0, 1, .65)
            .competenceSd(.3)
            .sourceSd(.45)
            .slantSd(.35)
            .testletSd(.35)
            .haloVariance(BOSS, .9)
            .haloVariance(PEER, 1.5)
            .haloVariance(REPORT, 2)
            .severityShare(.3)
            .build();
    certain = parameters(i -> ItemUncertainty.NONE, 0, -1, 0);
  }

  RatingModel model() {
    return new RatingModel(structure, certain, priors);
  }

  /** Parameters with doubt, and one item's thresholds moved. */
  ItemParameters parameters(
      IntFunction<ItemUncertainty> doubt, double commonShiftSd, int movedItem, double by) {
    ItemParameters.Builder items = ItemParameters.builder(structure).commonShiftSd(commonShiftSd);
    for (int i = 0; i < structure.items().size(); i++) {
      double shift = .1 * (i % 5 - 2) + (movedItem == i || movedItem == ALL ? by : 0);
      items.item(i, 1.1 + .1 * (i % 4), Arrays.stream(CENTRES).map(c -> c + shift).toArray());
      items.uncertainty(i, doubt.apply(i));
    }
    return items.build();
  }

  /** Stands for all items where one is asked for. */
  static final int ALL = -2;

  /** Draws a round; a person's severity is that of the source they sit in first. */
  Drawn draw(List<List<Seat>> panels, Map<Integer, Double> givenSeverity, Draws draws) {
    RatingSimulator simulator = new RatingSimulator(structure, certain, priors);
    return draw(structure, simulator, panels, givenSeverity, draws);
  }

  /** The same for any instrument. */
  static Drawn draw(
      RatingStructure structure,
      RatingSimulator simulator,
      List<List<Seat>> panels,
      Map<Integer, Double> givenSeverity,
      Draws draws) {
    Map<Integer, Double> severity = new HashMap<>(givenSeverity);
    List<SubjectTruth> truth = new ArrayList<>();
    List<SubjectRatings> ratings = new ArrayList<>();
    for (List<Seat> panel : panels) {
      SubjectTruth subject = simulator.subject(draws);
      SubjectRatings.Builder b = SubjectRatings.builder(structure);
      for (Seat seat : panel) {
        double t =
            severity.computeIfAbsent(seat.person, who -> simulator.severity(seat.source, draws));
        RaterTruth rater = simulator.rater(seat.source, t, draws);
        int r = b.rater(seat.source, 1, seat.person);
        List<Integer> answers = simulator.answers(subject, rater, draws);
        for (int i = 0; i < answers.size(); i++) {
          b.rating(r, i, answers.get(i));
        }
      }
      truth.add(subject);
      ratings.add(b.build());
    }
    return new Drawn(truth, ratings);
  }

  static List<Needs> noNeeds(int subjects) {
    return Collections.nCopies(subjects, Needs.none());
  }
}
