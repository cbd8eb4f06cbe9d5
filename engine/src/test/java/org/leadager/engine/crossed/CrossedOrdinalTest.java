package org.leadager.engine.crossed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.crossed.CrossedResult.Level;
import org.leadager.engine.crossed.CrossedResult.Ordinal;
import tools.jackson.databind.JsonNode;

class CrossedOrdinalTest {
  private static final JsonNode R = Reference.json("crossed.json");

  @Test
  void twoHundredStudentsAgreeWithClmm() {
    Ordinal fit = (Ordinal) CrossedOrdinal.fit(Insteval.firstStudents(200));
    agrees(fit, R.at("/clmm"));
    levels(fit.raters(), R.at("/clmm/students"));
    levels(fit.ratees(), R.at("/clmm/lecturers"));
  }

  @Test
  void fixedGroupsAgreeWithClmm() {
    Ordinal fit = (Ordinal) CrossedOrdinal.fit(Insteval.firstStudentsByService(200));
    agrees(fit, R.at("/clmm_service"));
    assertThat(fit.shifts().get(0).value())
        .isCloseTo(R.at("/clmm_service/service1").asDouble(), within(1e-4));
    assertThat(fit.shifts().get(0).se())
        .isCloseTo(R.at("/clmm_service/service1Se").asDouble(), within(1e-4));
  }

  @Test
  void allRatingsAreFitted() {
    Ordinal fit = (Ordinal) CrossedOrdinal.fit(Insteval.all());
    assertThat(fit.answers()).isEqualTo(73_421);
    assertThat(fit.run().converged()).isTrue();
    assertThat(fit.run().warnings()).isEmpty();
    // What this program found; near the Gaussian SDs .326 and .523 over 1.178, times π/√3.
    assertThat(fit.raterSd().value()).isCloseTo(0.50, within(0.01));
    assertThat(fit.rateeSd().value()).isCloseTo(0.794, within(0.01));
  }

  @Test
  void theGradientIsTheLikelihoods() {
    CrossedRatings data = Insteval.firstStudentsByService(40);
    Design design = new Design(data);
    int[] category = new int[design.answers];
    for (int e = 0; e < category.length; e++) {
      category[e] = (int) design.y[e] - 1;
    }
    LaplaceObjective objective = new LaplaceObjective(design, category, 5);
    double[] x = new OrdinalStart(design, category, 5).parameters();
    double[] gradient = objective.at(x).gradient;
    for (int k = 0; k < x.length; k++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[k] += 1e-4;
      down[k] -= 1e-4;
      double slope = (objective.at(up).value - objective.at(down).value) / 2e-4;
      assertThat(gradient[k]).isCloseTo(slope, within(1e-4));
    }
  }

  /** clmm stops at a gradient of .007: its figures are good to about 2e-5. */
  private static void agrees(Ordinal fit, JsonNode clmm) {
    assertThat(fit.run().converged()).isTrue();
    assertThat(fit.logLik()).isCloseTo(clmm.at("/logLik").asDouble(), within(1e-5));
    assertThat(fit.raterSd().value()).isCloseTo(clmm.at("/studentSd").asDouble(), within(1e-4));
    assertThat(fit.rateeSd().value()).isCloseTo(clmm.at("/lecturerSd").asDouble(), within(1e-4));
    assertThat(fit.raterSd().se()).isCloseTo(clmm.at("/studentSdSe").asDouble(), within(1e-4));
    assertThat(fit.rateeSd().se()).isCloseTo(clmm.at("/lecturerSdSe").asDouble(), within(1e-4));
    for (int k = 0; k < 4; k++) {
      double threshold = clmm.at("/thresholds/" + k).asDouble();
      assertThat(fit.thresholds().get(k).value()).isCloseTo(threshold, within(1e-4));
      double se = clmm.at("/thresholdSe/" + k).asDouble();
      assertThat(fit.thresholds().get(k).se()).isCloseTo(se, within(1e-4));
    }
  }

  private static void levels(List<Level> levels, JsonNode clmm) {
    int found = 0;
    for (Level level : levels) {
      JsonNode pair = clmm.at("/" + level.name());
      if (!pair.isMissingNode()) {
        found++;
        assertThat(level.effect()).isCloseTo(pair.at("/0").asDouble(), within(1e-4));
        assertThat(level.se()).isCloseTo(pair.at("/1").asDouble(), within(1e-4));
      }
    }
    assertThat(found).isEqualTo(5);
  }
}
