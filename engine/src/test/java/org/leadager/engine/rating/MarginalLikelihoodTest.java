package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
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
  private static final GaussRule RULE = GaussRule.normal(61);

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

  /** Log-likelihood of all subjects with the estimated halo variance times this. */
  private static double exact(double factor) {
    double sum = 0;
    for (SubjectRatings subject : DRAWN) {
      sum += exact(FITTED.parameters(), factor * FITTED.priors().haloVariance(0), subject);
    }
    return sum;
  }

  private static double exact(ItemParameters items, double halo, SubjectRatings subject) {
    double[] node = RULE.nodes();
    double[] weight = RULE.weights();
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
