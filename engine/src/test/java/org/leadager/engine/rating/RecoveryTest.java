package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.TrueParameters;

/**
 * The Leadager instrument, 36 items, with day-one priors: truth drawn from the priors, 200 subjects
 * with one boss, four peers and four direct reports each.
 */
class RecoveryTest {
  private static final int SUBJECTS = 200;
  private static final int REPLICATES = 2;
  private static final int COMPETENCES = 18;
  private static final int STEPS = 5;
  private static final List<Integer> PANEL = List.of(0, 1, 1, 1, 1, 2, 2, 2, 2);
  private static final double[] CENTRES = {-3.9, -2.65, -1.4, 0, 1.75};
  private static final double HALO_LOG_SD = .25;
  private static final double EFFECT_LOG_SD = .4;
  private static final double CORRELATION_SD = .2;

  private final RatingStructure structure = structure();
  private final ItemParameters believed = believed();
  private final VariancePriors variances =
      new VariancePriors(priors(new double[8]), HALO_LOG_SD, EFFECT_LOG_SD, CORRELATION_SD);

  /** Squared error over error variance, and the mean error of each kind. */
  private final Tally slopes = new Tally();

  private final Tally thresholds = new Tally();
  private final Tally ofVariances = new Tally();

  @Test
  void parametersAreRecoveredWithinTheirErrors() {
    for (int replicate = 0; replicate < REPLICATES; replicate++) {
      recover(Draws.seeded(300 + replicate));
    }
    // 72 slopes, 360 thresholds: a mean squared standardised error of 1 has a simulation error of
    // √(2/72) = .17, for thresholds too because an item's move together; three of them.
    assertThat(slopes.standardised()).isCloseTo(1, within(3 * .17));
    assertThat(thresholds.standardised()).isCloseTo(1, within(3 * .17));
    // Bias: the mean of all errors against the typical standard error of one.
    assertThat(slopes.bias()).isCloseTo(0, within(slopes.error()));
    assertThat(thresholds.bias()).isCloseTo(0, within(thresholds.error()));
    // Eight variances and correlations in each replicate; posterior SDs are at most the priors'.
    assertThat(ofVariances.standardised()).isLessThan(1);
  }

  private void recover(Draws draws) {
    double[] z = new double[8];
    for (int k = 0; k < z.length; k++) {
      z[k] = draws.normal();
    }
    RatingPriors truth = priors(z);
    ItemParameters items = TrueParameters.draw(structure, believed, draws);
    RatingSimulator simulator = new RatingSimulator(structure, items, truth);
    List<SubjectRatings> subjects = new ArrayList<>();
    for (int p = 0; p < SUBJECTS; p++) {
      subjects.add(simulator.panel(PANEL, draws).ratings());
    }
    Calibrated c =
        (Calibrated)
            RatingCalibration.of(structure).items(believed).variances(variances).fit(subjects);
    assertThat(c.converged()).isTrue();
    assertThat(c.warnings()).isEmpty();
    for (int i = 0; i < structure.items().size(); i++) {
      compareItem(c.parameters(), items, i);
    }
    compareVariances(c.priors(), truth);
  }

  private void compareItem(ItemParameters estimate, ItemParameters truth, int i) {
    ItemUncertainty u = estimate.uncertainty(i);
    slopes.add(Math.log(estimate.slope(i) / truth.slope(i)), u.logSlopeSd());
    double common = estimate.commonShiftSd();
    double variance = common * common + u.shiftSd() * u.shiftSd() + u.jitterSd() * u.jitterSd();
    for (int k = 0; k < STEPS; k++) {
      thresholds.add(estimate.threshold(i, 0, k) - truth.threshold(i, 0, k), Math.sqrt(variance));
    }
  }

  private void compareVariances(RatingPriors estimate, RatingPriors truth) {
    for (int g = 0; g < 3; g++) {
      ofVariances.add(Math.log(estimate.haloVariance(g) / truth.haloVariance(g)), HALO_LOG_SD);
    }
    for (int e = 0; e < CalibrationStatistics.EFFECTS.length; e++) {
      ofVariances.add(
          Math.log(CalibrationLayout.variance(estimate, e) / CalibrationLayout.variance(truth, e)),
          EFFECT_LOG_SD);
    }
    ofVariances.add(
        CalibrationLayout.atanh(estimate.axisCorrelation(0, 1))
            - CalibrationLayout.atanh(truth.axisCorrelation(0, 1)),
        CORRELATION_SD);
  }

  /** Priors moved by z of their spreads. */
  private RatingPriors priors(double[] z) {
    return RatingPriors.builder(structure)
        .haloVariance(0, .9 * Math.exp(HALO_LOG_SD * z[0]))
        .haloVariance(1, 1.5 * Math.exp(HALO_LOG_SD * z[1]))
        .haloVariance(2, 2.0 * Math.exp(HALO_LOG_SD * z[2]))
        .competenceSd(.30 * Math.exp(EFFECT_LOG_SD / 2 * z[3]))
        .sourceSd(.45 * Math.exp(EFFECT_LOG_SD / 2 * z[4]))
        .slantSd(.35 * Math.exp(EFFECT_LOG_SD / 2 * z[5]))
        .testletSd(.35 * Math.exp(EFFECT_LOG_SD / 2 * z[6]))
        .axisCorrelation(0, 1, Math.tanh(.78 + CORRELATION_SD * z[7]))
        .build();
  }

  private static RatingStructure structure() {
    RatingStructure.Builder b = RatingStructure.builder(2, COMPETENCES, 3).with(Effect.values());
    for (int c = 0; c < COMPETENCES; c++) {
      List<Double> weights = c < 7 ? List.of(1., 0.) : c < 14 ? List.of(0., 1.) : List.of(.55, .55);
      int slant = c < 7 ? 1 : c < 14 ? -1 : 0;
      b.item(new RatingItem(weights, c, slant, STEPS + 1));
      b.item(new RatingItem(weights, c, slant, STEPS + 1));
    }
    return b.build();
  }

  /** Day-one beliefs of anchors and second items; thresholds shared by the sources. */
  private ItemParameters believed() {
    ItemParameters.Builder b = ItemParameters.builder(structure).commonShiftSd(.4);
    for (int i = 0; i < structure.items().size(); i++) {
      boolean anchor = i % 2 == 0;
      b.item(i, anchor ? 1.5 : 1.35, CENTRES);
      b.uncertainty(i, new ItemUncertainty(anchor ? .30 : .35, .5, .35, 0));
    }
    return b.build();
  }

  private static final class Tally {
    private int n;
    private double errors;
    private double variances;
    private double squares;

    void add(double error, double sd) {
      n++;
      errors += error;
      variances += sd * sd;
      squares += error * error / (sd * sd);
    }

    double bias() {
      return errors / n;
    }

    double error() {
      return Math.sqrt(variances / n);
    }

    double standardised() {
      return squares / n;
    }
  }
}
