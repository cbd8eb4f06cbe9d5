package org.leadager.engine.agree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanIntervalTest {
  /** qt(.90, 3) = 1.637744 and qt(.90, 1) = 3.077684, from tables of Student's t. */
  @Test
  void theHalfWidthIsStudentsTimesTheStandardError() {
    MeanInterval four = MeanInterval.of(new double[] {-1, 0, 1, 2}, .80);
    assertThat(four.n()).isEqualTo(4);
    assertThat(four.mean()).isCloseTo(.5, within(1e-12));
    double error = Math.sqrt(5.0 / 3 / 4);
    assertThat(four.high() - four.mean()).isCloseTo(1.637744 * error, within(1e-5));
    assertThat(four.mean() - four.low()).isCloseTo(1.637744 * error, within(1e-5));
    MeanInterval two = MeanInterval.of(new double[] {0, 2}, .80);
    assertThat(two.high() - two.mean()).isCloseTo(3.077684, within(1e-4));
  }

  @Test
  void answersThatAllAgreeHaveNoWidth() {
    assertThat(MeanInterval.of(new double[] {1, 1, 1, 1}, .80))
        .isEqualTo(new MeanInterval(4, 1, 1, 1));
  }

  @Test
  void oneAnswerHasNoInterval() {
    assertThatThrownBy(() -> MeanInterval.of(new double[] {1}, .80))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
