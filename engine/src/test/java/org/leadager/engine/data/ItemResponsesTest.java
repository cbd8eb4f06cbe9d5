package org.leadager.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ItemResponsesTest {
  @Test
  void valuesBecomeOrderedCategoriesAndMissingStaysMissing() {
    ItemResponses r = ItemResponses.of(List.of("q"), new double[][] {{5, Double.NaN, 2, 3, 5}});
    assertThat(r.categories(0)).isEqualTo(3);
    assertThat(r.code(0, 0)).isEqualTo(2);
    assertThat(r.code(1, 0)).isEqualTo(ItemResponses.MISSING);
    assertThat(r.value(1, 0)).isNaN();
    assertThat(r.value(2, 0)).isEqualTo(2);
    assertThat(r.gaps(0)).containsExactly(4);
    assertThat(r.complete(1)).isFalse();
  }

  @Test
  void aMeasurementWithHundredsOfValuesIsRefusedByName() {
    double[] many = new double[300];
    for (int i = 0; i < many.length; i++) {
      many[i] = i;
    }
    assertThatThrownBy(() -> ItemResponses.of(List.of("height"), new double[][] {many}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("height");
  }

  @Test
  void ratersWithoutAChainOfSharedSubjectsAreSeparateComponents() {
    ItemResponses answers = ItemResponses.of(List.of("q"), new double[][] {{1, 2, 1, 2, 1}});
    Ratings ratings =
        new Ratings(
            answers,
            Grouping.of(List.of("A", "A", "B", "C", "C")),
            Grouping.of(List.of("r1", "r2", "r2", "r3", "r4")));
    assertThat(ratings.components()).containsExactly(List.of(0, 1), List.of(2, 3));
  }
}
