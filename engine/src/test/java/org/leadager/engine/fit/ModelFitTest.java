package org.leadager.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.Graded;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.ItemTruth;
import org.leadager.engine.simulate.ResponseSimulator;
import org.leadager.engine.simulate.TypicalItems;
import tools.jackson.databind.JsonNode;

class ModelFitTest {
  private static final int ITEMS = 12;
  private static final Calibration TRUE_MODEL = simulated(3000);

  private static Calibration simulated(int rows) {
    Graded model = new Graded();
    Draws draws = Draws.seeded(4);
    List<ItemTruth> items = TypicalItems.draw(model, ITEMS, 1, 4, draws);
    ResponseSimulator simulator = new ResponseSimulator(model, items, new double[][] {{1}});
    double[][] columns = new double[ITEMS][rows];
    for (int r = 0; r < rows; r++) {
      int[] answers = simulator.answers(simulator.person(draws), draws);
      for (int i = 0; i < ITEMS; i++) {
        columns[i][r] = answers[i];
      }
    }
    List<String> names = items.stream().map(ItemTruth::name).toList();
    return (Calibration) new Calibrator(model).fit(ItemResponses.of(names, columns));
  }

  @Test
  void c2AndItsRmseaAgreeWithMirt() {
    Calibration graded = (Calibration) new Calibrator(new Graded()).fit(Reference.lq2002());
    LimitedInformation fit = LimitedInformation.of(graded).found().orElseThrow();
    JsonNode mirt = Reference.json("irt.json").at("/lq_grm_1d_M2/value");
    assertThat(fit.c2()).isCloseTo(mirt.at("/M2").asDouble(), within(1e-2));
    assertThat(fit.df()).isEqualTo(mirt.at("/df").asInt());
    assertThat(fit.rmsea()).isCloseTo(mirt.at("/RMSEA").asDouble(), within(1e-6));
    // mirt divides by N in the interval and by N − 1 in the value; here both are N − 1.
    assertThat(fit.rmseaLow()).isCloseTo(mirt.at("/RMSEA_5").asDouble(), within(1e-4));
    assertThat(fit.rmseaHigh()).isCloseTo(mirt.at("/RMSEA_95").asDouble(), within(1e-4));
  }

  @Test
  void theTrueModelIsNotRejected() {
    LimitedInformation fit = LimitedInformation.of(TRUE_MODEL).found().orElseThrow();
    assertThat(fit.p()).isBetween(0.001, 0.999);
    assertThat(fit.rmsea()).isLessThan(0.02);
    double ratio = 0;
    int rejected = 0;
    for (SumScoreFit item : SumScoreFit.of(TRUE_MODEL)) {
      ratio += item.statistic() / item.df() / ITEMS;
      rejected += item.p() < 0.01 ? 1 : 0;
    }
    // Twelve items with some 70 degrees of freedom each: the mean ratio has a deviation of .05.
    assertThat(ratio).isCloseTo(1, within(0.15));
    assertThat(rejected).isLessThan(3);
  }

  @Test
  void residualsOfTheTrueModelAreAsLargeAsExpected() {
    Residuals residuals = Residuals.of(TRUE_MODEL);
    double mean = 0;
    double square = 0;
    int rows = TRUE_MODEL.responses().rows();
    for (int r = 0; r < rows; r++) {
      mean += residuals.lz(r) / rows;
      square += residuals.lz(r) * residuals.lz(r) / rows;
    }
    // At an estimated score the likelihood is some half unit higher than at the true one and l_z
    // varies a little less (Snijders 2001).
    assertThat(mean).isBetween(0.0, 0.3);
    assertThat(square - mean * mean).isBetween(0.6, 1.1);
    // Each item draws the score towards its own answer by its share of the information, 1/12 of it
    // on average: that much is missing from one.
    double infit = 0;
    for (int i = 0; i < ITEMS; i++) {
      infit += residuals.itemInfit(i) / ITEMS;
      assertThat(residuals.itemInfit(i)).isBetween(0.7, 1.15);
      assertThat(residuals.itemOutfit(i)).isBetween(0.6, 1.3);
    }
    assertThat(infit).isCloseTo(11 / 12.0, within(0.04));
  }

  @Test
  void anItemThatGoesWithNothingIsFoundByItsSumScoresAndRows() {
    ItemResponses y = TRUE_MODEL.responses();
    double[][] columns = new double[ITEMS][y.rows()];
    for (int r = 0; r < y.rows(); r++) {
      for (int i = 0; i < ITEMS; i++) {
        boolean turned = i == 0 && r % 2 == 0;
        columns[i][r] = turned ? 3 - y.value(r, i) : y.value(r, i);
      }
    }
    Calibration mixed =
        (Calibration) new Calibrator(new Graded()).fit(ItemResponses.of(y.names(), columns));
    SumScoreFit[] fits = SumScoreFit.of(mixed);
    assertThat(fits[0].statistic() / fits[0].df())
        .isGreaterThan(fits[5].statistic() / fits[5].df());
    assertThat(fits[0].p()).isLessThan(1e-4);
  }
}
