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
    double[][] answersByItem = {
      {1, 2, 3, 1, 2, 3, 2, 1, 3, 2}, {1, 2, 2, 1, 3, 3, 2, 2, 3, 1}, {2, 2, 3, 1, 2, 3, 1, 1, 3, 2}
    };
    ItemResponses answers = ItemResponses.of(List.of("plans", "asks", "decides"), answersByItem);
    CalibrationResult result = new Calibrator(new Graded()).fit(answers);
    switch (result) {
      case CalibrationResult.Refused refused -> throw new AssertionError(refused.reason());
      case Calibration calibration -> {
        Eap scores = Eap.of(calibration);
        assertThat(scores.mean(2, 0)).isGreaterThan(scores.mean(3, 0));
        assertThat(scores.error(2, 0)).isPositive();
      }
    }
  }
}
