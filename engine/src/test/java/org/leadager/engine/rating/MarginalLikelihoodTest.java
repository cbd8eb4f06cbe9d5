package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;

/**
 * One axis and one halo per rater: here the marginal likelihood is a nested integral that brute
 * force can do. Raters give two answers each, the hardest case for any approximation.
 */
class MarginalLikelihoodTest {
  private static final int SUBJECTS = 60;
  private static final int RATERS = 4;
  private static final int ITEMS = 2;
  private static final RatingStructure STRUCTURE = structure();
  private static final SourceShifts SHIFTS = SourceShifts.none(STRUCTURE);
  private static final GaussRule RULE = GaussRule.normal(61);

  /** Enough for differences; the integrand is smooth. */
  private static final GaussRule COARSE = GaussRule.normal(25);

  private static final double STEP = .03;

  /** ln a and three thresholds of two items, and ln Var(h). */
  private static final int NUMBERS = 4 * ITEMS + 1;

  private static final List<SubjectRatings> DRAWN = subjects();
  private static final Calibrated FITTED = (Calibrated) RatingCalibration.of(STRUCTURE).fit(DRAWN);

  @Test
  void theReportedLogLikelihoodIsTheIntegral() {
    assertThat(FITTED.converged()).isTrue();
    // 240 raters with 2 answers each; expectation propagation is off by this much in all.
    assertThat(FITTED.fit().logLikelihood()).isCloseTo(exact(1), within(.05));
  }

  /** Exact slope of the penalised log-likelihood in ln Var(h), in standard errors from its top. */
  @Test
  void theEstimateIsTheTopOfTheIntegral() {
    double step = .05;
    double below = exact(Math.exp(-step));
    double above = exact(Math.exp(step));
    double curvature = (above - 2 * exact(1) + below) / (step * step);
    VariancePriors weak = VariancePriors.weak(STRUCTURE);
    double away = Math.log(FITTED.priors().haloVariance(0) / weak.centre().haloVariance(0));
    double slope = (above - below) / (2 * step) - away / Math.pow(weak.haloLogSd(), 2);
    assertThat(curvature).isNegative();
    assertThat(slope / Math.sqrt(-curvature)).isCloseTo(0, within(.02));
  }

  /**
   * Every pair of numbers, against second differences of the penalised integral, in units of both
   * numbers' own information: differences of the gradient are good to about .01, what is linear in
   * the unknowns is exact for thresholds up to their curvature over a rater's spread.
   */
  @Test
  void theInformationIsThatOfTheIntegralVariancesIncluded() {
    double[] found = information();
    double[] exact = new double[NUMBERS * NUMBERS];
    double[] top = top();
    for (int a = 0; a < NUMBERS; a++) {
      for (int b = 0; b <= a; b++) {
        exact[a * NUMBERS + b] = -secondDifference(top, a, b);
      }
    }
    for (int a = 0; a < NUMBERS; a++) {
      for (int b = 0; b <= a; b++) {
        double unit = Math.sqrt(exact[a * NUMBERS + a] * exact[b * NUMBERS + b]);
        double away = found[a * NUMBERS + b] - exact[a * NUMBERS + b];
        assertThat(away / unit).as(a + " and " + b).isCloseTo(0, within(.02));
      }
    }
    assertThat(Dense.cholesky(exact, NUMBERS)).isTrue();
    double[] covariance = Dense.inverse(exact, NUMBERS);
    for (int i = 0; i < ITEMS; i++) {
      double error = Math.sqrt(covariance[4 * i * NUMBERS + 4 * i]);
      assertThat(FITTED.parameters().uncertainty(i).logSlopeSd() / error).isCloseTo(1, within(.05));
    }
  }

  private static double[] top() {
    double[] top = new double[NUMBERS];
    for (int i = 0; i < ITEMS; i++) {
      top[4 * i] = Math.log(FITTED.parameters().slope(i));
      System.arraycopy(FITTED.parameters().thresholds(i, 0), 0, top, 4 * i + 1, 3);
    }
    top[NUMBERS - 1] = Math.log(FITTED.priors().haloVariance(0));
    return top;
  }

  private static double[] information() {
    CalibrationSample sample = new CalibrationSample(STRUCTURE, DRAWN);
    VariancePriors weak = VariancePriors.weak(STRUCTURE);
    OwnFrequencies own = new OwnFrequencies(STRUCTURE, sample.count, weak.centre());
    List<Cells> cells = sample.subjects(new ModelTerms(STRUCTURE, own.parameters(), weak.centre()));
    CalibrationLayout layout =
        new CalibrationLayout(
            STRUCTURE, own.parameters(), weak, sample.usable, sample.haloFree(cells), SHIFTS);
    CalibrationStep step =
        new CalibrationStep(layout, weak, ItemPenalty.own(layout, .5, own.extra()));
    double[] x = layout.start();
    for (int i = 0; i < ITEMS; i++) {
      layout.put(
          x, i, Math.log(FITTED.parameters().slope(i)), FITTED.parameters().thresholds(i, 0));
    }
    x[NUMBERS - 1] = Math.log(FITTED.priors().haloVariance(0));
    ExpectationStep all = new ExpectationStep(STRUCTURE, cells, true, SHIFTS.any());
    return new CalibrationInformation(layout, step, all).at(x);
  }

