package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;
import org.leadager.engine.rating.CalibrationOutcome.NotEnough;
import org.leadager.engine.rating.CalibrationWarning.Kind;

/** Answers that say too little: never a silent number. */
class CalibrationLimitsTest {
  private static final int ITEMS = 4;
  private static final RatingStructure STRUCTURE = structure();

  @Test
  void noAnswersAreRefused() {
    assertThat(refusal(List.of())).contains("no answers");
    assertThat(refusal(List.of(SubjectRatings.builder(STRUCTURE).build()))).contains("no answers");
  }

  @Test
  void oneSubjectIsRefused() {
    assertThat(refusal(subjects(1, 5, (item, answer) -> answer))).contains("Only one person");
  }

  @Test
  void answersThatNeverDifferAreRefused() {
    assertThat(refusal(subjects(30, 5, (item, answer) -> 3))).contains("one answer only");
  }

  @Test
  void anAxisWithoutDifferingAnswersIsRefused() {
    assertThat(refusal(subjects(30, 5, (item, answer) -> item < 2 ? answer : 3)))
        .contains("axis 2");
  }

  @Test
  void aConstantItemKeepsAssumedParametersAndIsNamed() {
    Calibrated c = fit(subjects(40, 5, (item, answer) -> item == 1 ? 4 : answer));
    assertThat(c.converged()).isTrue();
    assertThat(c.warnings())
        .extracting(CalibrationWarning::kind, CalibrationWarning::index)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.CONSTANT_ITEM, 1));
    assertThat(c.parameters().uncertainty(1).logSlopeSd())
        .isGreaterThan(c.parameters().uncertainty(0).logSlopeSd());
  }

  @Test
  void anUnansweredItemIsNamed() {
    Calibrated c = fit(subjects(40, 5, (item, answer) -> item == 3 ? 0 : answer));
    assertThat(c.converged()).isTrue();
    assertThat(c.warnings())
        .extracting(CalibrationWarning::kind)
        .containsExactly(Kind.UNANSWERED_ITEM);
  }

  @Test
  void answersNobodyChoseAreNamedAndTheirThresholdsStayFinite() {
    Calibrated c =
        fit(
            subjects(
                40,
                5,
                (item, answer) -> item == 0 ? (answer == 1 ? 2 : 2 * (answer / 2)) : answer));
    assertThat(c.converged()).isTrue();
    assertThat(c.warnings())
        .extracting(CalibrationWarning::kind, CalibrationWarning::index)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.EMPTY_CATEGORY, 0),
            org.assertj.core.groups.Tuple.tuple(Kind.EMPTY_CATEGORY, 0),
            org.assertj.core.groups.Tuple.tuple(Kind.EMPTY_CATEGORY, 0));
    for (double b : c.parameters().thresholds(0, 0)) {
      assertThat(b).isBetween(-30., 30.);
    }
  }

  @Test
  void raterDifferencesAreAssumedWhereNobodyIsRatedByTwo() {
    Calibrated c = fit(subjects(60, 1, (item, answer) -> answer));
    assertThat(c.warnings()).extracting(CalibrationWarning::kind).containsExactly(Kind.HALO_HELD);
    assertThat(c.priors().haloVariance(0)).isEqualTo(1.5);
  }

  @Test
  void fewSubjectsAreFlagged() {
    assertThat(fit(subjects(5, 4, (item, answer) -> answer)).warnings())
        .extracting(CalibrationWarning::kind)
        .contains(Kind.FEW_SUBJECTS);
  }

  @Test
  void straightLinesAreFlaggedSoon() {
    List<SubjectRatings> subjects = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(9);
    for (int p = 0; p < 50; p++) {
      SubjectRatings.Builder b = SubjectRatings.builder(STRUCTURE);
      for (int r = 0; r < 10; r++) {
        int answer = 1 + random.nextInt(5);
        int rater = b.rater(0);
        for (int i = 0; i < ITEMS; i++) {
          b.rating(rater, i, answer);
        }
      }
      subjects.add(b.build());
    }
    Calibrated c = fit(subjects);
    assertThat(c.converged()).isFalse();
    assertThat(c.reason()).isNotEmpty();
    assertThat(c.warnings()).extracting(CalibrationWarning::kind).contains(Kind.SLOPE_AT_BOUND);
    assertThat(c.parameters().uncertainty(0).logSlopeSd()).isPositive();
  }

  /** The search gives up long before its steps run out, and must not say that they did. */
  @Test
  void peopleWhoseAnswersAreAllAlikeAreNamedAsTheReason() {
    RatingStructure.Builder scale = RatingStructure.builder(3, 0, 1);
    for (int i = 0; i < 9; i++) {
      List<Double> weights = List.of(i % 3 == 0 ? 1. : 0, i % 3 == 1 ? 1. : 0, i % 3 == 2 ? 1. : 0);
      scale.item(new RatingItem(weights, -1, 0, 10));
    }
    RatingStructure structure = scale.build();
    SplittableRandom random = new SplittableRandom(3);
    List<SubjectRatings> subjects = new ArrayList<>();
    for (int p = 0; p < 60; p++) {
      SubjectRatings.Builder b = SubjectRatings.builder(structure);
      int answer = random.nextGaussian() > 0 ? 10 : 1;
      for (int r = 0; r < 3; r++) {
        int rater = b.rater(0);
        for (int i = 0; i < 9; i++) {
          b.rating(rater, i, answer);
        }
      }
      subjects.add(b.build());
    }
    Calibrated c = (Calibrated) RatingCalibration.of(structure).fit(subjects);
    assertThat(c.converged()).isFalse();
    assertThat(c.fit().iterations()).isLessThan(200);
    assertThat(c.reason()).contains("all alike");
  }

  private interface Change {
    /** The answer to write down instead; 0 for none. */
    int of(int item, int answer);
  }

  private static RatingStructure structure() {
    RatingStructure.Builder b = RatingStructure.builder(2, 0, 1);
    for (int i = 0; i < ITEMS; i++) {
      b.item(new RatingItem(i < 2 ? List.of(1., 0.) : List.of(0., 1.), -1, 0, 5));
    }
    return b.build();
  }

  private static List<SubjectRatings> subjects(int count, int raters, Change change) {
    SplittableRandom random = new SplittableRandom(7);
    List<SubjectRatings> out = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      SubjectRatings.Builder b = SubjectRatings.builder(STRUCTURE);
      double[] axes = Panels.person(random);
      for (int r = 0; r < raters; r++) {
        int rater = b.rater(0);
        double halo = random.nextGaussian();
        for (int i = 0; i < ITEMS; i++) {
          double u = random.nextDouble();
          double eta = axes[i / 2] + halo + Math.log(u / (1 - u)) / 1.5;
          int answer = change.of(i, 1 + (int) Math.clamp(2.5 + eta, 0, 4));
          if (answer > 0) {
            b.rating(rater, i, answer);
          }
        }
      }
      out.add(b.build());
    }
    return out;
  }

  private static Calibrated fit(List<SubjectRatings> subjects) {
    return (Calibrated) RatingCalibration.of(STRUCTURE).fit(subjects);
  }

  private static String refusal(List<SubjectRatings> subjects) {
    return ((NotEnough) RatingCalibration.of(STRUCTURE).fit(subjects)).reason();
  }
}
