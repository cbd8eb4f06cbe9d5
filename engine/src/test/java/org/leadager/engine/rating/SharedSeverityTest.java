package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.TeamRound.Drawn;
import org.leadager.engine.rating.TeamRound.Seat;
import org.leadager.engine.simulate.Draws;

/** People who rate several subjects take the same severity to each, and it is told. */
class SharedSeverityTest {
  /** Both sides converge quadratically; what is left is rounding over some 150 unknowns. */
  private static final double ROUNDING = 1e-9;

  private final TeamRound team = new TeamRound(2);

  /** Three subjects in a ring, a fourth tied by one person, a fifth rated by strangers. */
  private static final List<List<Seat>> RING =
      List.of(
          List.of(boss(1), peer(2), peer(3), report(4)),
          List.of(boss(1), peer(3), report(5), report(6)),
          List.of(peer(5), peer(2), report(7)),
          List.of(boss(7), peer(8), report(9)),
          List.of(boss(10), peer(11), report(12)));

  private static Seat boss(int person) {
    return new Seat(TeamRound.BOSS, person);
  }

  private static Seat peer(int person) {
    return new Seat(TeamRound.PEER, person);
  }

  private static Seat report(int person) {
    return new Seat(TeamRound.REPORT, person);
  }

  @Test
  void theScoresAreTheMarginsOfTheJointPosterior() {
    Drawn drawn = team.draw(RING, Map.of(), Draws.seeded(5));
    List<SubjectRatings> ratings = new ArrayList<>(drawn.ratings());
    ratings.set(1, sparse(ratings.get(1)));
    RoundScore round = team.model().scoreRound(ratings, TeamRound.noNeeds(5));
    DenseRound dense = new DenseRound(team.model(), ratings);
    assertThat(round.warnings()).isEmpty();
    for (int p = 0; p < 5; p++) {
      SubjectScore score = round.subjects().get(p);
      assertThat(score.converged()).isTrue();
      for (int a = 0; a < 2; a++) {
        int m = dense.index("axis" + p + "/" + a);
        assertThat(score.joint().mean(a)).isCloseTo(dense.mode[m], within(ROUNDING));
        for (int b = 0; b < 2; b++) {
          assertThat(score.joint().covariance(a, b))
              .isCloseTo(dense.covariance[m][dense.index("axis" + p + "/" + b)], within(ROUNDING));
        }
      }
      int m = dense.index("axis" + p + "/0");
      int s = dense.index("s" + p + "/0");
      Estimate level = score.competences().getFirst().level();
      assertThat(level.mean()).isCloseTo(dense.mode[m] + dense.mode[s], within(ROUNDING));
      assertThat(level.sd() * level.sd())
          .isCloseTo(
              dense.covariance[m][m] + dense.covariance[s][s] + 2 * dense.covariance[m][s],
              within(ROUNDING));
    }
    assertThat(round.subjects().stream().map(s -> s.panel().sharedRaters()))
        .containsExactly(3, 3, 3, 1, 0);
  }

  /** Every other answer is missing, and one rater counts for less. */
  private SubjectRatings sparse(SubjectRatings full) {
    SubjectRatings.Builder b = SubjectRatings.builder(team.structure);
    for (int r = 0; r < full.raters(); r++) {
      b.rater(full.raterSource(r), r == 1 ? .3 : 1, full.raterIdentity[r]);
    }
    for (int n = 0; n < full.ratings(); n += 2) {
      b.rating(full.rater(n), full.item(n), full.category(n));
    }
    return b.build();
  }

  @Test
  void whoSharesNoRaterIsScoredAsIfAlone() {
    Drawn drawn = team.draw(RING, Map.of(), Draws.seeded(6));
    RatingModel doubtful =
        new RatingModel(
            team.structure,
            team.parameters(i -> new ItemUncertainty(.3, .5, .35, .2), .4, -1, 0),
            team.priors);
    SubjectScore together =
        doubtful.scoreRound(drawn.ratings(), TeamRound.noNeeds(5)).subjects().get(4);
    SubjectScore alone = doubtful.score(drawn.ratings().get(4));
    assertThat(together).usingRecursiveComparison().isEqualTo(alone);
  }

  /** Doubt about an item reaches a subject through answers about others too. */
  @Test
  void doubtAboutItemsWidensByAsMuchAsTheJointTopMoves() {
    List<SubjectRatings> ratings = team.draw(RING, Map.of(), Draws.seeded(7)).ratings();
    double sd = .5;
    int item = 3;
    ItemUncertainty shift = new ItemUncertainty(0, sd, 0, 0);
    RatingModel doubtful =
        new RatingModel(
            team.structure,
            team.parameters(i -> i == item ? shift : ItemUncertainty.NONE, 0, -1, 0),
            team.priors);
    RoundScore round = doubtful.scoreRound(ratings, TeamRound.noNeeds(5));
    RoundScore sure = team.model().scoreRound(ratings, TeamRound.noNeeds(5));
    for (int p = 0; p < 4; p++) {
      for (int a = 0; a < 2; a++) {
        double added =
            round.subjects().get(p).joint().covariance(a, a)
                - sure.subjects().get(p).joint().covariance(a, a);
        double moved = sd * slope(ratings, item, p, a);
        assertThat(added).isCloseTo(moved * moved, within(1e-7));
      }
    }
  }

