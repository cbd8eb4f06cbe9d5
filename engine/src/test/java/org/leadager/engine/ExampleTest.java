package org.leadager.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
import org.leadager.engine.rating.CalibrationOutcome;
import org.leadager.engine.rating.Estimate;
import org.leadager.engine.rating.RatingCalibration;
import org.leadager.engine.rating.RatingItem;
import org.leadager.engine.rating.RatingModel;
import org.leadager.engine.rating.RatingStructure;
import org.leadager.engine.rating.SubjectRatings;
import org.leadager.engine.simulate.Draws;

/** The engine as a library; two of the tests are the examples of docs/methods/README.md. */
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

  @Test
  void calibrateAndCompareGroups() {
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
  }

  @Test
  void calibrateAndScoreTheRatingModel() {
    Draws draws = Draws.seeded(1);
    double[] truth = IntStream.range(0, 150).mapToDouble(s -> draws.normal()).toArray();
    int[][][] answersBySubject = answers(truth);
    List<Estimate> levels = List.of();
    // begin
    RatingStructure.Builder instrument = RatingStructure.builder(1, 0, 2);
    for (int item = 0; item < 6; item++) {
      instrument.item(new RatingItem(List.of(1.0), RatingItem.NO_COMPETENCE, 0, 4));
    }
    RatingStructure structure = instrument.build();
    List<SubjectRatings> round = new ArrayList<>();
    for (int[][] forms : answersBySubject) {
      SubjectRatings.Builder subject = SubjectRatings.builder(structure);
      for (int form = 0; form < forms.length; form++) {
        int rater = subject.rater(form == 0 ? 0 : 1);
        for (int item = 0; item < 6; item++) {
          subject.rating(rater, item, forms[form][item]);
        }
      }
      round.add(subject.build());
    }
    switch (RatingCalibration.of(structure).fit(round)) {
      case CalibrationOutcome.NotEnough few -> System.out.println(few.reason());
      case CalibrationOutcome.Calibrated c when !c.converged() -> System.out.println(c.reason());
      case CalibrationOutcome.Calibrated c -> {
        RatingModel model = new RatingModel(structure, c.parameters(), c.priors());
        levels = round.stream().map(s -> model.score(s).axes().get(0).level()).toList();
      }
    }
    // end
    assertThat(levels).hasSameSizeAs(answersBySubject);
    assertThat(meanSquare(levels, truth)).isCloseTo(1, within(4 * Math.sqrt(2.0 / truth.length)));
  }

  /** Four forms on six items about each subject. */
  private static int[][][] answers(double[] levels) {
    int[][][] answers = new int[levels.length][4][6];
    Draws draws = Draws.seeded(2);
    for (int s = 0; s < levels.length; s++) {
      for (int[] form : answers[s]) {
        double seen = 2.5 + levels[s] - draws.normal() / 2;
        for (int item = 0; item < form.length; item++) {
          form[item] = Math.clamp(Math.round(seen + draws.logistic() / 2), 1, 4);
        }
      }
    }
    return answers;
  }

  /**
   * Of errors in units of the stated ones: 1, with an error of √(2/n); the test allows four of
   * them, for levels come in units of these very subjects.
   */
  private static double meanSquare(List<Estimate> levels, double[] truth) {
    return IntStream.range(0, truth.length)
        .mapToDouble(s -> (levels.get(s).mean() - truth[s]) / levels.get(s).sd())
        .map(z -> z * z)
        .average()
        .orElseThrow();
  }

  @Test
  void theMethodsPagesShowTheseExamplesLineByLine() throws IOException {
    String page = Files.readString(Path.of("../docs/methods/README.md"));
    String test = Files.readString(Path.of("src/test/java/org/leadager/engine/ExampleTest.java"));
    assertThat(blocks(page, "```java", "```"))
        .isEqualTo(blocks(test, "// begin", "// end"))
        .hasSize(2)
        .allSatisfy(lines -> assertThat(lines).hasSizeGreaterThan(10));
  }

  /** What stands between lines that are nothing but these marks. */
  private static List<List<String>> blocks(String text, String begin, String end) {
    List<List<String>> blocks = new ArrayList<>();
    boolean inside = false;
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      if (inside && line.equals(end)) {
        inside = false;
      } else if (inside) {
        blocks.getLast().add(line);
      } else if (line.equals(begin)) {
        inside = true;
        blocks.add(new ArrayList<>());
      }
    }
    return blocks;
  }
}
