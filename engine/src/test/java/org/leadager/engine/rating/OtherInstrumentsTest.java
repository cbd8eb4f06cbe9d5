package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.SimulatedPanel;

/** Instruments with one, two and three axes, with and without each effect, by brute force. */
class OtherInstrumentsTest {
  /** Both sides converge quadratically; what is left is rounding over some 100 unknowns. */
  private static final double ROUNDING = 1e-9;

  @Test
  void oneAxisAndNothingElseButHalo() {
    RatingStructure.Builder b = RatingStructure.builder(1, 0, 1);
    for (int i = 0; i < 11; i++) {
      b.item(new RatingItem(List.of(i == 3 ? .6 : 1.), RatingItem.NO_COMPETENCE, 0, 3 + i % 8));
    }
    RatingStructure structure = b.build();
    RatingPriors priors = RatingPriors.builder(structure).haloVariance(0, 1.2).build();
    SubjectScore score = agreesWithBruteForce(structure, priors, List.of(0, 0, 0, 0, 0));
    assertThat(score.competences()).isEmpty();
    assertThat(score.sourceViews()).isEmpty();
    assertThat(score.bothAbove()).isEmpty();
  }

  @Test
  void twoAxesWithSharedItemsAndTestletsButNoCompetenceEffect() {
    RatingStructure.Builder b = RatingStructure.builder(2, 3, 2).with(Effect.TESTLET, Effect.SLANT);
    for (int i = 0; i < 9; i++) {
      List<Double> w = i < 3 ? List.of(1., 0.) : i < 6 ? List.of(0., 1.) : List.of(.5, .7);
      b.item(new RatingItem(w, i / 3, i < 3 ? 1 : i < 6 ? -1 : 0, 5));
    }
    RatingStructure structure = b.build();
    RatingPriors priors =
        RatingPriors.builder(structure)
            .axisCorrelation(0, 1, -.3)
            .slantSd(.5)
            .testletSd(.4)
            .haloVariance(0, .9)
            .haloVariance(1, 1.5)
            .build();
    agreesWithBruteForce(structure, priors, List.of(0, 1, 1, 1));
  }

  @Test
  void threeAxesWithEveryEffectAndItemsOutsideCompetences() {
    RatingStructure.Builder b = RatingStructure.builder(3, 3, 2).with(Effect.values());
    for (int i = 0; i < 12; i++) {
      List<Double> w = new ArrayList<>(List.of(0., 0., 0.));
      w.set(i % 3, 1.);
      b.item(new RatingItem(w, i < 9 ? i % 3 : RatingItem.NO_COMPETENCE, i % 3 - 1, 4));
    }
    RatingStructure structure = b.build();
    RatingPriors priors =
        RatingPriors.builder(structure)
            .axisCorrelation(0, 1, .6)
            .axisCorrelation(0, 2, .3)
            .axisCorrelation(1, 2, .5)
            .competenceSd(.3)
            .sourceSd(.4)
            .slantSd(.35)
            .testletSd(.35)
            .haloVariance(0, .9)
            .haloVariance(1, 2)
            .build();
    SubjectScore score = agreesWithBruteForce(structure, priors, List.of(0, 1, 1, 0, 1));
    assertThat(score.sourceViews()).hasSize(2);
    assertThat(score.sourceViews().getFirst().axes()).hasSize(3);
  }

  private static SubjectScore agreesWithBruteForce(
      RatingStructure structure, RatingPriors priors, List<Integer> sources) {
    ItemParameters parameters = parameters(structure);
    RatingModel model = new RatingModel(structure, parameters, priors);
    SimulatedPanel panel =
        new RatingSimulator(structure, parameters, priors).panel(sources, Draws.seeded(17));
    SubjectRatings ratings = sparse(structure, panel);
    SubjectScore score = model.score(ratings);
    DensePosterior dense = new DensePosterior(model, ratings);
    assertThat(score.converged()).isTrue();
    for (int i = 0; i < structure.axes(); i++) {
      assertThat(score.joint().mean(i)).isCloseTo(dense.mode[i], within(ROUNDING));
      for (int j = 0; j < structure.axes(); j++) {
        assertThat(score.joint().covariance(i, j))
            .isCloseTo(dense.covariance[i][j], within(ROUNDING));
      }
    }
    for (CompetenceScore competence : score.competences()) {
      double mean = dense.mode[dense.competence(competence.competence())];
      for (int a = 0; a < structure.axes(); a++) {
        mean += structure.competenceWeight(competence.competence(), a) * dense.mode[a];
      }
      assertThat(competence.level().mean()).isCloseTo(mean, within(ROUNDING));
    }
    return score;
  }

  private static ItemParameters parameters(RatingStructure structure) {
    ItemParameters.Builder items = ItemParameters.builder(structure);
    Draws draws = Draws.seeded(16);
    for (int i = 0; i < structure.items().size(); i++) {
      double[][] rows = new double[structure.sources()][];
      double shift = .5 * draws.normal();
      for (int g = 0; g < rows.length; g++) {
        rows[g] = new double[structure.items().get(i).categories() - 1];
        for (int k = 0; k < rows[g].length; k++) {
          rows[g][k] = shift + .2 * g + 4.0 * (k + .5) / rows[g].length - 3;
        }
      }
      items.item(i, Math.exp(.3 * draws.normal()), rows);
    }
    return items.build();
  }

  /** Every seventh answer missing, and the second rater's answers taken for careless. */
  private static SubjectRatings sparse(RatingStructure structure, SimulatedPanel panel) {
    SubjectRatings.Builder b = SubjectRatings.builder(structure);
    int n = 0;
    for (int r = 0; r < panel.raters().size(); r++) {
      int rater =
          b.rater(panel.raters().get(r).source(), r == 1 ? .3 : 1, SubjectRatings.NO_IDENTITY);
      for (int i = 0; i < structure.items().size(); i++) {
        if (n++ % 7 != 3) {
          b.rating(rater, i, panel.answers().get(r).get(i));
        }
      }
    }
    return b.build();
  }
}
