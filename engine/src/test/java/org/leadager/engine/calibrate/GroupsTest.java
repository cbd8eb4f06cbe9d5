package org.leadager.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.fit.Eap;
import org.leadager.engine.fit.PointScores;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.PartialCredit;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.ItemTruth;
import org.leadager.engine.simulate.ResponseSimulator;
import org.leadager.engine.simulate.TypicalItems;

/** Several groups with means and variances of their own. */
class GroupsTest {
  private static final ItemResponses LEAD = Reference.lq2002();

  /** Companies with numbers up to 30, and the others. */
  private static final Grouping HALVES =
      Grouping.of(
          Reference.csv("lq2002.csv").stream()
              .skip(1)
              .map(line -> Integer.parseInt(line[0]) <= 30 ? "low" : "high")
              .toList());

  private static Design design(ItemResponses y, Grouping groups) {
    return Design.of(LoadingPattern.single(y.items())).groups(groups);
  }

  private static Calibration graded(ItemResponses y, Design design) {
    return (Calibration) new Calibrator(new Graded()).fit(y, design);
  }

  /** On a grid so fine and wide that sums are integrals. */
  private static Calibration exact(ItemResponses y, Design design) {
    Calibrator calibrator = new Calibrator(new Graded()).tolerance(1e-10);
    return (Calibration) calibrator.grid(Quadrature.grid(1, 241, 9)).fit(y, design);
  }

  @Test
  void scoreOfThePlainMarginalLikelihoodIsZeroAndItsCurvatureGivesTheErrors() {
    ItemResponses y = LEAD.select(List.of(0, 3, 5));
    Calibration fit = exact(y, design(y, HALVES));
    assertThat(fit.fit().converged()).isTrue();
    assertThat(fit.fit().warnings()).isEmpty();
    PlainMarginal plain = new PlainMarginal(y, HALVES, fit);
    double[] x = plain.at(fit);
    assertThat(plain.logLik(x)).isCloseTo(fit.fit().logLik(), within(1e-6));
    assertThat(plain.gradient(x)).containsOnly(new double[] {0}, within(2e-3));
    assertThat(plain.errors(x)).containsExactly(plain.errorsOf(fit), within(2e-4));
  }

  @Test
  void anItemFreeInItsInterceptsHasOneSlopeAtTheMaximumOfThePlainLikelihood() {
    ItemResponses y = LEAD.select(List.of(0, 3, 5, 8));
    String name = y.names().get(1);
    Design design = design(y, HALVES).free(Map.of(name, Freedom.INTERCEPTS));
    Calibration fit = exact(y, design);
    Calibration common = exact(y, design(y, HALVES));
    assertThat(fit.fit().parameters()).isEqualTo(common.fit().parameters() + 4);
    assertThat(fit.items().get(3).name()).isEqualTo(Design.nameIn(name, "low"));
    assertThat(fit.items().get(4).slopes()).isEqualTo(fit.items().get(3).slopes());
    Calibration apart = exact(y, design(y, HALVES).free(Map.of(name, Freedom.ALL)));
    Calibration again = exact(y, design.startingFrom(apart));
    assertThat(again.fit().logLik()).isCloseTo(fit.fit().logLik(), within(1e-7));
    assertThat(again.items().get(4).slopes()).isEqualTo(again.items().get(3).slopes());
    PlainMarginal plain = new PlainMarginal(fit.responses(), HALVES, fit);
    double[] g = plain.gradient(plain.at(fit));
    assertThat(g[15] + g[20]).isCloseTo(0, within(2e-3));
    assertThat(Math.abs(g[15])).isGreaterThan(.1);
    g[15] = 0;
    g[20] = 0;
    assertThat(g).containsOnly(new double[] {0}, within(2e-3));
  }

