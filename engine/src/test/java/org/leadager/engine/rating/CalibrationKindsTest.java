package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;

/** Items that share their weights on the axes with no other item. */
class CalibrationKindsTest {
  private static final double SLOPE = 1.5;

  /** Two thresholds a hundredth apart: a step along their common scale must not let them cross. */
  @Test
  void anItemOfItsOwnMayHaveAMiddleAnswerThatHardlyAnybodyGives() {
    RatingStructure.Builder b = RatingStructure.builder(2, 0, 1);
    for (int i = 0; i < 8; i++) {
      b.item(new RatingItem(i < 4 ? List.of(1., 0.) : List.of(0., 1.), -1, 0, 5));
    }
    RatingStructure structure = b.item(new RatingItem(List.of(.6, .8), -1, 0, 3)).build();
    Calibrated c = fit(structure, 200, 4, (item, eta) -> item < 8 ? five(eta) : polar(eta));
    assertThat(c.converged()).isTrue();
    double[] thresholds = c.parameters().thresholds(8, 0);
    assertThat(thresholds[1] - thresholds[0]).isBetween(0., .04);
    assertThat(c.parameters().uncertainty(8).logSlopeSd()).isBetween(.01, .3);
  }

  /** Newton's matrix then takes more passes than all steps together may. */
  @Test
  void everyItemMayBeOfItsOwnKind() {
    int items = 52;
    RatingStructure.Builder b = RatingStructure.builder(2, 0, 1);
    for (int i = 0; i < items; i++) {
      double angle = (i + .5) / items * Math.PI / 2;
      b.item(new RatingItem(List.of(Math.cos(angle), Math.sin(angle)), -1, 0, 3));
    }
    RatingStructure structure = b.build();
    Calibrated c = fit(structure, 20, 2, (item, eta) -> three(eta));
    assertThat(c.converged()).isTrue();
    double mean = 0;
    for (int i = 0; i < items; i++) {
      mean += Math.log(c.parameters().slope(i)) / items;
    }
    // All slopes share the doubt about the unit of the axes: 1 / √(2 · 20) = .16.
    assertThat(mean).isCloseTo(Math.log(SLOPE), within(.5));
  }

  /** Once it was halved for ever. */
  @Test
  void aMoveThatIsNoNumberLeavesACorrelationWhereItWas() {
    RatingStructure.Builder b = RatingStructure.builder(2, 0, 1);
    b.item(new RatingItem(List.of(1., 0.), -1, 0, 3));
    b.item(new RatingItem(List.of(0., 1.), -1, 0, 3));
    RatingStructure structure = b.build();
    VariancePriors priors = VariancePriors.weak(structure);
    int[][] count = {{1, 1, 1}, {1, 1, 1}};
    ItemParameters items = new OwnFrequencies(structure, count, priors.centre()).parameters();
    boolean[] usable = {true, true};
    boolean[] halo = {true};
    CalibrationLayout layout =
        new CalibrationLayout(structure, items, priors, usable, halo, SourceShifts.none(structure));
    double[] x = layout.start();
    double[] change = new double[layout.size];
    change[layout.correlation[2]] = Double.NaN;
    double[] next = x.clone();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> new VarianceStep(layout, priors).moveAll(x, next, change));
    assertThat(next[layout.correlation[2]]).isEqualTo(x[layout.correlation[2]]);
  }

  private static int five(double eta) {
    return 1 + (int) Math.clamp(2.5 + eta, 0, 4);
  }

  private static int three(double eta) {
    return eta < -1 ? 1 : eta < 1 ? 2 : 3;
  }

  private static int polar(double eta) {
    return eta < -.004 ? 1 : eta < .004 ? 2 : 3;
  }

  private interface Answer {
    int of(int item, double eta);
  }

  private static Calibrated fit(
      RatingStructure structure, int subjects, int raters, Answer answer) {
    SplittableRandom random = new SplittableRandom(8);
    List<SubjectRatings> out = new ArrayList<>();
    for (int p = 0; p < subjects; p++) {
      SubjectRatings.Builder b = SubjectRatings.builder(structure);
      double[] axes = Panels.person(random);
      for (int r = 0; r < raters; r++) {
        int rater = b.rater(0);
        double halo = random.nextGaussian();
        for (int i = 0; i < structure.items().size(); i++) {
          List<Double> weights = structure.items().get(i).weights();
          double u = random.nextDouble();
          double noise = Math.log(u / (1 - u)) / SLOPE;
          double eta = weights.get(0) * axes[0] + weights.get(1) * axes[1] + halo + noise;
          b.rating(rater, i, answer.of(i, eta));
        }
      }
      out.add(b.build());
    }
    return (Calibrated) RatingCalibration.of(structure).fit(out);
  }
}
