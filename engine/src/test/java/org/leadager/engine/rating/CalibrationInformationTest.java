package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;

/**
 * Two axes, four competences, three sources with thresholds of their own and every effect: the
 * information against differences of the gradient along every number, which take many times as
 * long.
 */
class CalibrationInformationTest {
  private static final TeamRound TEAM = new TeamRound(2);
  private static final List<Integer> PANEL = List.of(0, 1, 1, 1, 2, 2, 2);
  private static final int SUBJECTS = 230;
  private static final double STEP = .02;

  private final VariancePriors variances = VariancePriors.weak(TEAM.structure);
  private final List<Cells> cells;
  private final SourceShifts shifts;
  private final CalibrationLayout layout;
  private final CalibrationStep step;
  private final ExpectationStep expectation;

  CalibrationInformationTest() {
    RatingSimulator simulator = new RatingSimulator(TEAM.structure, TEAM.certain, TEAM.priors);
    List<SubjectRatings> subjects = new ArrayList<>();
    for (int p = 0; p < SUBJECTS; p++) {
      subjects.add(simulator.panel(PANEL, Draws.seeded(5).branch(p)).ratings());
    }
    CalibrationSample sample = new CalibrationSample(TEAM.structure, subjects);
    OwnFrequencies own = new OwnFrequencies(TEAM.structure, sample.count, variances.centre());
    ItemParameters base = own.parameters();
    cells = sample.subjects(new ModelTerms(TEAM.structure, base, variances.centre()));
    shifts = SourceShifts.of(TEAM.structure, null, cells);
    layout =
        new CalibrationLayout(
            TEAM.structure, base, variances, sample.usable, sample.haloFree(cells), shifts);
    step = new CalibrationStep(layout, variances, ItemPenalty.own(layout, .5, own.extra()));
    expectation = new ExpectationStep(TEAM.structure, cells, true, shifts.any());
  }

  @Test
  void errorsAreThoseOfTheGradientsDifferencesAlongEveryNumber() {
    double[] x = settled();
    double[] whole = errors(differences(x));
    double[] found = errors(new CalibrationInformation(layout, step, expectation).at(x));
    double[] forSteps = errors(new CalibrationInformation(layout, step, expectation).forSteps(x));
    for (int j = 0; j < layout.size; j++) {
      assertThat(found[j] / whole[j]).as("error of number " + j).isCloseTo(1, within(.01));
      assertThat(forSteps[j] / whole[j]).as("error of number " + j).isCloseTo(1, within(.05));
    }
  }

  /** Their sum is the gradient; their products estimate the same errors, by chance of 230. */
  @Test
  void subjectsScoresAddUpToTheGradientAndTheirProductsToTheInformation() {
    double[] x = settled();
    x[layout.halo[1]] += .1;
    double[] gradient = gradient(x);
    double[] priors = step.gradient(x, expectation.run(layout.terms(x)), 0);
    ScoreProducts products = expectation.scoreProducts(layout, step, x);
    for (int j = 0; j < layout.size; j++) {
      double unit = Math.sqrt(products.matrix[j * layout.size + j]);
      assertThat(products.sum[j] / unit).isCloseTo((gradient[j] - priors[j]) / unit, within(1e-3));
    }
    double[] information = new CalibrationInformation(layout, step, expectation).at(x);
    double ratios = 0;
    for (int j = 0; j < layout.size; j++) {
      int at = j * layout.size + j;
      ratios += products.matrix[at] / information[at] / layout.size;
    }
    // 80 ratios of mean squares of 230, each uncertain by √(2/230) = .09 and more, going together.
    assertThat(ratios).isCloseTo(1, within(.2));
  }

  @Test
  void aNumberAtItsBoundCountsAsKnown() {
    double[] x = settled();
    int held = layout.halo[0];
    x[held] = CalibrationStep.LOWEST_LOG_VARIANCE;
    double[] information = new CalibrationInformation(layout, step, expectation).at(x);
    for (int j = 0; j < layout.size; j++) {
      assertThat(information[held * layout.size + j]).isEqualTo(j == held ? 1 : 0);
      assertThat(information[j * layout.size + held]).isEqualTo(j == held ? 1 : 0);
    }
  }

  private double[] settled() {
    CalibrationInformation information = new CalibrationInformation(layout, step, expectation);
    CalibrationSearch search =
        new CalibrationSearch(layout, expectation, step, information, layout.start(), false);
    search.run();
    assertThat(search.converged).isTrue();
    return search.x;
  }

  private double[] differences(double[] x) {
    int n = layout.size;
    double[] out = new double[n * n];
    for (int j = 0; j < n; j++) {
      double[] unit = new double[n];
      unit[j] = 1;
      double[] below = gradient(layout.moved(x, unit, -STEP));
      double[] above = gradient(layout.moved(x, unit, STEP));
      for (int k = 0; k < n; k++) {
        out[j * n + k] += (below[k] - above[k]) / (4 * STEP);
        out[k * n + j] += (below[k] - above[k]) / (4 * STEP);
      }
    }
    return out;
  }

  private double[] gradient(double[] x) {
    return step.gradient(x, expectation.run(layout.terms(x)), 1);
  }

  private double[] errors(double[] information) {
    int n = layout.size;
    assertThat(Dense.cholesky(information, n)).isTrue();
    double[] covariance = Dense.inverse(information, n);
    double[] errors = new double[n];
    for (int j = 0; j < n; j++) {
      errors[j] = Math.sqrt(covariance[j * n + j]);
    }
    return errors;
  }
}
