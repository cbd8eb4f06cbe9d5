package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadager.engine.rating.LearningStage.Counts;
import org.leadager.engine.rating.LearningStage.Use;

/** What may be done with an instrument, by how much it has been answered. */
class LearningStageTest {
  @ParameterizedTest(name = "{0} subjects, {1} forms, {2} organisations: stage {3}")
  @CsvSource({
    "0, 0, 0, 0",
    "49, 5000, 9, 0",
    "5000, 399, 9, 0",
    "50, 400, 1, 1",
    "199, 1600, 1, 1",
    "200, 1599, 1, 1",
    "200, 1600, 1, 2",
    "499, 4000, 1, 2",
    "500, 3999, 1, 2",
    "500, 4000, 1, 3",
    "999, 9000, 5, 3",
    "1000, 9000, 4, 3",
    "1000, 4000, 5, 4",
  })
  void everyCountOfAStageMustBeReached(int subjects, int forms, int organisations, int stage) {
    assertThat(LearningStage.of(new Counts(subjects, forms, organisations)).number())
        .isEqualTo(stage);
  }

  @Test
  void onlyTheFirstStageIsProvisionalAndItAllowsNothing() {
    assertThat(LearningStage.EXPERT_PRIORS.provisional()).isTrue();
    assertThat(LearningStage.EXPERT_PRIORS.allowed()).isEmpty();
    assertThat(LearningStage.ITEM_UPDATE.provisional()).isFalse();
  }

  @Test
  void whatAStageAllowsStaysAllowed() {
    assertThat(LearningStage.ITEM_UPDATE.allowed())
        .containsExactly(Use.UPDATED_ITEMS, Use.DROPPED_ITEMS);
    assertThat(LearningStage.LOCAL_NORMS.allows(Use.FREE_CORRELATION)).isFalse();
    assertThat(LearningStage.LOCAL_NORMS.allows(Use.AXES_GATE)).isFalse();
    assertThat(LearningStage.FREE_AXES.allows(Use.AXES_GATE)).isTrue();
    assertThat(LearningStage.FREE_AXES.allows(Use.BENCHMARKS)).isFalse();
    assertThat(LearningStage.BENCHMARKS.allowed()).containsExactly(Use.values());
  }

  @Test
  void whatTheNextStageWantsIsSaid() {
    Counts counts = new Counts(49, 120, 1);
    assertThat(LearningStage.of(counts).wantedForNext(counts))
        .contains("Stage 1 wants 1 person rated, 280 forms more.");
    Counts many = new Counts(1200, 9000, 3);
    assertThat(LearningStage.of(many).wantedForNext(many))
        .contains("Stage 4 wants 2 organisations more.");
    assertThat(LearningStage.BENCHMARKS.wantedForNext(new Counts(1000, 4000, 5))).isEmpty();
  }

  @Test
  void negativeCountsAreRefused() {
    assertThatThrownBy(() -> new Counts(-1, 0, 0)).hasMessageContaining("subjects");
  }
}
