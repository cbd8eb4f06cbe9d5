package org.leadager.engine.crossed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetResult;
import org.leadager.engine.facets.FacetResult.Fitted;
import org.leadager.engine.facets.FacetResult.Rater;
import org.leadager.engine.facets.FacetResult.Refused;
import tools.jackson.databind.JsonNode;

class RandomRatersTest {

  /** Four raters of its own for each subject: the integral is two-level and exact on a grid. */
  @Test
  void nestedRatersGiveTheExactTwoLevelIntegral() {
    for (StepModel model : StepModel.values()) {
      SimulatedRaters data = SimulatedRaters.nested(60, 4, 3, model, 7);
      for (double tau : new double[] {0, 0.4, 1.2}) {
        double[] x = data.parameters(1.3, tau);
        double exact = BruteForce.nested(data, model, 1.3, tau);
        // Only the Gaussian form of the messages is approximate: 2e-3 a subject at most.
        assertThat(logLik(data, model, x)).isCloseTo(exact, within(60 * 2e-3));
      }
    }
  }

  /** Three raters who all rate everybody: the graph is nothing but circles. */
  @Test
  void fewRatersWhoRateEverybodyAreNearTheExactCrossedIntegral() {
    SimulatedRaters data = SimulatedRaters.crossed(40, 3, 2, StepModel.GRADED, 8);
    double exact = BruteForce.crossedThree(data, StepModel.GRADED, 1.2, 0.7);
    double here = logLik(data, StepModel.GRADED, data.parameters(1.2, 0.7));
    assertThat(here).isCloseTo(exact, within(0.5));
  }

  /** Cavities narrower than the first grid's spacing: the nodes must get finer on the way. */
  @Test
  void manyRatersWhoRateEverybodyAreResolved() {
    SimulatedRaters data = SimulatedRaters.crossed(250, 250, 1, StepModel.PARTIAL_CREDIT, 9);
    double here = logLik(data, StepModel.PARTIAL_CREDIT, data.parameters(1.2, 0.7));
    assertThat(here).isFinite();
  }

  private static double logLik(SimulatedRaters data, StepModel model, double[] x) {
    Forms forms = new Forms(data.ratings);
    int[] categories = new int[data.items];
    Arrays.fill(categories, SimulatedRaters.CATEGORIES);
    return -new RandomObjective(forms, model, categories).at(x).value;
  }

