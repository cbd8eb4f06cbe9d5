package org.leadager.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.Graded;

class PriorsTest {
  private static final double[][] FEW = {
    {1, 2, 3, 1, 2, 3, 2, 1, 3, 2}, {1, 2, 2, 1, 3, 3, 2, 2, 3, 1}, {2, 2, 3, 1, 2, 3, 1, 1, 3, 2}
  };

  private static Calibration fit(ItemResponses y, Priors priors) {
    return (Calibration) new Calibrator(new Graded()).priors(priors).tolerance(1e-9).fit(y);
  }

  @Test
  void dataTooFewForAMaximumOfTheLikelihoodHaveOneOfThePosterior() {
    ItemResponses y = ItemResponses.of(List.of("a", "b", "c"), FEW);
    assertThat(fit(y, Priors.NONE).fit().converged()).isFalse();
    Calibration map = fit(y, Priors.WEAK);
    assertThat(map.fit().converged()).isTrue();
    assertThat(map.fit().warnings()).isEmpty();
    assertThat(map.items()).allSatisfy(i -> assertThat(i.slopes().get(0)).isBetween(0.0, 4.0));
    assertThat(map.items()).allSatisfy(i -> assertThat(i.slopeErrors().get(0)).isLessThan(1));
  }

  @Test
  void everyStepAwayFromTheEstimatesLowersThePosteriorAsPlainlyDefined() {
    ItemResponses y = ItemResponses.of(List.of("a", "b", "c"), FEW);
    Calibration map = fit(y, Priors.WEAK);
    Layout layout =
        new Layout(
            y, new Graded(), LoadingPattern.single(3), map.grid(), Priors.WEAK, Comparison.NONE);
    double[] x = new double[layout.parameters];
    for (int i = 0; i < 3; i++) {
      x[3 * i] = map.items().get(i).slopes().get(0);
      x[3 * i + 1] = map.items().get(i).intercepts().get(0);
      x[3 * i + 2] = map.items().get(i).intercepts().get(1);
    }
    double best = posterior(layout, y, x);
    for (int a = 0; a < x.length; a++) {
      for (double step : new double[] {-1e-3, 1e-3}) {
        double[] moved = x.clone();
        moved[a] += step;
        assertThat(posterior(layout, y, moved)).isLessThan(best);
      }
    }
  }

  private static double posterior(Layout layout, ItemResponses y, double[] x) {
    double log = new PlainEStep(layout, y, x).logLik;
    for (int a = 0; a < x.length; a++) {
      log -= a % 3 == 0 ? (x[a] - 1.5) * (x[a] - 1.5) / 2 : x[a] * x[a] / 32;
    }
    return log;
  }

  @Test
  void manyDataDrownThePriors() {
    ItemResponses y = Reference.lq2002();
    Calibration map = fit(y, new Priors(1.5, 100, 400));
    Calibration ml = fit(y, Priors.NONE);
    assertThat(map.items().get(4).slopes().get(0))
        .isCloseTo(ml.items().get(4).slopes().get(0), within(1e-5));
    assertThat(map.fit().logLik()).isCloseTo(ml.fit().logLik(), within(1e-6));
  }

  @Test
  void aPriorWithoutWidthIsRefused() {
    assertThatThrownBy(() -> new Priors(1, 0, 4)).isInstanceOf(IllegalArgumentException.class);
  }
}
