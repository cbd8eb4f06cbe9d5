package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;
import org.leadager.engine.rating.ItemScreening.Cause;
import org.leadager.engine.rating.ItemScreening.Dropped;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.SimulatedPanel;

/** Items that hardly tell people apart, or that are answered the other way round, are named. */
class ItemScreeningTest {
  private static final int ITEMS = 8;
  private static final int CATEGORIES = 5;
  private static final double[] THRESHOLDS = {-3, -1, 1, 3};

  private final RatingStructure structure = structure();

  @Test
  void theSlopeOfOneHalfIsTheBorder() {
    List<SubjectRatings> none = List.of();
    double justBelow = Math.nextDown(ItemScreening.LOWEST_SLOPE);
    assertThat(ItemScreening.of(structure, slopes(3, ItemScreening.LOWEST_SLOPE), none).dropped())
        .isEmpty();
    assertThat(ItemScreening.of(structure, slopes(3, justBelow), none).dropped())
        .extracting(Dropped::item, Dropped::cause)
        .containsExactly(tuple(3, Cause.FLAT));
  }

  @Test
  void aFlatAndAReversedItemAreFoundInAnswers() {
    List<SubjectRatings> subjects = simulate(2, 5);
    Calibrated c = (Calibrated) RatingCalibration.of(structure).fit(subjects);
    List<Dropped> dropped = ItemScreening.of(structure, c.parameters(), subjects).dropped();
    assertThat(dropped).extracting(Dropped::item).containsExactly(2, 5);
    assertThat(dropped.getFirst().cause()).isEqualTo(Cause.FLAT);
    assertThat(dropped.getFirst().reason()).startsWith("Item 3 hardly tells people apart");
    assertThat(dropped.getLast().cause()).isEqualTo(Cause.REVERSED);
    assertThat(dropped.getLast().reason()).contains("Item 6").contains("the other way round");
  }

  @Test
  void aStrongPriorDoesNotHideAReversedItem() {
    List<SubjectRatings> subjects = simulate(2, 5);
    List<Dropped> dropped = ItemScreening.of(structure, slopes(2, 1.3), subjects).dropped();
    assertThat(dropped).extracting(Dropped::item).containsExactly(5);
  }

  @Test
  void aFewAnswersThatPointTheWrongWayByChanceProveNothing() {
    SubjectRatings.Builder b = SubjectRatings.builder(structure);
    for (int r = 0; r < 2; r++) {
      b.rater(0);
      b.rating(r, 0, r == 0 ? 1 : 4).rating(r, 1, r == 0 ? 4 : 1);
    }
    assertThat(ItemScreening.of(structure, slopes(0, 1.3), List.of(b.build())).dropped()).isEmpty();
  }

  /** 80 subjects with four raters each; one item has a slope of .15, one is turned round. */
  private List<SubjectRatings> simulate(int flat, int reversed) {
    RatingPriors priors = RatingPriors.builder(structure).haloVariance(0, 1.2).build();
    RatingSimulator simulator = new RatingSimulator(structure, slopes(flat, .15), priors);
    List<SubjectRatings> subjects = new ArrayList<>();
    for (int p = 0; p < 80; p++) {
      SimulatedPanel panel = simulator.panel(List.of(0, 0, 0, 0), Draws.seeded(5).branch(p));
      SubjectRatings.Builder b = SubjectRatings.builder(structure);
      for (List<Integer> answers : panel.answers()) {
        int r = b.rater(0);
        for (int i = 0; i < ITEMS; i++) {
          b.rating(r, i, i == reversed ? CATEGORIES + 1 - answers.get(i) : answers.get(i));
        }
      }
      subjects.add(b.build());
    }
    return subjects;
  }

  private ItemParameters slopes(int special, double slope) {
    ItemParameters.Builder b = ItemParameters.builder(structure);
    for (int i = 0; i < ITEMS; i++) {
      b.item(i, i == special ? slope : 1.3, THRESHOLDS);
    }
    return b.build();
  }

  private static RatingStructure structure() {
    RatingStructure.Builder b = RatingStructure.builder(1, 0, 1);
    for (int i = 0; i < ITEMS; i++) {
      b.item(new RatingItem(List.of(1.), RatingItem.NO_COMPETENCE, 0, CATEGORIES));
    }
    return b.build();
  }
}
