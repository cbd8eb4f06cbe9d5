package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;

/** Somebody else's instrument: the real set lq2002. */
class RatingCalibrationTest {
  private static final RatingStructure STRUCTURE = Companies.structure();
  private static final List<SubjectRatings> COMPANIES = Companies.ratings(STRUCTURE);

  private static final Calibrated FITTED = fit(true);

  @Test
  void companiesAreOrderedAsTheirAnswersOrderThem() {
    Calibrated c = FITTED;
    assertThat(c.converged()).isTrue();
    assertThat(c.warnings()).isEmpty();
    assertThat(c.fit().subjects()).isEqualTo(49);
    assertThat(c.fit().raters()).isEqualTo(2042);
    assertThat(c.fit().ratings()).isEqualTo(2042 * Companies.ITEMS);
    List<SubjectScore> scores = scores(c);
    for (int axis = 0; axis < 2; axis++) {
      assertThat(order(scores, axis, false)).as("axis " + axis).isGreaterThan(.95);
    }
    // Alone, the officers' four items and the sergeants' four agree less with their axis than
    // together with the shared ones, which speak about it too.
    assertThat(order(scores, 0, true)).isGreaterThan(.95);
    assertThat(order(scores, 1, true)).isGreaterThan(.90);
  }

  @Test
  void originAndUnitAreThoseOfTheSet() {
    Calibrated c = FITTED;
    List<SubjectScore> scores = scores(c);
    double rho = c.priors().axisCorrelation(0, 1);
    double[] mean = new double[2];
    double spread = 0;
    for (SubjectScore score : scores) {
      double[][] square = new double[2][2];
      for (int a = 0; a < 2; a++) {
        mean[a] += score.joint().mean(a) / scores.size();
        for (int b = 0; b < 2; b++) {
          square[a][b] =
              score.joint().mean(a) * score.joint().mean(b) + score.joint().covariance(a, b);
        }
      }
      double form = (square[0][0] + square[1][1] - 2 * rho * square[0][1]) / (1 - rho * rho);
      spread += form / 2 / scores.size();
    }
    // Where the estimate stands still, posterior moments average to the prior's: the means to 0,
    // and
    // because all slopes may grow together, θᵀ R⁻¹ θ to the number of axes. The rest is Laplace in
    // scoring, the doubt about items and the weak priors.
    assertThat(mean[0]).isCloseTo(0, within(.02));
    assertThat(mean[1]).isCloseTo(0, within(.02));
    assertThat(spread).isCloseTo(1, within(.04));
    assertThat(scores.getFirst().sourceViews()).isEmpty();
    // Soldiers differ far more than companies: ICC(1) of the mean of all items is .088.
    assertThat(c.priors().haloVariance(0)).isBetween(4., 10.);
    assertThat(rho).isBetween(.6, .9);
    // The unit is the SD of 49 companies, whose relative error would be 1 / √(2 · 48) = .10 were
    // they observed; the origin is their mean.
    for (int i = 0; i < Companies.ITEMS; i++) {
      assertThat(c.parameters().uncertainty(i).logSlopeSd()).isBetween(.10, .16);
    }
    assertThat(c.parameters().commonShiftSd()).isBetween(.05, .3);
  }

  @Test
  void oneThreadAndManyGiveTheSame() {
    Calibrated one = fit(false);
    Calibrated many = FITTED;
    assertThat(many.fit()).isEqualTo(one.fit());
    assertThat(many.priors().haloVariance(0)).isEqualTo(one.priors().haloVariance(0));
    for (int i = 0; i < Companies.ITEMS; i++) {
      assertThat(many.parameters().slope(i)).isEqualTo(one.parameters().slope(i));
      assertThat(many.parameters().thresholds(i, 0)).isEqualTo(one.parameters().thresholds(i, 0));
      assertThat(many.parameters().uncertainty(i)).isEqualTo(one.parameters().uncertainty(i));
    }
  }

  private static Calibrated fit(boolean parallel) {
    return (Calibrated) RatingCalibration.of(STRUCTURE).parallel(parallel).fit(COMPANIES);
  }

  private static List<SubjectScore> scores(Calibrated c) {
    RatingModel model = new RatingModel(STRUCTURE, c.parameters(), c.priors());
    return COMPANIES.stream().map(model::score).toList();
  }

  private static double order(List<SubjectScore> scores, int axis, boolean pure) {
    double[] level = scores.stream().mapToDouble(s -> s.joint().mean(axis)).toArray();
    return Companies.spearman(level, Companies.rawMeans(STRUCTURE, COMPANIES, axis, pure));
  }
}
