package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.TeamRound.Drawn;
import org.leadager.engine.rating.TeamRound.Seat;
import org.leadager.engine.simulate.Draws;

/**
 * What it brings to tell severities apart: rounds of 200 subjects with one boss, four peers and
 * four reports each, 36 items (docs/methods/rating-model.md gives the figures).
 */
class SharedSeverityGainTest {
  private static final int SUBJECTS = 200;
  private static final int ROUNDS = 5;

  /** Squared errors and intervals that hold, of both axes, by joint and by single scores. */
  private static final class Tally {
    double squaredTogether;
    double squaredAlone;
    double varianceTogether;
    int held;
    int count;

    double error() {
      return Math.sqrt(squaredTogether / count);
    }

    double errorAlone() {
      return Math.sqrt(squaredAlone / count);
    }

    double held() {
      return held / (double) count;
    }

    double said() {
      return Math.sqrt(varianceTogether / count);
    }
  }

  /** A company: a boss rates eight, peers rate each other, reports rate their own boss alone. */
  @Test
  void inACompanyAxesAreNoLessExactAndIntervalsHold() {
    Tally found = simulate(company(), 31);
    assertThat(found.error()).isLessThan(found.errorAlone());
    assertThat(found.held()).isBetween(.88, .92);
    assertThat(found.said()).isCloseTo(found.error(), within(.02));
  }

  /** Projects: all raters rate some thirty subjects. */
  @Test
  void whereEverybodyRatesManyTheErrorShrinksClearly() {
    Tally found = simulate(projects(), 32);
    assertThat(found.error()).isLessThan(.97 * found.errorAlone());
    assertThat(found.held()).isBetween(.88, .92);
    assertThat(found.said()).isCloseTo(found.error(), within(.02));
  }

  private static List<List<Seat>> company() {
    List<List<Seat>> panels = new ArrayList<>();
    for (int p = 0; p < SUBJECTS; p++) {
      List<Seat> panel = new ArrayList<>(List.of(new Seat(DayOne.BOSS, 10_000 + p / 8)));
      for (int k = 1; k <= 4; k++) {
        panel.add(new Seat(DayOne.PEER, 20_000 + p / 8 * 8 + (p + k) % 8));
        panel.add(new Seat(DayOne.REPORT, 30_000 + 4 * p + k));
      }
      panels.add(panel);
    }
    return panels;
  }

  private static List<List<Seat>> projects() {
    List<List<Seat>> panels = new ArrayList<>();
    for (int p = 0; p < SUBJECTS; p++) {
      List<Seat> panel = new ArrayList<>(List.of(new Seat(DayOne.BOSS, 10_000 + p % 7)));
      for (int k = 0; k < 4; k++) {
        panel.add(new Seat(DayOne.PEER, 20_000 + (3 * p + 7 * k) % 27));
        panel.add(new Seat(DayOne.REPORT, 30_000 + (5 * p + 8 * k) % 28));
      }
      panels.add(panel);
    }
    return panels;
  }

  private static Tally simulate(List<List<Seat>> panels, long seed) {
    DayOne dayOne = DayOne.items(2);
    Tally tally = new Tally();
    for (int n = 0; n < ROUNDS; n++) {
      Draws draws = Draws.seeded(seed).branch(n);
      ItemParameters truth = dayOne.truth(draws);
      Drawn drawn =
          TeamRound.draw(dayOne.structure, dayOne.simulator(truth), panels, Map.of(), draws);
      RatingModel model = dayOne.model(truth);
      RoundScore round = model.scoreRound(drawn.ratings(), TeamRound.noNeeds(SUBJECTS));
      for (int p = 0; p < SUBJECTS; p++) {
        SubjectScore alone = model.score(drawn.ratings().get(p));
        for (int a = 0; a < 2; a++) {
          add(
              tally,
              round.subjects().get(p).joint().get(a),
              alone.joint().mean(a),
              drawn.truth().get(p).axes().get(a));
        }
      }
    }
    return tally;
  }

  private static void add(Tally tally, Estimate axis, double alone, double truth) {
    tally.squaredTogether += (axis.mean() - truth) * (axis.mean() - truth);
    tally.squaredAlone += (alone - truth) * (alone - truth);
    tally.varianceTogether += axis.sd() * axis.sd();
    tally.held += axis.low(.90) <= truth && truth <= axis.high(.90) ? 1 : 0;
    tally.count++;
  }
}
