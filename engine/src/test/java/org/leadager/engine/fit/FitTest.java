package org.leadager.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.GeneralisedPartialCredit;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.PartialCredit;
import tools.jackson.databind.JsonNode;

class FitTest {
  private static final JsonNode IRT = Reference.json("irt.json");
  private static final ItemResponses LEAD = Reference.lq2002();
  private static final Calibration GRADED = (Calibration) new Calibrator(new Graded()).fit(LEAD);

  private static void scoresAgree(Calibration c, String entry) {
    Eap eap = Eap.of(c);
    PointScores points = new PointScores(c);
    for (int r = 0; r < 20; r++) {
      at(entry, "EAP", r, eap.mean(r, 0), eap.error(r, 0));
      PointScores.Score map = points.map(r);
      at(entry, "MAP", r, map.value(), map.error());
      PointScores.Score wle = points.wle(r);
      at(entry, "WLE", r, wle.value(), wle.error());
      PointScores.Score ml = points.ml(r);
      if (ml.outcome() == PointScores.Outcome.FOUND) {
        at(entry, "ML", r, ml.value(), ml.error());
      }
    }
  }

  private static void at(String entry, String method, int row, double value, double error) {
    JsonNode mirt = IRT.at("/" + entry + "/" + method + "_first20/" + row);
    assertThat(value).as(method + row).isCloseTo(mirt.at("/F1").asDouble(), within(1e-3));
    assertThat(error).as(method + row).isCloseTo(mirt.at("/SE_F1").asDouble(), within(1e-3));
  }

  @Test
  void scoresOfTheFirstTwentyAgreeWithMirt() {
    scoresAgree(GRADED, "lq_grm_1d_tight");
    scoresAgree(
        (Calibration) new Calibrator(new GeneralisedPartialCredit()).fit(LEAD), "lq_gpcm_1d_tight");
    scoresAgree((Calibration) new Calibrator(new PartialCredit()).fit(LEAD), "lq_pcm_1d_tight");
  }

  @Test
  void anExtremeRowHasNoMaximumLikelihoodScoreAndSaysSo() {
    double[][] columns = new double[11][LEAD.rows()];
    for (int i = 0; i < 11; i++) {
      for (int r = 0; r < LEAD.rows(); r++) {
        columns[i][r] = r == 0 ? 5 : r == 1 ? Double.NaN : LEAD.value(r, i);
      }
    }
    Calibration c =
        (Calibration) new Calibrator(new Graded()).fit(ItemResponses.of(LEAD.names(), columns));
    PointScores points = new PointScores(c);
    assertThat(points.ml(0).outcome()).isEqualTo(PointScores.Outcome.ABOVE_ALL);
    assertThat(points.ml(0).value()).isNaN();
    assertThat(points.wle(0).value()).isFinite().isGreaterThan(2);
    assertThat(points.ml(1).outcome()).isEqualTo(PointScores.Outcome.NO_ANSWERS);
    assertThat(Eap.of(c).mean(1, 0)).isCloseTo(0, within(1e-9));
  }

  @Test
  void informationAndReliabilityAgreeWithMirt() {
    Information information = new Information(GRADED);
    JsonNode tight = IRT.at("/lq_grm_1d_tight");
    List<Integer> thetas = List.of(-3, -2, -1, 0, 1, 2, 3);
    for (int t = 0; t < 7; t++) {
      assertThat(information.test(thetas.get(t)))
          .isCloseTo(tight.at("/testinfo/" + t).asDouble(), within(1e-3));
      assertThat(information.item(0, thetas.get(t)))
          .isCloseTo(tight.at("/iteminfo_LEAD01/" + t).asDouble(), within(1e-3));
    }
    assertThat(information.marginalReliability())
        .isCloseTo(tight.at("/marginal_rxx").asDouble(), within(1e-4));
    assertThat(Eap.of(GRADED).reliability(0))
        .isCloseTo(tight.at("/empirical_rxx/F1").asDouble(), within(1e-4));
  }

  @Test
  void residualCorrelationsAgreeWithMirt() {
    Q3 q3 = Q3.of(GRADED, Eap.of(GRADED));
    for (int i = 0; i < 11; i++) {
      for (int j = 0; j < 11; j++) {
        double mirt = IRT.at("/lq_grm_1d_Q3/value/" + i + "/" + LEAD.names().get(j)).asDouble();
        assertThat(q3.of(i, j)).isCloseTo(mirt, within(1e-3));
      }
    }
  }
}
