package org.leadager.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.Graded;

class LatentPriorsTest {
  private static final LatentPriors PRIORS = new LatentPriors(.3, .4, 3);

  /** Sixty rows of two groups, six items on two traits. */
  private static final ItemResponses FEW = few();

  private static final LoadingPattern TWO =
      new LoadingPattern(
          List.of("a", "b"), IntStream.range(0, 6).mapToObj(i -> Set.of(i / 3)).toList());
  private static final Grouping GROUPS =
      Grouping.of(IntStream.range(0, 60).mapToObj(r -> r % 2 == 0 ? "x" : "y").toList());

  private static ItemResponses few() {
    double[][] columns = new double[6][60];
    for (int i = 0; i < 6; i++) {
      for (int r = 0; r < 60; r++) {
        columns[i][r] = Math.clamp(Reference.lq2002().value(30 * r, i), 2, 4);
      }
    }
    return ItemResponses.of(Reference.lq2002().names().subList(0, 6), columns);
  }

  private static Calibration fit(LatentPriors latent) {
    return (Calibration)
        new Calibrator(new Graded())
            .priors(Priors.WEAK.latent(latent))
            .tolerance(1e-9)
            .fit(FEW, Design.of(TWO).groups(GROUPS));
  }

  @Test
  void everyStepOfATraitsParameterLowersThePosteriorAsPlainlyDefined() {
    Calibration map = fit(PRIORS);
    assertThat(map.fit().converged()).isTrue();
    Layout layout =
        new Layout(
            FEW,
            new Graded(),
            TWO,
            map.grid(),
            Priors.WEAK,
            new Comparison(Optional.of(GROUPS), Map.of(), List.of()));
    double[] x = new double[layout.parameters];
    for (int i = 0; i < 6; i++) {
      ItemParameters item = map.items().get(i);
      x[layout.offset[i]] = item.slopes().get(i / 3);
      for (int k = 0; k < item.intercepts().size(); k++) {
        x[layout.offset[i] + 1 + k] = item.intercepts().get(k);
      }
    }
    GroupTraits other = map.groups().get(1);
    x[layout.latent] = map.groups().get(0).covariance().get(1).get(0);
    x[layout.latent + 1] = other.mean().get(0);
    x[layout.latent + 2] = other.mean().get(1);
    x[layout.latent + 3] = other.covariance().get(0).get(0);
    x[layout.latent + 4] = other.covariance().get(1).get(0);
    x[layout.latent + 5] = other.covariance().get(1).get(1);
    double best = posterior(layout, x);
    for (int a = layout.latent; a < x.length; a++) {
      for (double step : new double[] {-2e-3, 2e-3}) {
        double[] moved = x.clone();
        moved[a] += step;
        assertThat(posterior(layout, moved)).isLessThan(best);
      }
    }
  }

  /** The priors of PRIORS, written for two traits; those on items do not change here. */
  private static double posterior(Layout layout, double[] x) {
    int at = layout.latent;
    double log = new PlainEStep(layout, FEW, x).logLik;
    log += 2 * Math.log(1 - x[at] * x[at]);
    log -= (x[at + 1] * x[at + 1] + x[at + 2] * x[at + 2]) / (2 * .09);
    double one = Math.log(x[at + 3]);
    double two = Math.log(x[at + 5]);
    log -= (one * one + two * two) / (2 * .16);
    double r = x[at + 4] / Math.sqrt(x[at + 3] * x[at + 5]);
    return log + 2 * Math.log(1 - r * r);
  }

  @Test
  void tighterPriorsDrawTheTraitsTowardsZeroAndOneAndMakeErrorsSmaller() {
    GroupTraits wide = fit(PRIORS).groups().get(1);
    GroupTraits tight = fit(new LatentPriors(.05, .1, 50)).groups().get(1);
    for (int d = 0; d < 2; d++) {
      assertThat(Math.abs(tight.mean().get(d))).isLessThan(.1);
      assertThat(tight.meanErrors().get(d)).isLessThan(wide.meanErrors().get(d));
      assertThat(tight.covariance().get(d).get(d)).isBetween(.7, 1.4);
    }
    assertThat(tight.covariance().get(0).get(1)).isLessThan(wide.covariance().get(0).get(1));
  }

  @Test
  void withoutThemSoFewRowsDoNotDetermineTheCorrelationAndThatIsSaid() {
    Calibration ml = fit(LatentPriors.NONE);
    assertThat(ml.fit().converged()).isFalse();
    assertThat(ml.fit().warnings()).isNotEmpty();
  }

  @Test
  void priorsWithoutWidthAreABrokenInvariant() {
    assertThatThrownBy(() -> new LatentPriors(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LatentPriors(1, 1, .5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
