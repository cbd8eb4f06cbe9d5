package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.AxesVerdict.Answer;
import org.leadager.engine.rating.AxesVerdict.Evidence;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;

/**
 * Are a company's officers and its non-commissioned officers two axes? The real set lq2002: 49
 * companies, 2,042 soldiers. The same question asked of raw scores, as Haberman did, is the oracle.
 */
class CompaniesGateTest {
  private static final RatingStructure STRUCTURE = Companies.structure();
  private static final List<SubjectRatings> COMPANIES = Companies.ratings(STRUCTURE);
  private static final double RATERS = 2042 / 49.;

  @Test
  void officersAndSergeantsAreTwoAxes() {
    List<Double> panel = AxesGate.meanPanel(STRUCTURE, COMPANIES);
    assertThat(panel.getFirst()).isCloseTo(RATERS, within(1e-9));
    Calibrated calibrated = (Calibrated) RatingCalibration.of(STRUCTURE).fit(COMPANIES);
    AxesVerdict verdict = AxesGate.verdict(STRUCTURE, calibrated, panel);
    assertThat(verdict.answer()).isEqualTo(Answer.TWO_AXES);
    Evidence e = Objects.requireNonNull(verdict.evidence());
    assertThat(e.correlation().low()).isCloseTo(.59, within(.01));
    assertThat(e.correlation().high()).isCloseTo(.86, within(.01));
    // Much is general, but soldiers differ too widely for the total to be general above all.
    assertThat(e.ecv()).isCloseTo(.80, within(.01));
    assertThat(e.omegaH()).isCloseTo(.72, within(.01));
    for (int a = 0; a < 2; a++) {
      double rawOwn = rawPrmse(a, own(a));
      double rawTotal = rawPrmse(a, _ -> 1.);
      assertThat(rawOwn).isGreaterThan(rawTotal);
      // What the gate compares. Raw scores count every item alike and know no thresholds.
      assertThat(e.own().get(a) - e.total().get(a)).isCloseTo(rawOwn - rawTotal, within(.03));
      // The model gives raters one halo for both axes. Soldiers agree less about sergeants than
      // about officers, so that it believes the former better told than they are.
      assertThat(e.own().get(a)).isCloseTo(rawOwn, within(a == 0 ? .03 : .13));
    }
  }

  private static ToDoubleFunction<Integer> own(int axis) {
    return item -> STRUCTURE.items().get(item).isPure(axis) ? 1 : 0;
  }

  /**
   * Haberman's PRMSE of a company's true score on an axis' own items, by its mean score with the
   * given weights: squared true covariance over true times observed variance, by the one-way
   * analysis of covariance.
   */
  private static double rawPrmse(int axis, ToDoubleFunction<Integer> weights) {
    Components own = components(own(axis), own(axis));
    Components cross = components(own(axis), weights);
    Components score = components(weights, weights);
    return cross.between * cross.between / (own.between * (score.between + score.within / RATERS));
  }

  private record Components(double between, double within) {}

  private static Components components(
      ToDoubleFunction<Integer> first, ToDoubleFunction<Integer> second) {
    double n = 0;
    double squares = 0;
    double within = 0;
    double[] sum = new double[2];
    double groups = 0;
    for (SubjectRatings company : COMPANIES) {
      int size = company.raters();
      double[] x = scores(company, first);
      double[] y = scores(company, second);
      double mx = mean(x);
      double my = mean(y);
      for (int r = 0; r < size; r++) {
        within += (x[r] - mx) * (y[r] - my);
      }
      groups += size * mx * my;
      sum[0] += size * mx;
      sum[1] += size * my;
      n += size;
      squares += (double) size * size;
    }
    int k = COMPANIES.size();
    double meanBetween = (groups - sum[0] * sum[1] / n) / (k - 1);
    double meanWithin = within / (n - k);
    double size = (n - squares / n) / (k - 1);
    return new Components((meanBetween - meanWithin) / size, meanWithin);
  }

  /** Each rater's weighted sum of answers. */
  private static double[] scores(SubjectRatings company, ToDoubleFunction<Integer> weights) {
    double[] sum = new double[company.raters()];
    for (int row = 0; row < company.ratings(); row++) {
      sum[company.rater(row)] += weights.applyAsDouble(company.item(row)) * company.category(row);
    }
    return sum;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum / values.length;
  }
}
