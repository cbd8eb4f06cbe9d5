package org.leadager.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadager.charts.Estimate;
import org.leadager.scores.Figures.Level;

class GroupMeanTest {
  /** Reference values: R 4.3, {@code qt(.9, df)}. */
  @ParameterizedTest
  @CsvSource({"4, 1.533206", "5, 1.475884", "8, 1.396815", "20, 1.325341", "200, 1.285799"})
  void ninetiethPercentilesOfStudentAreThoseOfTheTable(int degrees, double value) {
    assertThat(GroupMean.ninth(degrees)).isCloseTo(value, within(.002));
  }

  @Test
  void theIntervalHoldsTheSpreadAndTheErrors() {
    List<Level> five =
        List.of(
            new Level(1, .4),
            new Level(2, .4),
            new Level(3, .4),
            new Level(4, .4),
            new Level(5, .4));
    Estimate mean = GroupMean.of(five);
    assertThat(mean.middle()).isEqualTo(3);
    double error = Math.sqrt(2.5 / 5 + 5 * .16 / 25);
    assertThat(mean.high() - 3).isCloseTo(1.5332 * error, within(.002));
  }

  @Test
  void fourPeopleAreNoGroup() {
    assertThatThrownBy(() -> GroupMean.of(Collections.nCopies(4, new Level(0, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, .5", "1.2816, .9", "-1.2816, .1", "1.96, .975", "-3, .00135"})
  void theNormalDistributionIsThatOfTheTable(double z, double below) {
    assertThat(Normal.below(z)).isCloseTo(below, within(1e-5));
  }
}