  private static double secondDifference(double[] top, int a, int b) {
    double sum = 0;
    for (int sign : new int[] {1, -1}) {
      for (int other : new int[] {1, -1}) {
        double[] at = top.clone();
        at[a] += sign * STEP;
        at[b] += other * STEP;
        sum += sign * other * penalised(at);
      }
    }
    return sum / (4 * STEP * STEP);
  }

  /** Slopes around their own mean, that and the halo variance weakly held, as documented. */
  private static double penalised(double[] at) {
    double halo = Math.exp(at[NUMBERS - 1]);
    ItemParameters.Builder items = ItemParameters.builder(STRUCTURE);
    double mean = 0;
    for (int i = 0; i < ITEMS; i++) {
      items.item(i, Math.exp(at[4 * i]), Arrays.copyOfRange(at, 4 * i + 1, 4 * i + 4));
      mean += at[4 * i] / ITEMS;
    }
    double own = ITEMS / .25;
    double weak = 1 / 2.25;
    double centre = (own * mean + weak * Math.log(1.3)) / (own + weak);
    double sum = -weak * Math.pow(centre - Math.log(1.3), 2) / 2;
    for (int i = 0; i < ITEMS; i++) {
      sum -= Math.pow(at[4 * i] - centre, 2) / .25 / 2;
    }
    sum -= Math.pow((at[NUMBERS - 1] - Math.log(1.5)) / 1.5, 2) / 2;
    ItemParameters built = items.build();
    return sum
        + DRAWN.parallelStream()
            .mapToDouble(s -> exact(built, halo, s, COARSE))
            .boxed()
            .toList()
            .stream()
            .mapToDouble(Double::doubleValue)
            .sum();
  }

  /** Log-likelihood of all subjects with the estimated halo variance times this. */
  private static double exact(double factor) {
    double sum = 0;
    for (SubjectRatings subject : DRAWN) {
      sum += exact(FITTED.parameters(), factor * FITTED.priors().haloVariance(0), subject, RULE);
    }
    return sum;
  }

  private static double exact(
      ItemParameters items, double halo, SubjectRatings subject, GaussRule rule) {
    double[] node = rule.nodes();
    double[] weight = rule.weights();
    double sum = 0;
    for (int a = 0; a < node.length; a++) {
      double product = weight[a];
      for (int r = 0; r < subject.raters(); r++) {
        double inner = 0;
        for (int h = 0; h < node.length; h++) {
          double eta = node[a] + Math.sqrt(halo) * node[h];
          inner += weight[h] * likelihood(items, subject, r, eta);
        }
        product *= inner;
      }
      sum += product;
    }
    return Math.log(sum);
  }

  private static double likelihood(
      ItemParameters items, SubjectRatings subject, int rater, double eta) {
    double product = 1;
    for (int n = 0; n < subject.ratings(); n++) {
      if (subject.rater(n) == rater) {
        int i = subject.item(n);
        int k = subject.category(n) - 1;
        double[] b = items.thresholds(i, 0);
        double low = k == 0 ? 1 : 1 / (1 + Math.exp(-items.slope(i) * (eta - b[k - 1])));
        double high = k == b.length ? 0 : 1 / (1 + Math.exp(-items.slope(i) * (eta - b[k])));
        product *= low - high;
      }
    }
    return product;
  }

  private static RatingStructure structure() {
    RatingStructure.Builder b = RatingStructure.builder(1, 0, 1);
    for (int i = 0; i < ITEMS; i++) {
      b.item(new RatingItem(List.of(1.), RatingItem.NO_COMPETENCE, 0, 4));
    }
    return b.build();
  }

  private static List<SubjectRatings> subjects() {
    SplittableRandom random = new SplittableRandom(11);
    List<SubjectRatings> out = new ArrayList<>();
    for (int p = 0; p < SUBJECTS; p++) {
      SubjectRatings.Builder b = SubjectRatings.builder(STRUCTURE);
      double axis = random.nextGaussian();
      for (int r = 0; r < RATERS; r++) {
        int rater = b.rater(0);
        double halo = random.nextGaussian();
        for (int i = 0; i < ITEMS; i++) {
          double u = random.nextDouble();
          double eta = axis + halo + Math.log(u / (1 - u)) / 1.7;
          b.rating(rater, i, 1 + (int) Math.clamp(2 + eta, 0, 3));
        }
      }
      out.add(b.build());
    }
    return out;
  }
}
