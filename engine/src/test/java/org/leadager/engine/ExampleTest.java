package org.leadager.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.CalibrationResult;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.fit.Eap;
import org.leadager.engine.model.Graded;

/** The engine as a library, in ten lines. */
class ExampleTest {
  @Test
  void calibrateAndScore() {
    double[][] answersByItem = new double[3][60];
    for (int item = 0; item < 3; item++) {
      for (int person = 0; person < 60; person++) {
        int surprise = (person * (item + 2)) % 5 / 2 - 1;
        answersByItem[item][person] = Math.clamp(1 + person / 20 + surprise, 1, 3);
      }
    }
    ItemResponses answers = ItemResponses.of(List.of("plans", "asks", "decides"), answersByItem);
    CalibrationResult result = new Calibrator(new Graded()).fit(answers);
    switch (result) {
      case CalibrationResult.Refused refused -> throw new AssertionError(refused.reason());
      case Calibration calibration -> {
        Eap scores = Eap.of(calibration);
        assertThat(calibration.fit().converged()).isTrue();
        assertThat(scores.mean(55, 0)).isGreaterThan(scores.mean(5, 0));
        assertThat(scores.error(5, 0)).isPositive();
      }
    }
  }
}