  @Test
  void itemsHeldAtOneGroupsValuesPutTheOtherOnItsScale() {
    Calibration both = graded(LEAD, design(LEAD, HALVES));
    ItemResponses high = only(LEAD, 1);
    Calibration held =
        graded(
            high,
            Design.of(LoadingPattern.single(high.items())).anchors(both.items().subList(0, 10)));
    GroupTraits together = both.groups().get(1);
    GroupTraits alone = held.groups().get(0);
    assertThat(held.fit().parameters()).isEqualTo(5 + 2);
    assertThat(alone.mean().get(0)).isCloseTo(together.mean().get(0), within(.02));
    assertThat(alone.covariance().get(0).get(0))
        .isCloseTo(together.covariance().get(0).get(0), within(.02));
    assertThat(held.items().subList(0, 10).stream().map(ItemParameters::slopes).toList())
        .isEqualTo(both.items().subList(0, 10).stream().map(ItemParameters::slopes).toList());
    assertThat(held.items().get(3).intercepts()).isEqualTo(both.items().get(3).intercepts());
    assertThat(held.items().get(3).interceptErrors()).containsOnly(0.0);
    assertThat(alone.meanErrors().get(0)).isBetween(.01, together.meanErrors().get(0));
  }

  @Test
  void theFirstGroupSetsTheScaleAndTheOthersMapOntoIt() {
    Calibration a = exact(LEAD, design(LEAD, HALVES));
    int[] order = IntStream.range(0, LEAD.rows()).map(r -> LEAD.rows() - 1 - r).toArray();
    double[][] columns = new double[LEAD.items()][LEAD.rows()];
    List<String> labels = new ArrayList<>();
    for (int r : order) {
      labels.add(HALVES.label(HALVES.group(r)));
      for (int i = 0; i < columns.length; i++) {
        columns[i][labels.size() - 1] = LEAD.value(r, i);
      }
    }
    ItemResponses backwards = ItemResponses.of(LEAD.names(), columns);
    Calibration b = exact(backwards, design(backwards, Grouping.of(labels)));
    assertThat(b.groups().get(0).label()).isNotEqualTo(a.groups().get(0).label());
    double sd = Math.sqrt(a.groups().get(1).covariance().get(0).get(0));
    double mean = a.groups().get(1).mean().get(0);
    assertThat(b.fit().logLik()).isCloseTo(a.fit().logLik(), within(1e-6));
    assertThat(b.groups().get(1).mean().get(0)).isCloseTo(-mean / sd, within(1e-5));
    assertThat(b.groups().get(1).covariance().get(0).get(0)).isCloseTo(1 / (sd * sd), within(1e-5));
    for (int i = 0; i < LEAD.items(); i++) {
      assertThat(b.items().get(i).slopes().get(0))
          .isCloseTo(sd * a.items().get(i).slopes().get(0), within(1e-5));
    }
  }

  @Test
  void groupsDrawnByLotDifferByNoMoreThanTheirErrors() {
    Draws draws = Draws.seeded(5);
    Grouping lot =
        Grouping.of(
            IntStream.range(0, LEAD.rows())
                .mapToObj(r -> draws.uniform() < .5 ? "a" : "b")
                .toList());
    GroupTraits other = graded(LEAD, design(LEAD, lot)).groups().get(1);
    assertThat(Math.abs(other.mean().get(0))).isLessThan(3 * other.meanErrors().get(0));
    assertThat(Math.abs(other.covariance().get(0).get(0) - 1))
        .isLessThan(3 * other.covarianceErrors().get(0).get(0));
    assertThat(other.meanErrors().get(0)).isBetween(.03, .07);
  }

  @Test
  void freeingEveryItemButOneLeavesTheLikelihoodOfSeparateFitsWithinReach() {
    ItemResponses y = LEAD;
    Calibration common = graded(y, design(y, HALVES));
    Set<String> most = Set.copyOf(y.names().subList(0, y.items() - 1));
    Calibration free = graded(y, design(y, HALVES).free(free(most)).startingFrom(common));
    double apart = 0;
    for (int g = 0; g < 2; g++) {
      apart += graded(only(y, g), Design.of(LoadingPattern.single(y.items()))).fit().logLik();
    }
    assertThat(free.fit().logLik()).isGreaterThan(common.fit().logLik()).isLessThan(apart);
    assertThat(free.items()).hasSize(2 * y.items() - 1);
    assertThat(free.fit().parameters()).isEqualTo(common.fit().parameters() + 10 * 5);
  }

