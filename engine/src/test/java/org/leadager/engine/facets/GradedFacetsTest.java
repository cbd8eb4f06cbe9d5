package org.leadager.engine.facets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetResult.Fitted;
import tools.jackson.databind.JsonNode;

/** Against ordinal's clmm2 (25 adaptive nodes), which graded-facets.R ran. */
class GradedFacetsTest {
  private static final JsonNode CLMM2 = Reference.json("graded-facets.json");

  private static Fitted ptam4(FacetModel model) {
    return (Fitted)
        ManyFacet.fit(
            new Ratings(
                Reference.items("ptam4.csv", 2),
                Reference.grouping("ptam4.csv", 0),
                Reference.grouping("ptam4.csv", 1)),
            model);
  }

  private static void agree(double estimate, double se, String what) {
    assertThat(estimate).isCloseTo(CLMM2.at(what + "/estimate").asDouble(), within(1e-5));
    assertThat(se).isCloseTo(CLMM2.at(what + "/se").asDouble(), within(1e-5));
  }

  @Test
  void ptam4AgreesWithClmm2() {
    Fitted fit = ptam4(FacetModel.GRADED);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.warnings()).isEmpty();
    assertThat(fit.deviance() / -2).isCloseTo(CLMM2.at("/logLik").asDouble(), within(1e-5));
    assertThat(fit.variance()).isCloseTo(CLMM2.at("/rateeVariance").asDouble(), within(1e-4));
    for (FacetResult.Rater rater : fit.raters()) {
      agree(rater.severity(), rater.se(), "/severities/" + rater.name());
    }
    for (FacetResult.Item item : fit.items()) {
      agree(item.difficulty(), item.se(), "/difficulties/" + item.name());
      for (int k = 1; k <= 3; k++) {
        double clmm2 = CLMM2.at("/thresholds/" + item.name() + ":" + k + "/estimate").asDouble();
        assertThat(item.thresholds().get(k - 1)).isCloseTo(clmm2, within(1e-5));
      }
    }
  }

  @Test
  void ptam4IsLikelierUnderTheGradedModel() {
    assertThat(ptam4(FacetModel.GRADED).deviance()).isCloseTo(3395.0525, within(1e-3));
    assertThat(ptam4(FacetModel.PARTIAL_CREDIT).deviance()).isGreaterThan(3412);
  }
}
