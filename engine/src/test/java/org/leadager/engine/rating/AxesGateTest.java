package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.AxesVerdict.Answer;
import org.leadager.engine.rating.AxesVerdict.Evidence;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RaterTruth;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.SubjectTruth;

/** Whether two axes may be reported apart, and why not where they may not. */
class AxesGateTest {
  private static final double LOGISTIC = Math.PI * Math.PI / 3;

  /** Items of slope 1 with three answers, one source, no effects but a halo of variance 1. */
  private static RatingModel plain(double rho, List<List<Double>> weights) {
    RatingStructure.Builder b = RatingStructure.builder(weights.getFirst().size(), 0, 1);
    weights.forEach(w -> b.item(new RatingItem(w, RatingItem.NO_COMPETENCE, 0, 3)));
    RatingStructure structure = b.build();
    ItemParameters.Builder items = ItemParameters.builder(structure);
    for (int i = 0; i < weights.size(); i++) {
      items.item(i, 1, new double[] {-1, 1});
    }
    RatingPriors.Builder priors = RatingPriors.builder(structure).haloVariance(0, 1);
    if (structure.axes() == 2) {
      priors.axisCorrelation(0, 1, rho);
    }
    return new RatingModel(structure, items.build(), priors.build());
  }

  private static final List<List<Double>> ONE_EACH = List.of(List.of(1., 0.), List.of(0., 1.));

  private static AxisCorrelation around(double rho, double half) {
    return new AxisCorrelation(rho, rho - half, rho + half, false);
  }

  private static Evidence evidence(AxesVerdict verdict) {
    return Objects.requireNonNull(verdict.evidence());
  }

  /** One item for each axis, ρ .6, four raters with halo 1: every figure by hand. */
  @Test
  void figuresAreThoseWorkedByHand() {
    AxesVerdict verdict = AxesGate.verdict(plain(.6, ONE_EACH), around(.6, .1), List.of(4.));
    Evidence e = evidence(verdict);
    double own = 1 + 1 / 4. + LOGISTIC / 4;
    double total = 2 + 2 * .6 + 4 / 4. + 2 * LOGISTIC / 4;
    assertThat(e.ecv()).isCloseTo(.6, within(1e-12));
    assertThat(e.omegaH()).isCloseTo(4 * .6 / total, within(1e-12));
    for (int a = 0; a < 2; a++) {
      assertThat(e.own().get(a)).isCloseTo(1 / own, within(1e-12));
      assertThat(e.total().get(a)).isCloseTo(1.6 * 1.6 / total, within(1e-12));
    }
    assertThat(verdict.answer()).isEqualTo(Answer.TWO_AXES);
    assertThat(verdict.reasons()).singleElement().asString().contains("0.60");
  }

  @Test
  void anIntervalOfTheCorrelationAboveNinetyMakesOneScore() {
    RatingModel model = plain(.95, ONE_EACH);
    assertThat(AxesGate.verdict(model, around(.95, .04), List.of(200.)).answer())
        .isEqualTo(Answer.ONE_SCORE);
    AxesVerdict unsure =
        AxesGate.verdict(plain(.65, ONE_EACH), around(.95, .0500001), List.of(200.));
    assertThat(unsure.answer()).isEqualTo(Answer.TWO_AXES);
  }

  /** ρ .85 and a thousand raters: ECV .85 and ω_H near 2ρ / (1 + ρ) = .92. */
  @Test
  void aGeneralFactorThatIsNearlyAllMakesOneScore() {
    AxesVerdict verdict = AxesGate.verdict(plain(.85, ONE_EACH), around(.85, .02), List.of(1000.));
    assertThat(verdict.answer()).isEqualTo(Answer.ONE_SCORE);
    assertThat(verdict.reasons()).singleElement().asString().contains("general (85%)", "92%");
  }

  /**
   * With one rater an axis' single item says less about it, 1 / (2 + π² / 3) = .19, than seven
   * others that go along: 6.6² / (61.2 + 64 + 8 π² / 3) = .29.
   */
  @Test
  void anAxisThatTheTotalTellsBetterMakesOneScore() {
    List<List<Double>> lopsided = new ArrayList<>(List.of(List.of(0., 1.)));
    for (int i = 0; i < 7; i++) {
      lopsided.add(List.of(1., 0.));
    }
    AxesVerdict verdict = AxesGate.verdict(plain(.8, lopsided), around(.8, .05), List.of(1.));
    assertThat(verdict.answer()).isEqualTo(Answer.ONE_SCORE);
    assertThat(verdict.reasons())
        .singleElement()
        .asString()
        .contains("axis 2 alone", "0.19", "0.29");
  }

  @Test
  void isNotTestableWhereRhoIsAssumedOrAnAxisHasNoItemOfItsOwn() {
    RatingModel model = plain(.65, ONE_EACH);
    AxesVerdict fixed = AxesGate.verdict(model, AxisCorrelation.fixed(.65), List.of(4.));
    assertThat(fixed.answer()).isEqualTo(Answer.NOT_TESTABLE);
    assertThat(fixed.reasons()).singleElement().asString().startsWith("Not testable yet");
    RatingModel shared = plain(.65, List.of(List.of(1., 0.), List.of(.5, .5)));
    assertThat(AxesGate.verdict(shared, around(.65, .1), List.of(4.)).answer())
        .isEqualTo(Answer.NOT_TESTABLE);
    RatingModel single = plain(0, List.of(List.of(1.)));
    assertThat(AxesGate.verdict(single, around(.65, .1), List.of(4.)).answer())
        .isEqualTo(Answer.NOT_TESTABLE);
  }

