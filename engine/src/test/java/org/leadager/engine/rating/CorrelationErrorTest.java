package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;

/** The axes' correlation comes with an error that contains the doubt about all else. */
class CorrelationErrorTest {
  private static final RatingStructure COMPANIES = Companies.structure();
  private static final VariancePriors WEAK = VariancePriors.weak(COMPANIES);

  /** lq2002 once more with ρ held at some distance, where the penalised likelihood must fall. */
  @Test
  void theErrorIsTheCurvatureOfTheProfile() {
    CorrelationEstimate rho = fit(WEAK).correlations().getFirst();
    double z = rho.atanh().mean();
    double far = .4;
    double fall = 2 * profile(z) - profile(z - far) - profile(z + far);
    // The profile is no exact parabola so far out: 5%.
    assertThat(far / Math.sqrt(fall)).isCloseTo(rho.atanh().sd(), within(.05 * rho.atanh().sd()));
  }

  private static double profile(double z) {
    RatingPriors held =
        WEAK.centre().toBuilder(COMPANIES).axisCorrelation(0, 1, Math.tanh(z)).build();
    VariancePriors priors = new VariancePriors(held, WEAK.haloLogSd(), WEAK.effectLogSd(), 0);
    Calibrated c = fit(priors);
    assertThat(c.correlations()).isEmpty();
    double haloPull = Math.log(c.priors().haloVariance(0) / 1.5) / WEAK.haloLogSd();
    return c.fit().logLikelihood() - z * z / 2 - haloPull * haloPull / 2;
  }

  private static Calibrated fit(VariancePriors priors) {
    return (Calibrated)
        RatingCalibration.of(COMPANIES).variances(priors).fit(Companies.ratings(COMPANIES));
  }

  @Test
  void simulatedCorrelationsLieAsFarOffAsTheirErrorsSay() {
    RatingStructure.Builder b = RatingStructure.builder(2, 0, 1);
    for (int i = 0; i < 6; i++) {
      List<Double> weights = i < 3 ? List.of(1., 0.) : List.of(0., 1.);
      b.item(new RatingItem(weights, RatingItem.NO_COMPETENCE, 0, 5));
    }
    RatingStructure structure = b.build();
    RatingPriors truth =
        RatingPriors.builder(structure).axisCorrelation(0, 1, .65).haloVariance(0, 1.5).build();
    ItemParameters.Builder items = ItemParameters.builder(structure);
    for (int i = 0; i < 6; i++) {
      items.item(i, 1.3, new double[] {-3, -1.5, 0, 1.5});
    }
    RatingSimulator simulator = new RatingSimulator(structure, items.build(), truth);
    int replicates = 24;
    double squares = 0;
    for (int replicate = 0; replicate < replicates; replicate++) {
      Draws draws = Draws.seeded(600 + replicate);
      List<SubjectRatings> subjects = new ArrayList<>();
      for (int p = 0; p < 60; p++) {
        subjects.add(simulator.panel(List.of(0, 0, 0), draws).ratings());
      }
      Calibrated c = (Calibrated) RatingCalibration.of(structure).fit(subjects);
      Estimate z = c.correlations().getFirst().atanh();
      squares += Math.pow((z.mean() - CalibrationLayout.atanh(.65)) / z.sd(), 2);
    }
    // A mean of so many squares of standard normal numbers has the error √(2/24) = .29.
    assertThat(squares / replicates).isCloseTo(1, within(3 * Math.sqrt(2. / replicates)));
  }
}
