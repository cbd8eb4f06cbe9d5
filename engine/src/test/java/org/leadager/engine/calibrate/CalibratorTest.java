package org.leadager.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.GeneralisedPartialCredit;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.ItemModel;
import org.leadager.engine.model.PartialCredit;
import org.leadager.engine.model.TwoPL;
import tools.jackson.databind.JsonNode;

class CalibratorTest {
  private static final JsonNode IRT = Reference.json("irt.json");
  private static final ItemResponses LEAD = Reference.lq2002();

  private static Calibration fit(ItemModel model) {
    return (Calibration) new Calibrator(model).fit(LEAD);
  }

  private static Calibration fit2(ItemModel model) {
    Set<Integer> both = Set.of(2, 3, 10);
    Set<Integer> officers = Set.of(0, 4, 6, 8);
    List<Set<Integer>> byItem = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      byItem.add(both.contains(i) ? Set.of(0, 1) : officers.contains(i) ? Set.of(0) : Set.of(1));
    }
    LoadingPattern pattern = new LoadingPattern(List.of("OFF", "NCO"), byItem);
    return (Calibration) new Calibrator(model).fit(LEAD, pattern);
  }

  private static void agrees(Calibration ours, String entry, double tolerance) {
    for (int i = 0; i < 11; i++) {
      JsonNode item = IRT.at("/" + entry + "/items_slope_intercept/" + i);
      for (int d = 0; d < ours.pattern().dimensions().size(); d++) {
        assertThat(ours.items().get(i).slopes().get(d))
            .isCloseTo(item.at("/a" + (d + 1)).asDouble(), within(tolerance));
      }
      for (int k = 1; k <= 4; k++) {
        assertThat(ours.items().get(i).intercepts().get(k - 1))
            .isCloseTo(item.at("/d" + k).asDouble(), within(tolerance));
      }
    }
    assertThat(ours.fit().converged()).isTrue();
    assertThat(ours.fit().warnings()).isEmpty();
  }

  private static void errorsAgree(Calibration ours, String entry) {
    for (int i = 0; i < 11; i++) {
      JsonNode se = IRT.at("/" + entry + "/SE/" + LEAD.names().get(i) + "/1");
      ItemParameters item = ours.items().get(i);
      assertThat(item.slopeErrors().get(0)).isCloseTo(se.at("/a1").asDouble(), within(1e-3));
      for (int k = 1; k <= 4; k++) {
        assertThat(item.interceptErrors().get(k - 1))
            .isCloseTo(se.at("/d" + k).asDouble(), within(1e-3));
      }
    }
  }

  @Test
  void gradedModelAgreesWithMirtInFitParametersAndErrors() {
    Calibration graded = fit(new Graded());
    assertThat(graded.fit().logLik()).isCloseTo(-27932.5994, within(5e-4));
    assertThat(graded.bic()).isCloseTo(56284.3915, within(1e-3));
    agrees(graded, "lq_grm_1d_tight", 1e-3);
    errorsAgree(graded, "lq_grm_1d_tight");
  }

  @Test
  void generalisedPartialCreditAgreesWithMirt() {
    Calibration gpcm = fit(new GeneralisedPartialCredit());
    assertThat(gpcm.fit().logLik()).isCloseTo(-28113.9158, within(1e-3));
    agrees(gpcm, "lq_gpcm_1d_tight", 1e-3);
    errorsAgree(gpcm, "lq_gpcm_1d_tight");
  }

  @Test
  void partialCreditAgreesWithMirt() {
    Calibration pcm = fit(new PartialCredit());
    assertThat(pcm.fit().logLik()).isCloseTo(-28325.0686, within(1e-3));
    assertThat(pcm.covariance().get(0).get(0)).isCloseTo(1.35767602845736, within(1e-3));
    agrees(pcm, "lq_pcm_1d_tight", 1e-3);
  }

  @Test
  void twoCorrelatedDimensionsWithSharedItemsAgreeWithMirt() {
    Calibration graded = fit2(new Graded());
    assertThat(graded.fit().logLik()).isCloseTo(-27495.868, within(0.01));
    assertThat(graded.covariance().get(0).get(1)).isCloseTo(0.7224, within(1e-3));
    agrees(graded, "lq_grm_2d_corr_tight", 1e-3);
    Calibration gpcm = fit2(new GeneralisedPartialCredit());
    assertThat(gpcm.fit().logLik()).isCloseTo(-27714.00, within(0.01));
  }

  @Test
  void oneThreadAndManyGiveTheSameAnswer() {
    Calibration one = (Calibration) new Calibrator(new Graded()).parallel(false).fit(LEAD);
    Calibration many = (Calibration) new Calibrator(new Graded()).parallel(true).fit(LEAD);
    assertThat(one.items()).isEqualTo(many.items());
  }

  @Test
  void manyRowsStartedFromASampleReachTheSameMaximum() {
    int times = 10;
    double[][] columns = new double[11][LEAD.rows() * times];
    for (int i = 0; i < 11; i++) {
      for (int r = 0; r < columns[i].length; r++) {
        columns[i][r] = LEAD.value(r % LEAD.rows(), i);
      }
    }
    Calibration once = fit(new Graded());
    Calibration often =
        (Calibration) new Calibrator(new Graded()).fit(ItemResponses.of(LEAD.names(), columns));
    assertThat(often.fit().logLik()).isCloseTo(times * once.fit().logLik(), within(1e-4));
    assertThat(often.fit().iterations()).isLessThan(15);
    agrees(often, "lq_grm_1d_tight", 1e-3);
    ItemParameters first = once.items().get(0);
    ItemParameters same = often.items().get(0);
    assertThat(same.slopes().get(0)).isCloseTo(first.slopes().get(0), within(1e-6));
    assertThat(same.slopeErrors().get(0))
        .isCloseTo(first.slopeErrors().get(0) / Math.sqrt(times), within(1e-6));
  }

  @Test
  void theGridIsMadeFinerWherePosteriorsAreNarrow() {
    int items = 120;
    Random chance = new Random(5);
    double[][] columns = new double[items][400];
    for (int r = 0; r < 400; r++) {
      double theta = chance.nextGaussian();
      for (int i = 0; i < items; i++) {
        double latent = 3 * theta + Math.log(1 / chance.nextDouble(1e-9, 1) - 1);
        columns[i][r] = latent < -3 ? 1 : latent < 0 ? 2 : latent < 3 ? 3 : 4;
      }
    }
    List<String> names = IntStream.range(0, items).mapToObj(i -> "i" + i).toList();
    ItemResponses y = ItemResponses.of(names, columns);
    Calibration fine = (Calibration) new Calibrator(new Graded()).errors(false).fit(y);
    assertThat(fine.grid().points()).isGreaterThan(61);
    assertThat(fine.fit().warnings()).isEmpty();
    Calibration fixed =
        (Calibration)
            new Calibrator(new Graded()).errors(false).grid(Quadrature.standard(1)).fit(y);
    assertThat(fixed.fit().warnings()).anyMatch(w -> w.contains("too coarse"));
  }

  @Test
  void aGradedItemWithTwoCategoriesIsTheTwoParameterLogistic() {
    double[][] columns = new double[11][LEAD.rows()];
    for (int i = 0; i < 11; i++) {
      for (int r = 0; r < LEAD.rows(); r++) {
        columns[i][r] = LEAD.value(r, i) >= 3 ? 1 : 0;
      }
    }
    ItemResponses binary = ItemResponses.of(LEAD.names(), columns);
    Calibration graded = (Calibration) new Calibrator(new Graded()).fit(binary);
    Calibration logistic = (Calibration) new Calibrator(new TwoPL()).fit(binary);
    assertThat(logistic.fit().logLik()).isCloseTo(graded.fit().logLik(), within(1e-8));
    assertThat(logistic.items().get(3).slopes().get(0))
        .isCloseTo(graded.items().get(3).slopes().get(0), within(1e-6));
  }

  @Test
  void aCoarseGridIsSaidToBeTooCoarse() {
    Calibration coarse =
        (Calibration) new Calibrator(new Graded()).grid(Quadrature.grid(1, 11, 6)).fit(LEAD);
    assertThat(coarse.fit().warnings()).anyMatch(w -> w.contains("too coarse"));
  }

  @Test
  void dataThatHoldNoModelAreRefusedWithAReason() {
    double[][] constant = {{1, 1, 1, 1}, {2, 2, 2, 2}};
    assertThat(new Calibrator(new Graded()).fit(ItemResponses.of(List.of("a", "b"), constant)))
        .isInstanceOf(CalibrationResult.Refused.class);
    double[][] oneRow = {{1}, {2}};
    assertThat(new Calibrator(new Graded()).fit(ItemResponses.of(List.of("a", "b"), oneRow)))
        .isInstanceOf(CalibrationResult.Refused.class);
    assertThat(new Calibrator(new TwoPL()).fit(LEAD)).isInstanceOf(CalibrationResult.Refused.class);
  }

  @Test
  void estimatesThatRunOffWithoutEndAreSaidToDoSo() {
    double[][] tooFewToHoldAModel = {
      {1, 2, 3, 1, 2, 3, 2, 1, 3, 2}, {1, 2, 2, 1, 3, 3, 2, 2, 3, 1}, {2, 2, 3, 1, 2, 3, 1, 1, 3, 2}
    };
    Calibration run =
        (Calibration)
            new Calibrator(new Graded())
                .fit(ItemResponses.of(List.of("a", "b", "c"), tooFewToHoldAModel));
    assertThat(run.fit().converged()).isFalse();
    assertThat(run.fit().warnings()).anyMatch(said -> said.contains("run off without end"));
  }

  @Test
  void perfectSeparationIsNoSilentNumber() {
    double[][] columns = new double[3][60];
    for (int r = 0; r < 60; r++) {
      for (int i = 0; i < 3; i++) {
        columns[i][r] = r < 30 ? 0 : 1;
      }
    }
    Calibration c =
        (Calibration)
            new Calibrator(new TwoPL()).fit(ItemResponses.of(List.of("a", "b", "c"), columns));
    assertThat(c.fit().warnings()).isNotEmpty();
  }
}