  @Test
  void theCommonShiftMovesTheJointTopAsItSays() {
    List<SubjectRatings> ratings = team.draw(RING, Map.of(), Draws.seeded(8)).ratings();
    RatingModel doubtful =
        new RatingModel(
            team.structure, team.parameters(i -> ItemUncertainty.NONE, .4, -1, 0), team.priors);
    RoundScore round = doubtful.scoreRound(ratings, TeamRound.noNeeds(5));
    for (int p = 0; p < 5; p++) {
      assertThat(round.subjects().get(p).commonShift().getFirst())
          .isCloseTo(.4 * slope(ratings, TeamRound.ALL, p, 0), within(1e-6));
    }
  }

  /** How a subject's axis moves with an item's thresholds, by central differences. */
  private double slope(List<SubjectRatings> ratings, int item, int p, int axis) {
    double step = 1e-4;
    double[] at = new double[2];
    for (int side = 0; side < 2; side++) {
      double by = side == 0 ? -step : step;
      ItemParameters moved = team.parameters(i -> ItemUncertainty.NONE, 0, item, by);
      RatingModel model = new RatingModel(team.structure, moved, team.priors);
      at[side] =
          model.scoreRound(ratings, TeamRound.noNeeds(5)).subjects().get(p).joint().mean(axis);
    }
    return (at[1] - at[0]) / (2 * step);
  }

  /** Two severities away: whoever he rates stands lower by raw answers, but no longer by scores. */
  @Test
  void aSevereRaterOfManyNoLongerLowersWhomHeRates() {
    List<List<Seat>> panels = new ArrayList<>();
    for (int p = 0; p < 60; p++) {
      int own = 100 + 10 * p;
      List<Seat> panel = new ArrayList<>(List.of(peer(own), report(own + 1), report(own + 2)));
      if (p < 30) {
        panel.add(boss(1));
      } else {
        panel.add(boss(own + 3));
      }
      panels.add(panel);
    }
    double severity = -2 * Math.sqrt(.3 * .9);
    double[] together = new double[2];
    double[] alone = new double[2];
    int rounds = 8;
    for (int n = 0; n < rounds; n++) {
      Drawn drawn = team.draw(panels, Map.of(1, severity), Draws.seeded(900 + n));
      RoundScore round = team.model().scoreRound(drawn.ratings(), TeamRound.noNeeds(60));
      for (int p = 0; p < 60; p++) {
        double truth = drawn.truth().get(p).axes().getFirst();
        int his = p < 30 ? 0 : 1;
        together[his] += round.subjects().get(p).joint().mean(0) - truth;
        alone[his] += team.model().score(drawn.ratings().get(p)).joint().mean(0) - truth;
      }
    }
    double each = 30.0 * rounds;
    // A posterior SD of .6 over 240 subjects: standard error of a difference of two means .055.
    double error = .6 * Math.sqrt(2 / each);
    assertThat((alone[0] - alone[1]) / each).isLessThan(-3 * error);
    assertThat((together[0] - together[1]) / each).isCloseTo(0, within(2.5 * error));
  }

  @Test
  void oneThreadAndFourGiveTheSameBits() throws ExecutionException, InterruptedException {
    List<SubjectRatings> ratings = team.draw(RING, Map.of(), Draws.seeded(11)).ratings();
    List<RoundScore> rounds = new ArrayList<>();
    for (int threads : new int[] {1, 4}) {
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        rounds.add(pool.submit(() -> team.model().scoreRound(ratings, TeamRound.noNeeds(5))).get());
      }
    }
    assertThat(rounds.getFirst()).usingRecursiveComparison().isEqualTo(rounds.getLast());
  }

  /** Who comes first in a round is numbered first; nothing else hangs on it. */
  @Test
  void theOrderOfSubjectsDoesNotMatter() {
    List<SubjectRatings> ratings = team.draw(RING, Map.of(), Draws.seeded(12)).ratings();
    RoundScore forwards = team.model().scoreRound(ratings, TeamRound.noNeeds(5));
    RoundScore backwards = team.model().scoreRound(ratings.reversed(), TeamRound.noNeeds(5));
    for (int p = 0; p < 5; p++) {
      JointEstimate one = forwards.subjects().get(p).joint();
      JointEstimate other = backwards.subjects().get(4 - p).joint();
      assertThat(other.mean(0)).isCloseTo(one.mean(0), within(ROUNDING));
      assertThat(other.sd(0)).isCloseTo(one.sd(0), within(ROUNDING));
    }
  }

  @Test
  void subjectsTiedTooCloselyAreScoredAloneAndItIsSaid() {
    Drawn drawn = team.draw(RING, Map.of(), Draws.seeded(9));
    RoundScore round =
        new RoundScoring(team.model(), drawn.ratings(), TeamRound.noNeeds(5), 2).score();
    assertThat(round.warnings()).singleElement().asString().contains("4 subjects", "5 people");
    for (int p = 0; p < 5; p++) {
      assertThat(round.subjects().get(p))
          .usingRecursiveComparison()
          .isEqualTo(team.model().score(drawn.ratings().get(p)));
    }
  }

  @Test
  void withoutAShareOfSeverityNobodyIsTied() {
    Drawn drawn = team.draw(RING, Map.of(), Draws.seeded(10));
    RatingPriors none = team.priors.toBuilder(team.structure).severityShare(0).build();
    RatingModel model = new RatingModel(team.structure, team.certain, none);
    RoundScore round = model.scoreRound(drawn.ratings(), TeamRound.noNeeds(5));
    assertThat(round.subjects()).allMatch(s -> s.panel().sharedRaters() == 0);
  }
}