  private static Map<String, Freedom> free(Set<String> names) {
    return names.stream().collect(Collectors.toMap(n -> n, _ -> Freedom.ALL));
  }

  private static ItemResponses only(ItemResponses y, int group) {
    int[] rows = IntStream.range(0, y.rows()).filter(r -> HALVES.group(r) == group).toArray();
    double[][] columns = new double[y.items()][];
    Arrays.setAll(columns, i -> Arrays.stream(rows).mapToDouble(r -> y.value(r, i)).toArray());
    return ItemResponses.of(y.names(), columns);
  }

  /** Three groups with known means and deviations on one or two traits. */
  private record Simulated(ItemResponses answers, Grouping groups) {}

  private static Simulated simulate(int dimensions, double[] mean, double[] sd, int rows) {
    Draws draws = Draws.seeded(7);
    double[][] correlation = new double[dimensions][dimensions];
    for (int a = 0; a < dimensions; a++) {
      Arrays.fill(correlation[a], .5);
      correlation[a][a] = 1;
    }
    Graded model = new Graded();
    ResponseSimulator simulator =
        new ResponseSimulator(
            model, TypicalItems.draw(model, 8 * dimensions, dimensions, 5, draws), correlation);
    double[][] columns = new double[8 * dimensions][rows];
    List<String> labels = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      int g = r % mean.length;
      labels.add("g" + g);
      Draws own = draws.branch(r);
      double[] person = simulator.person(own);
      for (int d = 0; d < dimensions; d++) {
        person[d] = mean[g] + sd[g] * person[d];
      }
      int[] row = simulator.answers(person, own);
      for (int i = 0; i < row.length; i++) {
        columns[i][r] = row[i];
      }
    }
    List<String> names = simulator.items().stream().map(ItemTruth::name).toList();
    return new Simulated(ItemResponses.of(names, columns), Grouping.of(labels));
  }

  @Test
  void simulatedMeansAndVariancesAreFoundWithinTheirErrorsFarFromTheFirstGroupToo() {
    double[] mean = {0, .8, -2.5};
    double[] sd = {1, 1.4, .6};
    Simulated s = simulate(1, mean, sd, 6000);
    Calibration fit = graded(s.answers, design(s.answers, s.groups));
    assertThat(fit.fit().converged()).isTrue();
    for (int g = 1; g < 3; g++) {
      found(fit.groups().get(g), mean[g], sd[g] * sd[g]);
    }
  }

  @Test
  void severalTraitsHaveAMeanVectorAndACovarianceInEveryGroup() {
    Simulated s = simulate(2, new double[] {0, -.5}, new double[] {1, 1.2}, 2000);
    List<Set<Integer>> byItem =
        IntStream.range(0, 16).mapToObj(i -> Set.of(i < 8 ? 0 : 1)).toList();
    LoadingPattern pattern = new LoadingPattern(List.of("a", "b"), byItem);
    Calibration fit = graded(s.answers, Design.of(pattern).groups(s.groups));
    assertThat(fit.fit().converged()).isTrue();
    GroupTraits other = fit.groups().get(1);
    found(other, -.5, 1.44);
    assertThat(Math.abs(other.covariance().get(0).get(1) - .72))
        .isLessThan(3 * other.covarianceErrors().get(0).get(1));
    assertThat(fit.groups().get(0).covariance().get(1).get(1)).isEqualTo(1);
  }

  private static void found(GroupTraits group, double mean, double variance) {
    for (int d = 0; d < group.mean().size(); d++) {
      assertThat(Math.abs(group.mean().get(d) - mean)).isLessThan(3 * group.meanErrors().get(d));
      assertThat(Math.abs(group.covariance().get(d).get(d) - variance))
          .isLessThan(3 * group.covarianceErrors().get(d).get(d));
    }
  }

  @Test
  void scoresUseThePriorOfTheRowsOwnGroup() {
    Simulated s = simulate(1, new double[] {0, 1.5}, new double[] {1, .5}, 600);
    double[][] columns = new double[8][601];
    for (int i = 0; i < 8; i++) {
      for (int r = 0; r < 600; r++) {
        columns[i][r] = s.answers.value(r, i);
      }
      columns[i][600] = Double.NaN;
    }
    List<String> labels =
        new ArrayList<>(
            IntStream.range(0, 600).mapToObj(r -> s.groups.label(s.groups.group(r))).toList());
    labels.add("g1");
    ItemResponses y = ItemResponses.of(s.answers.names(), columns);
    Calibration fit = graded(y, design(y, Grouping.of(labels)));
    double mean = fit.groups().get(1).mean().get(0);
    assertThat(Eap.of(fit).mean(600, 0)).isCloseTo(mean, within(1e-6));
    assertThat(new PointScores(fit).map(600).value()).isCloseTo(mean, within(1e-6));
  }

  @Test
  void withoutFreeSlopesTheFirstGroupsVarianceIsFreeToo() {
    Calibration fit =
        (Calibration) new Calibrator(new PartialCredit()).fit(LEAD, design(LEAD, HALVES));
    assertThat(fit.groups().get(0).covarianceErrors().get(0).get(0)).isPositive();
    assertThat(fit.groups().get(0).mean().get(0)).isZero();
    assertThat(fit.groups().get(1).meanErrors().get(0)).isPositive();
  }

  private static String refusal(ItemResponses y, Design design) {
    return ((CalibrationResult.Refused) new Calibrator(new Graded()).fit(y, design)).reason();
  }

  @Test
  void groupsThatShareNoItemAreRefusedByName() {
    Set<String> all = Set.copyOf(LEAD.names());
    assertThat(refusal(LEAD, design(LEAD, HALVES).free(free(all)))).contains("shares no item");
  }

  @Test
  void groupsOfTwoRowsOrWithoutAnswersAreRefusedByName() {
    List<String> labels =
        IntStream.range(0, LEAD.rows()).mapToObj(r -> r < 2 ? "tiny" : "rest").toList();
    assertThat(refusal(LEAD, design(LEAD, Grouping.of(labels))))
        .contains("Group tiny needs at least");
    double[][] columns = new double[LEAD.items()][LEAD.rows()];
    for (int i = 0; i < columns.length; i++) {
      for (int r = 0; r < LEAD.rows(); r++) {
        columns[i][r] = r < 9 ? Double.NaN : LEAD.value(r, i);
      }
    }
    List<String> silent =
        IntStream.range(0, LEAD.rows()).mapToObj(r -> r < 9 ? "silent" : "rest").toList();
    ItemResponses y = ItemResponses.of(LEAD.names(), columns);
    assertThat(refusal(y, design(y, Grouping.of(silent)))).contains("Group silent has no answers");
  }

  @Test
  void aGroupWhoseAnswersAreAllAlikeIsSaidToHaveNoVariance() {
    Simulated s = simulate(1, new double[] {0, .5}, new double[] {1, 1}, 400);
    double[][] columns = new double[8][400];
    for (int i = 0; i < 8; i++) {
      for (int r = 0; r < 400; r++) {
        columns[i][r] = s.groups.group(r) == 1 ? 2 : s.answers.value(r, i);
      }
    }
    ItemResponses y = ItemResponses.of(s.answers.names(), columns);
    Calibration fit = graded(y, design(y, s.groups));
    assertThat(fit.fit().warnings()).anyMatch(w -> w.contains("people of g1"));
  }

  @Test
  void aDesignThatDoesNotFitTheAnswersIsABrokenInvariant() {
    assertThatThrownBy(() -> graded(LEAD, design(LEAD, HALVES).free(free(Set.of("nobody")))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> graded(LEAD, design(LEAD, Grouping.single(3))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
