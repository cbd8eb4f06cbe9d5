package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.SimulatedPanel;

/** Levels held against what a role needs: P(both), margins and zones. */
class NeedsTest {
  private static final int FIRST_LEADERSHIP = 7;
  private static final int FIRST_SHARED = 14;

  private final DayOne dayOne = DayOne.items(2);
  private final ItemParameters truth = dayOne.truth(Draws.seeded(1));
  private final RatingModel model = dayOne.model(truth);
  private final RatingSimulator simulator = dayOne.simulator(truth);

  private static Needs everywhere(double frequency) {
    Map<Integer, Double> needs = new HashMap<>();
    for (int c = 0; c < 18; c++) {
      needs.put(c, frequency);
    }
    return Needs.of(needs);
  }

  private SimulatedPanel panel(int key) {
    return simulator.panel(DayOne.panel(4, 4), Draws.seeded(2).branch(key));
  }

  private static NeedComparison need(AxisScore axis) {
    return Objects.requireNonNull(axis.need());
  }

  /** Against a sum over a fine grid of the joint posterior. */
  @Test
  void bothAboveIsTheMassOfTheJointPosteriorWhereBothNeedsAreMet() {
    for (int key = 0; key < 5; key++) {
      SubjectScore score = model.score(panel(key).ratings(), everywhere(4.2));
      double m = need(score.axes().get(0)).neededLevel();
      double l = need(score.axes().get(1)).neededLevel();
      assertThat(score.bothAbove().orElseThrow())
          .isCloseTo(massAbove(score.joint(), m, l), within(1e-6));
      assertThat(need(score.axes().get(0)).probabilityAbove())
          .isCloseTo(massAbove(score.joint(), m, -40), within(1e-6));
    }
  }

  /** Midpoint sums of the density: ± 8 SD of the first, the second given the first. */
  private static double massAbove(JointEstimate joint, double m, double l) {
    double slope = joint.covariance(0, 1) / joint.covariance(0, 0);
    double rest = Math.sqrt(joint.covariance(1, 1) - slope * joint.covariance(0, 1));
    double h = .001;
    double sum = 0;
    double all = 0;
    for (double z = -8 + h / 2; z < 8; z += h) {
      double density = Math.exp(-z * z / 2);
      all += density;
      double first = joint.mean(0) + z * joint.sd(0);
      double second = joint.mean(1) + slope * z * joint.sd(0);
      double over = (first + h / 2 * joint.sd(0) - m) / (h * joint.sd(0));
      sum += density * Math.clamp(over, 0.0, 1.0) * normalAbove((l - second) / rest);
    }
    return sum / all;
  }

  /** P(Z ≥ z) by Simpson's rule. */
  private static double normalAbove(double z) {
    if (z < -8) {
      return 1;
    }
    int n = 400;
    double h = (9 - Math.min(9, z)) / n;
    double sum = 0;
    for (int i = 0; i <= n; i++) {
      double x = z + i * h;
      double w = i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2;
      sum += w * Math.exp(-x * x / 2);
    }
    return sum * h / 3 / Math.sqrt(2 * Math.PI);
  }

  /** What the report says of people who are both is true of them: P(both) is a frequency. */
  @Test
  void amongManyPeopleBothAboveComesTrueAsOftenAsItSays() {
    int people = 600;
    double said = 0;
    double true1 = 0;
    double variance = 0;
    for (int key = 0; key < people; key++) {
      SimulatedPanel panel = panel(key);
      SubjectScore score = model.score(panel.ratings(), everywhere(4.2));
      double p = score.bothAbove().orElseThrow();
      said += p;
      variance += p * (1 - p);
      boolean both = true;
      for (int a = 0; a < 2; a++) {
        both &= panel.subject().axes().get(a) >= need(score.axes().get(a)).neededLevel();
      }
      true1 += both ? 1 : 0;
    }
    assertThat(true1).isCloseTo(said, within(3 * Math.sqrt(variance)));
  }

