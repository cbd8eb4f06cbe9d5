package org.leadager.engine.facets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadager.engine.Reference;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetResult.Fitted;
import org.leadager.engine.kernel.Cholesky;
import org.leadager.engine.model.PartialCredit;
import tools.jackson.databind.JsonNode;

class ManyFacetTest {
  private static final JsonNode RATER = Reference.json("rater.json");

  private static Fitted ptam4() {
    return (Fitted)
        ManyFacet.fit(
            new Ratings(
                Reference.items("ptam4.csv", 2),
                Reference.grouping("ptam4.csv", 0),
                Reference.grouping("ptam4.csv", 1)),
            FacetModel.PARTIAL_CREDIT);
  }

  private static double xsi(String parameter) {
    for (JsonNode row : RATER.at("/ptam4_item_step_rater/xsi_facets")) {
      if (row.at("/parameter").asString().equals(parameter)) {
        return row.at("/xsi").asDouble();
      }
    }
    throw new IllegalArgumentException(parameter);
  }

  @Test
  void ptam4AgreesWithTam() {
    Fitted fit = ptam4();
    assertThat(fit.converged()).isTrue();
    assertThat(fit.deviance()).isCloseTo(3412.393, within(0.01));
    assertThat(fit.variance()).isCloseTo(2.7919, within(2e-3));
    for (FacetResult.Rater rater : fit.raters()) {
      assertThat(rater.severity()).isCloseTo(xsi("rater" + rater.name()), within(2e-3));
      assertThat(rater.se()).isBetween(0.05, 0.5);
    }
    for (FacetResult.Item item : fit.items()) {
      assertThat(item.difficulty()).isCloseTo(xsi(item.name()), within(2e-3));
      for (int k = 1; k <= 3; k++) {
        assertThat(item.thresholds().get(k - 1) - item.difficulty())
            .isCloseTo(xsi(item.name() + ":step" + k), within(2e-3));
      }
    }
    JsonNode eap = RATER.at("/ptam4_item_step_rater/EAP_first20/0");
    FacetResult.Subject first =
        fit.subjects().stream().filter(s -> s.name().equals("10005")).findFirst().orElseThrow();
    assertThat(first.standing()).isCloseTo(eap.at("/EAP").asDouble(), within(2e-3));
    assertThat(first.se()).isCloseTo(eap.at("/SD.EAP").asDouble(), within(2e-3));
  }

  /** One factor is left to integrate, so that lme4's quadrature (25 nodes) is exact. */
  @Test
  void twoCategoriesAgreeWithLme4() {
    ItemResponses y = Reference.items("ptam4.csv", 2);
    double[][] high = new double[y.items()][y.rows()];
    for (int i = 0; i < y.items(); i++) {
      for (int r = 0; r < y.rows(); r++) {
        high[i][r] = y.value(r, i) >= 2 ? 1 : 0;
      }
    }
    Fitted fit =
        (Fitted)
            ManyFacet.fit(
                new Ratings(
                    ItemResponses.of(y.names(), high),
                    Reference.grouping("ptam4.csv", 0),
                    Reference.grouping("ptam4.csv", 1)),
                FacetModel.PARTIAL_CREDIT);
    JsonNode lme4 = Reference.json("random-raters.json").at("/ptam4_two_categories_fixed_raters");
    assertThat(fit.deviance() / -2).isCloseTo(lme4.at("/logLik").asDouble(), within(1e-4));
    assertThat(fit.variance()).isCloseTo(lme4.at("/rateeVariance").asDouble(), within(2e-3));
    for (FacetResult.Item item : fit.items()) {
      double easiness = lme4.at("/items/item" + item.name()).asDouble();
      assertThat(item.difficulty()).isCloseTo(-easiness, within(1e-3));
    }
    for (FacetResult.Rater rater : fit.raters()) {
      JsonNode leniency = lme4.at("/raters/" + rater.name());
      if (!leniency.isMissingNode()) {
        assertThat(rater.severity()).isCloseTo(-leniency.asDouble(), within(1e-3));
      }
    }
  }

  @Test
  void ratersDealtOutAtRandomExplainLessThanTheRealOnes() {
    ItemResponses y = Reference.items("ptam4.csv", 2);
    Fitted fit = ptam4();
    List<String> raters = new ArrayList<>();
    for (int r = 0; r < y.rows(); r++) {
      raters.add(r % 2 == 0 ? "a" : "b");
    }
    Fitted random =
        (Fitted)
            ManyFacet.fit(
                new Ratings(y, Reference.grouping("ptam4.csv", 0), Grouping.of(raters)),
                FacetModel.PARTIAL_CREDIT);
    double sum = random.raters().get(0).severity() + random.raters().get(1).severity();
    assertThat(sum).isCloseTo(0, within(1e-9));
    assertThat(random.deviance()).isGreaterThan(fit.deviance());
  }