  @Test
  void theGradientIsThatOfTheLikelihood() {
    for (StepModel model : StepModel.values()) {
      SimulatedRaters data = SimulatedRaters.sparse(80, 60, 4, 2, model, 3);
      double[] x = data.parameters(0.9, 0.5);
      int[] categories = {SimulatedRaters.CATEGORIES, SimulatedRaters.CATEGORIES};
      RandomObjective objective = new RandomObjective(new Forms(data.ratings), model, categories);
      double[] gradient = objective.at(x).gradient;
      for (int k = 0; k < x.length; k++) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[k] += 1e-4;
        down[k] -= 1e-4;
        double slope = (objective.at(up).value - objective.at(down).value) / 2e-4;
        assertThat(gradient[k]).isCloseTo(slope, within(1e-4 * (1 + Math.abs(slope))));
      }
    }
  }

  /**
   * lme4 uses Laplace's approximation, which takes the spread too small here (subjects' variance
   * 4.53 for 5.01) and with it all severities: near is half a standard error, no more.
   */
  @Test
  void twoCategoriesAreNearLme4() {
    ItemResponses y = Reference.items("ptam4.csv", 2);
    double[][] high = new double[y.items()][y.rows()];
    for (int i = 0; i < y.items(); i++) {
      for (int r = 0; r < y.rows(); r++) {
        high[i][r] = Double.isNaN(y.value(r, i)) ? Double.NaN : y.value(r, i) >= 2 ? 1 : 0;
      }
    }
    Ratings ratings =
        new Ratings(
            ItemResponses.of(y.names(), high),
            Reference.grouping("ptam4.csv", 0),
            Reference.grouping("ptam4.csv", 1));
    JsonNode lme4 = Reference.json("random-raters.json").at("/ptam4_two_categories");
    Fitted graded = fitted(ratings, StepModel.GRADED);
    Fitted partial = fitted(ratings, StepModel.PARTIAL_CREDIT);
    assertThat(graded.deviance()).isCloseTo(partial.deviance(), within(1e-4));
    assertThat(graded.variance()).isCloseTo(partial.variance(), within(1e-3));
    double tau2 = graded.random().orElseThrow().raterVariance();
    assertThat(tau2).isCloseTo(lme4.at("/raterVariance").asDouble(), within(0.03));
    for (FacetResult.Item item : graded.items()) {
      assertThat(item.difficulty())
          .isCloseTo(-lme4.at("/items/item" + item.name()).asDouble(), within(0.03));
      assertThat(item.se())
          .isCloseTo(lme4.at("/itemErrors/item" + item.name()).asDouble(), within(0.03));
    }
    for (Rater rater : graded.raters()) {
      double reference = -lme4.at("/raters/" + rater.name()).asDouble();
      assertThat(rater.severity()).isCloseTo(reference, within(rater.se() / 2));
      assertThat(rater.se())
          .isCloseTo(lme4.at("/raterErrors/" + rater.name()).asDouble(), within(0.03));
    }
  }

  @Test
  void oneItemIsNearCrossedOrdinal() {
    CrossedRatings ratings = Insteval.firstStudents(200);
    CrossedResult.Ordinal laplace = (CrossedResult.Ordinal) CrossedOrdinal.fit(ratings);
    double[] y = new double[ratings.rows()];
    for (int r = 0; r < y.length; r++) {
      y[r] = ratings.answer(r);
    }
    Fitted fit =
        fitted(
            new Ratings(
                ItemResponses.of(List.of("rating"), new double[][] {y}),
                ratings.ratees(),
                ratings.raters()),
            StepModel.GRADED);
    double raterSd = Math.sqrt(fit.random().orElseThrow().raterVariance());
    assertThat(raterSd).isCloseTo(laplace.raterSd().value(), within(laplace.raterSd().se() / 2));
    assertThat(Math.sqrt(fit.variance()))
        .isCloseTo(laplace.rateeSd().value(), within(laplace.rateeSd().se() / 2));
    for (int k = 0; k < 4; k++) {
      CrossedResult.Estimate threshold = laplace.thresholds().get(k);
      assertThat(fit.items().get(0).thresholds().get(k))
          .isCloseTo(threshold.value(), within(threshold.se() / 2));
    }
  }

  @Test
  void sparseRatersAreRecovered() {
    for (StepModel model : StepModel.values()) {
      SimulatedRaters data = SimulatedRaters.sparse(500, 400, 3, 4, model, 11);
      Fitted fit = fitted(data.ratings, model);
      FacetResult.Random random = fit.random().orElseThrow();
      assertThat(fit.converged()).isTrue();
      // Three standard errors.
      assertThat(fit.variance()).isCloseTo(1.44, within(3 * random.varianceSe()));
      assertThat(random.raterVariance()).isCloseTo(.49, within(3 * random.raterVarianceSe()));
      double square = 0;
      for (Rater rater : fit.raters()) {
        double z = (rater.severity() - data.severity(rater.name())) / rater.se();
        square += z * z / fit.raters().size();
      }
      // A mean of 400 squared z-scores has the deviation sqrt(2/400) = .07.
      assertThat(square).isCloseTo(1, within(0.22));
    }
  }

  @Test
  void whatCannotBeToldApartIsRefused() {
    assertThat(reason(SimulatedRaters.crossed(30, 1, 2, StepModel.GRADED, 1)))
        .contains("Fewer than two raters");
    assertThat(reason(SimulatedRaters.nested(30, 1, 2, StepModel.GRADED, 1)))
        .contains("one subject of their own");
    assertThat(reason(SimulatedRaters.nested(30, 3, 1, StepModel.GRADED, 1)))
        .contains("Every rater has one answer");
    ItemResponses constant = ItemResponses.of(List.of("a"), new double[][] {{1, 1, 1, 1}});
    Ratings same =
        new Ratings(
            constant,
            Grouping.of(List.of("p", "p", "q", "q")),
            Grouping.of(List.of("1", "2", "1", "2")));
    assertThat(((Refused) RandomRaters.fit(same, StepModel.GRADED)).reason()).contains("a has");
  }

  @Test
  void perfectAgreementHasNoFiniteMaximum() {
    List<String> subjects = new ArrayList<>();
    List<String> raters = new ArrayList<>();
    double[][] y = new double[1][60];
    for (int r = 0; r < 60; r++) {
      subjects.add("s" + r / 6);
      raters.add("r" + r % 6);
      y[0][r] = r < 30 ? 0 : 1;
    }
    Ratings ratings =
        new Ratings(ItemResponses.of(List.of("a"), y), Grouping.of(subjects), Grouping.of(raters));
    assertThat(((Refused) RandomRaters.fit(ratings, StepModel.GRADED)).reason())
        .contains("no finite maximum");
  }

  private static String reason(SimulatedRaters data) {
    return ((Refused) RandomRaters.fit(data.ratings, StepModel.GRADED)).reason();
  }

  private static Fitted fitted(Ratings ratings, StepModel model) {
    return (Fitted) RandomRaters.fit(ratings, model);
  }
}
