package org.leadager.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.calibrate.LoadingPattern;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.fit.TraitScores.Outcome;
import org.leadager.engine.fit.TraitScores.Score;
import org.leadager.engine.model.Graded;
import tools.jackson.databind.JsonNode;

class TraitScoresTest {
  private static final JsonNode IRT = Reference.json("irt.json");
  private static final ItemResponses LEAD = Reference.lq2002();
  private static final Calibration TWO = two(LEAD);

  private static Calibration two(ItemResponses y) {
    Set<Integer> both = Set.of(2, 3, 10);
    Set<Integer> officers = Set.of(0, 4, 6, 8);
    List<Set<Integer>> byItem = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      byItem.add(both.contains(i) ? Set.of(0, 1) : officers.contains(i) ? Set.of(0) : Set.of(1));
    }
    LoadingPattern pattern = new LoadingPattern(List.of("OFF", "NCO"), byItem);
    return (Calibration) new Calibrator(new Graded()).errors(false).fit(y, pattern);
  }

  @Test
  void expectedScoresOnTwoTraitsAgreeWithMirt() {
    Eap eap = Eap.of(TWO);
    for (int r = 0; r < 20; r++) {
      JsonNode mirt = IRT.at("/lq_grm_2d_corr_tight/EAP_first20/" + r);
      assertThat(eap.mean(r, 0)).isCloseTo(mirt.at("/OFF").asDouble(), within(1e-3));
      assertThat(eap.mean(r, 1)).isCloseTo(mirt.at("/NCO").asDouble(), within(1e-3));
      assertThat(eap.error(r, 0)).isCloseTo(mirt.at("/SE_OFF").asDouble(), within(1e-3));
      assertThat(eap.error(r, 1)).isCloseTo(mirt.at("/SE_NCO").asDouble(), within(1e-3));
    }
    JsonNode reliability = IRT.at("/lq_grm_2d_corr_tight/empirical_rxx");
    assertThat(eap.reliability(0)).isCloseTo(reliability.at("/OFF").asDouble(), within(1e-3));
    assertThat(eap.reliability(1)).isCloseTo(reliability.at("/NCO").asDouble(), within(1e-3));
  }

  @Test
  void onOneTraitTheyAreThePointScoresThatAgreeWithMirt() {
    Calibration one = (Calibration) new Calibrator(new Graded()).errors(false).fit(LEAD);
    PointScores points = new PointScores(one);
    TraitScores traits = new TraitScores(one);
    for (int r = 0; r < 40; r++) {
      Score map = traits.map(r);
      assertThat(map.values().get(0)).isCloseTo(points.map(r).value(), within(1e-6));
      assertThat(map.errors().get(0)).isCloseTo(points.map(r).error(), within(1e-6));
      if (points.ml(r).outcome() == PointScores.Outcome.FOUND) {
        assertThat(traits.ml(r).values().get(0)).isCloseTo(points.ml(r).value(), within(1e-6));
        assertThat(traits.ml(r).errors().get(0)).isCloseTo(points.ml(r).error(), within(1e-6));
      } else {
        assertThat(traits.ml(r).outcome()).isEqualTo(Outcome.NO_FINITE_MAXIMUM);
      }
    }
  }

  @Test
  void theMostLikelyTraitsAreNearTheExpectedOnesWithinTheirErrors() {
    Eap eap = Eap.of(TWO);
    TraitScores traits = new TraitScores(TWO);
    for (int r = 0; r < 200; r++) {
      Score map = traits.map(r);
      for (int d = 0; d < 2; d++) {
        double off = map.values().get(d) - eap.mean(r, d);
        assertThat(Math.abs(off)).isLessThan(0.35 * eap.error(r, d));
        assertThat(map.errors().get(d)).isBetween(0.7 * eap.error(r, d), 1.3 * eap.error(r, d));
      }
    }
  }

  @Test
  void aTraitThatWasNotAskedAboutHasNoLikeliestValueButAnExpectedOne() {
    double[][] columns = new double[11][LEAD.rows()];
    for (int i = 0; i < 11; i++) {
      for (int r = 0; r < LEAD.rows(); r++) {
        boolean officersOnly = r == 0 && !Set.of(0, 4, 6, 8).contains(i);
        columns[i][r] = officersOnly ? Double.NaN : LEAD.value(r, i);
      }
    }
    TraitScores traits = new TraitScores(two(ItemResponses.of(LEAD.names(), columns)));
    assertThat(traits.ml(0).outcome()).isEqualTo(Outcome.NO_FINITE_MAXIMUM);
    assertThat(traits.ml(0).values()).containsOnly(Double.NaN);
    Score map = traits.map(0);
    assertThat(map.outcome()).isEqualTo(Outcome.FOUND);
    assertThat(map.errors().get(1)).isGreaterThan(map.errors().get(0));
  }
}