  /**
   * The true axes regressed on sums of underlying answers of simulated panels, with every effect of
   * the model. A squared correlation has a standard error of 2 r (1 − r²) / √n, .77 / √n at most.
   */
  @Test
  void predictsAsMuchOfTheTruthAsRegressionOnSimulatedTruthFinds() {
    TeamRound team = new TeamRound(2);
    List<Double> panel = List.of(1., 3., 3.);
    Evidence e = evidence(AxesGate.verdict(team.model(), around(.65, .1), panel));
    double[][] found = simulated(team, new int[] {1, 3, 3}, 6000);
    double tolerance = 3 * .77 / Math.sqrt(6000);
    for (int a = 0; a < 2; a++) {
      assertThat(e.own().get(a)).isCloseTo(found[0][a], within(tolerance));
      assertThat(e.total().get(a)).isCloseTo(found[1][a], within(tolerance));
    }
    // Without raters and answers between, the total's general share would be 2ρ / (1 + ρ).
    assertThat(e.omegaH()).isPositive().isLessThan(2 * .65 / (1 + .65));
  }

  /** Squared correlations of each axis with its own items' sum, then with the total. */
  private static double[][] simulated(TeamRound team, int[] panel, int subjects) {
    RatingSimulator simulator = new RatingSimulator(team.structure, team.certain, team.priors);
    double[][][] moments = new double[2][2][6];
    for (int p = 0; p < subjects; p++) {
      Draws draws = Draws.seeded(77).branch(p);
      SubjectTruth subject = simulator.subject(draws);
      double[] sums = new double[3];
      for (int g = 0; g < panel.length; g++) {
        for (int n = 0; n < panel[g]; n++) {
          addUnderlying(team, subject, simulator.rater(g, draws), draws, sums);
        }
      }
      for (int a = 0; a < 2; a++) {
        add(moments[0][a], subject.axes().get(a), sums[a]);
        add(moments[1][a], subject.axes().get(a), sums[2]);
      }
    }
    double[][] out = new double[2][2];
    for (int s = 0; s < 2; s++) {
      for (int a = 0; a < 2; a++) {
        out[s][a] = squaredCorrelation(moments[s][a]);
      }
    }
    return out;
  }

  /** Adds a rater's underlying answers to the sums of axis 0, axis 1 and all items. */
  private static void addUnderlying(
      TeamRound team, SubjectTruth subject, RaterTruth rater, Draws draws, double[] sums) {
    for (int i = 0; i < team.structure.items().size(); i++) {
      RatingItem item = team.structure.items().get(i);
      int c = item.competence();
      double eta =
          item.weights().get(0) * subject.axes().get(0)
              + item.weights().get(1) * subject.axes().get(1)
              + subject.competences().get(c)
              + subject.sources().get(rater.source())
              + rater.halo()
              + item.slant() * rater.slant()
              + rater.testlets().get(c);
      double y = team.certain.slope(i) * eta + draws.logistic();
      sums[2] += y;
      for (int a = 0; a < 2; a++) {
        sums[a] += item.isPure(a) ? y : 0;
      }
    }
  }

  private static void add(double[] m, double x, double y) {
    m[0]++;
    m[1] += x;
    m[2] += y;
    m[3] += x * x;
    m[4] += y * y;
    m[5] += x * y;
  }

  private static double squaredCorrelation(double[] m) {
    double xy = m[5] - m[1] * m[2] / m[0];
    return xy * xy / ((m[3] - m[1] * m[1] / m[0]) * (m[4] - m[2] * m[2] / m[0]));
  }

  @Test
  void aCalibrationThatDidNotSettleOrHasNoErrorOfRhoIsNotTestable() {
    RatingModel model = plain(.65, ONE_EACH);
    AxesVerdict unsettled = ofCalibration(model, Outcome.NOT_CONVERGED, List.of());
    assertThat(unsettled.answer()).isEqualTo(Answer.NOT_TESTABLE);
    assertThat(unsettled.reasons()).containsExactly("Not testable yet. It did not settle.");
    assertThat(ofCalibration(model, Outcome.CONVERGED, List.of()).answer())
        .isEqualTo(Answer.NOT_TESTABLE);
    CorrelationEstimate found =
        new CorrelationEstimate(0, 1, new Estimate(CalibrationLayout.atanh(.65), .1));
    AxesVerdict settled = ofCalibration(model, Outcome.CONVERGED, List.of(found));
    assertThat(settled.answer()).isEqualTo(Answer.TWO_AXES);
    AxisCorrelation rho = evidence(settled).correlation();
    // atanh .65 = .7753; 1.645 errors to either side.
    assertThat(rho.low()).isCloseTo(Math.tanh(.7753 - .1645), within(1e-4));
    assertThat(rho.high()).isCloseTo(Math.tanh(.7753 + .1645), within(1e-4));
    RatingModel single = plain(0, List.of(List.of(1.)));
    assertThat(ofCalibration(single, Outcome.CONVERGED, List.of()).answer())
        .isEqualTo(Answer.NOT_TESTABLE);
  }

  private static AxesVerdict ofCalibration(
      RatingModel model, Outcome outcome, List<CorrelationEstimate> correlations) {
    Calibrated calibrated =
        new Calibrated(
            outcome,
            outcome == Outcome.CONVERGED ? "" : "It did not settle.",
            model.parameters(),
            model.priors(),
            correlations,
            new CalibrationOutcome.Fit(100, 400, 800, 10, 30, -1000),
            List.of());
    return AxesGate.verdict(model.structure(), calibrated, List.of(4.));
  }
}
