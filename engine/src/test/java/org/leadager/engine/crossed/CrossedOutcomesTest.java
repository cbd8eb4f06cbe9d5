package org.leadager.engine.crossed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadager.engine.crossed.CrossedResult.Gaussian;
import org.leadager.engine.crossed.CrossedResult.Ordinal;
import org.leadager.engine.crossed.CrossedResult.Refused;

class CrossedOutcomesTest {
  private static final int[][] FULL = {{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}};

  enum Model {
    GAUSSIAN,
    ORDINAL;

    CrossedResult fit(CrossedRatings data) {
      return this == GAUSSIAN ? CrossedGaussian.fit(data) : CrossedOrdinal.fit(data);
    }

    String refusal(int[][] cells, double... answers) {
      return ((Refused) fit(Designs.of(cells, answers))).reason();
    }
  }

  @ParameterizedTest
  @EnumSource
  void constantAnswersAreRefused(Model model) {
    assertThat(model.refusal(FULL, 3, 3, 3, 3, 3, 3)).isEqualTo("All answers are the same.");
  }

  @ParameterizedTest
  @EnumSource
  void oneRaterIsRefused(Model model) {
    int[][] cells = {{0, 0}, {0, 0}, {0, 1}, {0, 1}};
    assertThat(model.refusal(cells, 1, 2, 3, 4)).contains("Fewer than two raters");
  }

  @ParameterizedTest
  @EnumSource
  void oneRateeIsRefused(Model model) {
    int[][] cells = {{0, 0}, {0, 0}, {1, 0}, {1, 0}};
    assertThat(model.refusal(cells, 1, 2, 3, 4)).contains("Fewer than two ratees");
  }

  @ParameterizedTest
  @EnumSource
  void missingAnswersDoNotCount(Model model) {
    double none = Double.NaN;
    assertThat(model.refusal(FULL, 1, 2, 3, none, none, none)).contains("ratee has one answer");
    assertThat(model.refusal(FULL, none, none, none, none, none, none)).contains("Fewer than two");
  }

  @ParameterizedTest
  @EnumSource
  void oneAnswerByEachRaterIsRefused(Model model) {
    int[][] cells = {{0, 0}, {1, 0}, {2, 1}, {3, 1}};
    assertThat(model.refusal(cells, 1, 2, 3, 4)).contains("Every rater has one answer");
  }

  @ParameterizedTest
  @EnumSource
  void ratersEachWithTheirOwnRateeAreRefused(Model model) {
    int[][] cells = {{0, 0}, {0, 0}, {1, 1}, {1, 1}, {2, 2}};
    assertThat(model.refusal(cells, 1, 2, 3, 4, 5)).contains("cannot be told apart");
  }

  @ParameterizedTest
  @EnumSource
  void setsWithoutALinkAreCounted(Model model) {
    int[][] cells = new int[40][];
    double[] answers = new double[40];
    for (int e = 0; e < 40; e++) {
      int set = e / 20;
      cells[e] = new int[] {10 * set + e % 4, 10 * set + e % 5};
      answers[e] = 1 + (e * 7 + e / 3) % 4;
    }
    CrossedResult result = model.fit(Designs.of(cells, answers));
    CrossedResult.Run run = result instanceof Gaussian fit ? fit.run() : ((Ordinal) result).run();
    assertThat(run.sets()).isEqualTo(2);
    assertThat(run.warnings().get(0)).contains("2 sets").contains("within a set only");
  }

  @ParameterizedTest
  @EnumSource
  void groupsWithoutAnswersAreRefused(Model model) {
    CrossedRatings data =
        Designs.of(FULL, new double[] {1, Double.NaN, 2, 3, Double.NaN, 2})
            .groupedBy(Designs.alternating(6, 3));
    assertThat(((Refused) model.fit(data)).reason()).contains("group 1 has no answers");
  }
}
