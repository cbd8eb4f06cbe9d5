package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;

/** Instruments of other shapes: three axes, 3 to 10 points, self-ratings, careless raters. */
class CalibrationShapesTest {
  private static final int SELF = 0;
  private static final int OTHER = 1;
  private static final int SUBJECTS = 150;
  private static final int[] POINTS = {3, 10, 5, 7};
  private static final RatingStructure STRUCTURE = structure();
  private static final List<SubjectRatings> WITH_SELF = subjects(true);

  @Test
  void threeAxesAndAnyNumberOfPointsAreCalibrated() {
    Calibrated c = fit(WITH_SELF);
    assertThat(c.converged()).isTrue();
    for (int i = 0; i < STRUCTURE.items().size(); i++) {
      // One slope in twelve from 600 raters: its standard error is about .1.
      assertThat(Math.log(c.parameters().slope(i) / 1.4)).isCloseTo(0, within(.4));
    }
    // The true correlations are .5; 150 subjects give each a standard error of about .08.
    for (int axis = 0; axis < 3; axis++) {
      assertThat(c.priors().axisCorrelation(axis, (axis + 1) % 3)).isCloseTo(.5, within(.25));
    }
  }

  @Test
  void whatSubjectsSayAboutThemselvesIsLeftOut() {
    Calibrated with = fit(WITH_SELF);
    Calibrated without = fit(subjects(false));
    assertThat(with.fit()).isEqualTo(without.fit());
    assertThat(with.parameters().slope(3)).isEqualTo(without.parameters().slope(3));
    assertThat(with.priors().haloVariance(SELF)).isEqualTo(1.5);
  }

  /** Above 4,000 subjects the search starts from a part of them, and needs few passes over all. */
  @Test
  void aLargeSetIsCalibratedInFewPasses() {
    RatingStructure structure =
        RatingStructure.builder(1, 0, 1)
            .item(new RatingItem(List.of(1.), RatingItem.NO_COMPETENCE, 0, 3))
            .item(new RatingItem(List.of(1.), RatingItem.NO_COMPETENCE, 0, 3))
            .item(new RatingItem(List.of(1.), RatingItem.NO_COMPETENCE, 0, 3))
            .build();
    ItemParameters.Builder items = ItemParameters.builder(structure);
    for (int i = 0; i < 3; i++) {
      items.item(i, 1.4, new double[] {-1 + .5 * i, .5 + .5 * i});
    }
    RatingPriors priors = RatingPriors.builder(structure).haloVariance(0, 1).build();
    RatingSimulator simulator = new RatingSimulator(structure, items.build(), priors);
    List<SubjectRatings> subjects = new ArrayList<>();
    for (int n = 0; n < 5000; n++) {
      subjects.add(simulator.panel(List.of(0, 0, 0), Draws.seeded(23).branch(n)).ratings());
    }
    Calibrated c = (Calibrated) RatingCalibration.of(structure).fit(subjects);
    assertThat(c.converged()).isTrue();
    assertThat(c.fit().subjects()).isEqualTo(5000);
    assertThat(c.fit().iterations()).isLessThan(40);
    // The unit, from 5,000 subjects of three raters, is known to about .03; five times that.
    assertThat(c.parameters().slope(0)).isCloseTo(1.4, within(.2));
    assertThat(c.priors().haloVariance(0)).isCloseTo(1, within(.3));
  }

  private static Calibrated fit(List<SubjectRatings> subjects) {
    return (Calibrated) RatingCalibration.of(STRUCTURE).fit(subjects);
  }

  private static RatingStructure structure() {
    RatingStructure.Builder b = RatingStructure.builder(3, 0, 2).selfSource(SELF);
    for (int i = 0; i < 3 * POINTS.length; i++) {
      List<Double> weights = new ArrayList<>(List.of(0., 0., 0.));
      weights.set(i % 3, 1.);
      b.item(new RatingItem(weights, RatingItem.NO_COMPETENCE, 0, POINTS[i / 3]));
    }
    return b.build();
  }

  /** Four others each, one of them with a weight of .3; the same with and without the subject. */
  private static List<SubjectRatings> subjects(boolean self) {
    ItemParameters.Builder items = ItemParameters.builder(STRUCTURE);
    for (int i = 0; i < STRUCTURE.items().size(); i++) {
      double[] b = new double[STRUCTURE.items().get(i).categories() - 1];
      for (int k = 0; k < b.length; k++) {
        b[k] = -2.5 + 5. * (k + 1) / (b.length + 1);
      }
      items.item(i, 1.4, b);
    }
    RatingPriors.Builder p = RatingPriors.builder(STRUCTURE).haloVariance(OTHER, 1);
    p.self(.5, .25, .9);
    p.axisCorrelation(0, 1, .5).axisCorrelation(1, 2, .5).axisCorrelation(0, 2, .5);
    RatingSimulator simulator = new RatingSimulator(STRUCTURE, items.build(), p.build());
    List<SubjectRatings> out = new ArrayList<>();
    for (int n = 0; n < SUBJECTS; n++) {
      List<Integer> panel = List.of(OTHER, OTHER, OTHER, OTHER, SELF);
      SubjectRatings drawn = simulator.panel(panel, Draws.seeded(17).branch(n)).ratings();
      SubjectRatings.Builder b = SubjectRatings.builder(STRUCTURE);
      for (int r = 0; r < (self ? 5 : 4); r++) {
        b.rater(panel.get(r), r == 1 ? .3 : 1, SubjectRatings.NO_IDENTITY);
      }
      for (int row = 0; row < drawn.ratings(); row++) {
        if (self || drawn.raterSource(drawn.rater(row)) != SELF) {
          b.rating(drawn.rater(row), drawn.item(row), drawn.category(row));
        }
      }
      out.add(b.build());
    }
    return out;
  }
}