  /** Second differences of the log-likelihood, the last severity being minus the others' sum. */
  @ParameterizedTest
  @EnumSource(FacetModel.class)
  void errorsAgreeWithTheNumericalCurvatureOfTheLikelihood(FacetModel model) {
    FacetData data =
        new FacetData(
            new Ratings(
                Reference.items("ptam4.csv", 2),
                Reference.grouping("ptam4.csv", 0),
                Reference.grouping("ptam4.csv", 1)));
    FacetEm em = new FacetEm(data, 61, 8);
    FacetState state = new FacetState(data, model.categories());
    for (int i = 0; i < 400; i++) {
      em.expect(state);
      state = em.maximise(state);
    }
    int free = state.size - 1;
    double[][] information = new double[free][free];
    for (int a = 0; a < free; a++) {
      for (int b = 0; b < free; b++) {
        double h = 1e-3;
        information[a][b] =
            -(at(em, state, a, h, b, h)
                    - at(em, state, a, h, b, -h)
                    - at(em, state, a, -h, b, h)
                    + at(em, state, a, -h, b, -h))
                / (4 * h * h);
      }
    }
    double[][] inverse = Cholesky.of(information).orElseThrow().inverse();
    em.expect(state);
    double[] se = FacetErrors.of(em, state).parameter;
    for (int a = 0; a < free - 1; a++) {
      assertThat(se[a]).isCloseTo(Math.sqrt(inverse[a][a]), within(2e-4));
    }
  }

  private static double at(FacetEm em, FacetState s, int a, double da, int b, double db) {
    double[] x = s.x.clone();
    int last = s.size - 2;
    for (int turn = 0; turn < 2; turn++) {
      int index = turn == 0 ? a : b;
      double by = turn == 0 ? da : db;
      boolean sigma = index == last;
      x[sigma ? last + 1 : index] += by;
      if (!sigma && index >= s.severity) {
        x[last] -= by;
      }
    }
    return em.expect(s.with(x));
  }

  @Test
  void disconnectedRatersAndExtremeRatersAreSaid() {
    SplittableRandom random = new SplittableRandom(5);
    List<String> subjects = new ArrayList<>();
    List<String> raters = new ArrayList<>();
    double[][] y = new double[2][120];
    for (int r = 0; r < 120; r++) {
      subjects.add("s" + r / 2);
      raters.add((r < 60 ? "left" : "right") + r % 2);
      for (int i = 0; i < 2; i++) {
        y[i][r] = raters.get(r).equals("left0") ? 3 : 1 + random.nextInt(3);
      }
    }
    Fitted fit =
        (Fitted)
            ManyFacet.fit(
                new Ratings(
                    ItemResponses.of(List.of("a", "b"), y),
                    Grouping.of(subjects),
                    Grouping.of(raters)),
                FacetModel.PARTIAL_CREDIT);
    assertThat(fit.warnings()).anyMatch(w -> w.contains("2 sets") && w.contains("between sets"));
    assertThat(fit.warnings()).anyMatch(w -> w.contains("no finite severity"));
    assertThat(fit.raters().get(0).severity()).isNaN();
  }

  @Test
  void ratersOfOneSubjectEachLeaveSubjectsNoVariance() {
    SplittableRandom random = new SplittableRandom(6);
    List<String> subjects = new ArrayList<>();
    List<String> raters = new ArrayList<>();
    double[][] y = new double[4][80];
    for (int r = 0; r < 80; r++) {
      subjects.add("s" + r / 2);
      raters.add("r" + r);
      for (int i = 0; i < y.length; i++) {
        y[i][r] = r / 2 % 2 + random.nextInt(3);
      }
    }
    Fitted fit =
        (Fitted)
            ManyFacet.fit(
                new Ratings(
                    ItemResponses.of(List.of("a", "b", "c", "d"), y),
                    Grouping.of(subjects),
                    Grouping.of(raters)),
                FacetModel.PARTIAL_CREDIT);
    assertThat(fit.variance()).isLessThan(.001);
    assertThat(fit.warnings()).anyMatch(w -> w.contains("No differences between subjects"));
  }

  @Test
  void oneRaterOnlyIsRefused() {
    ItemResponses y = Reference.items("ptam4.csv", 2);
    Ratings ratings = new Ratings(y, Reference.grouping("ptam4.csv", 0), Grouping.single(y.rows()));
    assertThat(ManyFacet.fit(ratings, FacetModel.PARTIAL_CREDIT))
        .isInstanceOf(FacetResult.Refused.class);
    assertThat(new Calibrator(new PartialCredit()).fit(y)).isInstanceOf(Calibration.class);
  }
}
