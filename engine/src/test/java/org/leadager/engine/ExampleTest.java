package org.leadager.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.CalibrationResult;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.calibrate.LoadingPattern;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.fit.Dif;
import org.leadager.engine.fit.DifOptions;
import org.leadager.engine.fit.DifResult;
import org.leadager.engine.fit.Eap;
import org.leadager.engine.fit.PointScores;
import org.leadager.engine.fit.SumScoreFit;
import org.leadager.engine.model.Graded;
import org.leadager.engine.simulate.Draws;

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

  /** The example of docs/methods/README.md, line by line. */
  @Test
  void whatTheMethodsPagesShowCompilesAndRuns() throws IOException {
    double[][] columns = new double[3][400];
    List<String> groupByRow = new ArrayList<>();
    Draws draws = Draws.seeded(1);
    for (int row = 0; row < columns[0].length; row++) {
      double trait = draws.normal();
      groupByRow.add(row % 2 == 0 ? "north" : "south");
      for (double[] column : columns) {
        column[row] = Math.clamp(Math.round(3 + trait + draws.logistic() / 2), 1, 5);
      }
    }
    // begin
    ItemResponses answers = ItemResponses.of(List.of("item1", "item2", "item3"), columns);
    switch (new Calibrator(new Graded()).fit(answers)) {
      case CalibrationResult.Refused refused -> System.out.println(refused.reason());
      case Calibration fit -> {
        System.out.println(fit.fit().logLik() + " " + fit.items());
        System.out.println(new PointScores(fit).wle(0) + " " + SumScoreFit.of(fit)[0]);
      }
    }
    DifResult dif =
        Dif.of(
            new Calibrator(new Graded()).errors(false),
            answers,
            LoadingPattern.single(answers.items()),
            Grouping.of(groupByRow),
            DifOptions.STANDARD);
    // end
    assertThat(dif).isNotInstanceOf(DifResult.Refused.class);
    assertThat(lines(Files.readString(Path.of("../docs/methods/README.md")), "```java", "```"))
        .isEqualTo(
            lines(
                Files.readString(Path.of("src/test/java/org/leadager/engine/ExampleTest.java")),
                "// begin",
                "// end"))
        .hasSizeGreaterThan(10);
  }

  private static List<String> lines(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    String between = text.substring(from, text.indexOf(end, from));
    return between.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
