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
  void answersTakenOneByOneInAnyOrderOfValuesGiveTheSame() {
    double[] column = {500, -2, Double.NaN, 3, 2.5, -2, 0, -0.0, 127, 128};
    ItemResponses.Builder builder = new ItemResponses.Builder(List.of("q"));
    for (double v : column) {
      builder.add(0, v);
    }
    ItemResponses r = builder.build();
    assertThat(r.categories(0)).isEqualTo(7);
    for (int row = 0; row < column.length; row++) {
      assertThat(r.value(row, 0)).isEqualTo(Double.valueOf(column[row] + 0.0));
    }
    assertThat(List.of(r.code(1, 0), r.code(6, 0), r.code(7, 0), r.code(0, 0)))
        .containsExactly(0, 1, 1, 6);
  }

  @Test
  void reversingTurnsValuesRoundAndKeepsMissing() {
    ItemResponses r =
        ItemResponses.of(List.of("q", "p"), new double[][] {{1, 2, 5, Double.NaN}, {1, 2, 3, 4}});
    ItemResponses turned = r.reversed(List.of(0), 6);
    assertThat(List.of(turned.value(0, 0), turned.value(1, 0), turned.value(2, 0)))
        .containsExactly(5.0, 4.0, 1.0);
    assertThat(turned.value(3, 0)).isNaN();
    assertThat(turned.value(1, 1)).isEqualTo(2);
    assertThat(turned.reversed(List.of(0), 6).value(2, 0)).isEqualTo(5);
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