  /** Over 18 competences of 300 people; Laplace and chance leave a few hundredths. */
  @Test
  void zonesComeTrueAsOftenAsTheyPromise() {
    Map<Zone, int[]> counts = new HashMap<>();
    for (int key = 0; key < 300; key++) {
      SimulatedPanel panel = panel(key);
      for (CompetenceScore c : model.score(panel.ratings(), everywhere(4)).competences()) {
        NeedComparison need = Objects.requireNonNull(c.need());
        assertThat(need.zone()).isEqualTo(Zone.of(need.probabilityAbove()));
        int[] count = counts.computeIfAbsent(need.zone(), _ -> new int[2]);
        count[0]++;
        double level = simulator.level(panel.subject(), c.competence());
        count[1] += level >= need.neededLevel() ? 1 : 0;
      }
    }
    assertThat(share(counts, Zone.CLEAR_STRENGTH)).isBetween(.93, 1.0);
    assertThat(share(counts, Zone.LIKELY_STRENGTH)).isBetween(.75, .90);
    assertThat(share(counts, Zone.CANNOT_TELL)).isBetween(.40, .60);
    assertThat(share(counts, Zone.LIKELY_NEED)).isBetween(.10, .25);
    assertThat(share(counts, Zone.CLEAR_NEED)).isBetween(0.0, .07);
  }

  private static double share(Map<Zone, int[]> counts, Zone zone) {
    int[] count = Objects.requireNonNull(counts.get(zone));
    assertThat(count[0]).as("people in " + zone).isGreaterThan(100);
    return count[1] / (double) count[0];
  }

  @Test
  void zonesChangeAtThePublishedBars() {
    assertThat(Zone.of(.90)).isEqualTo(Zone.CLEAR_STRENGTH);
    assertThat(Zone.of(.8999)).isEqualTo(Zone.LIKELY_STRENGTH);
    assertThat(Zone.of(.75)).isEqualTo(Zone.LIKELY_STRENGTH);
    assertThat(Zone.of(.7499)).isEqualTo(Zone.CANNOT_TELL);
    assertThat(Zone.of(.2501)).isEqualTo(Zone.CANNOT_TELL);
    assertThat(Zone.of(.25)).isEqualTo(Zone.LIKELY_NEED);
    assertThat(Zone.of(.1001)).isEqualTo(Zone.LIKELY_NEED);
    assertThat(Zone.of(.0999)).isEqualTo(Zone.CLEAR_NEED);
  }

  @Test
  void anAxisNeedIsTheMeanOfItsOwnCompetencesAndLeavesSharedOnesOut() {
    Map<Integer, Double> needs = new HashMap<>();
    needs.put(0, 3.0);
    needs.put(1, 5.0);
    needs.put(FIRST_SHARED, 2.0);
    SubjectScore score = model.score(panel(0).ratings(), Needs.of(needs));
    NeedComparison management = need(score.axes().get(0));
    assertThat(management.neededFrequency()).isEqualTo(4);
    double levels = 0;
    for (int c = 0; c < 2; c++) {
      levels += Objects.requireNonNull(score.competences().get(c).need()).neededLevel() / 2;
    }
    assertThat(management.neededLevel()).isCloseTo(levels, within(1e-12));
    assertThat(score.competences().get(FIRST_SHARED).need()).isNotNull();
    assertThat(score.axes().get(1).need()).isNull();
    assertThat(score.competences().get(FIRST_LEADERSHIP).need()).isNull();
    assertThat(score.bothAbove()).isEmpty();
  }

  @Test
  void withoutNeedsNothingIsCompared() {
    SubjectScore score = model.score(panel(0).ratings());
    assertThat(score.bothAbove()).isEmpty();
    assertThat(score.axes()).allMatch(a -> a.need() == null);
    assertThat(score.competences()).allMatch(c -> c.need() == null);
  }
}
