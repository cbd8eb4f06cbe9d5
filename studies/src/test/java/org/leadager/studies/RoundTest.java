package org.leadager.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RoundTest {
  @Test
  void aRoundIsScoredAndSaysSo() {
    Round round = Round.run(40);
    assertThat(round.seconds()).isPositive();
    assertThat(round.processorSeconds()).isPositive();
    assertThat(round.line()).startsWith("A round of 40 subjects, 9 raters each, 36 items: ");
  }

  @Test
  void aCompanyIsScoredTogetherAndSaysSo() {
    SharedRound company = SharedRound.run(30);
    assertThat(company.together()).isPositive();
    assertThat(company.line()).startsWith("A company of 30 subjects who share raters: ");
  }

  @Test
  void aRoundIsCalibratedAndSaysSo() {
    CalibratedRound round = CalibratedRound.run(40);
    assertThat(round.processorSeconds()).isPositive();
    // 36 slopes: a root mean square of 1, uncertain by 1/√72; five times that.
    assertThat(round.slopeError()).isBetween(.4, 1.6);
    assertThat(round.line()).startsWith("The calibration of 40 such subjects: ");
  }

  @Test
  void everyBenchmarkThatTheTableShowsIsGenerated() throws IOException {
    try (InputStream list = Round.class.getResourceAsStream("/META-INF/BenchmarkList")) {
      String text = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text)
          .contains("Kernels", "dot", "exp")
          .contains("score72", "score36", "gradedFit", "gradedScores")
          .contains("gradedEStepScalar", "gradedEStepVector")
          .contains("twoTraits", "manyFacet", "crossedGaussian", "crossedOrdinal");
    }
  }
}
