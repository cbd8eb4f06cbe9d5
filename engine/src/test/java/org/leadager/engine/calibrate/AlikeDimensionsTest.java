package org.leadager.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeDimensionsTest {
  private static final List<String> NAMES = List.of("A", "B");

  /** Variances 1 and 4. */
  private static GroupTraits group(String label, double correlation) {
    double covariance = 2 * correlation;
    List<List<Double>> s = List.of(List.of(1.0, covariance), List.of(covariance, 4.0));
    return new GroupTraits(label, 50, List.of(0.0, 0.0), List.of(0.0, 0.0), s, s);
  }

  private static List<String> said(GroupTraits... groups) {
    return AlikeDimensions.warnings(NAMES, List.of(groups));
  }

  @Test
  void dimensionsAtACorrelationOfOneAreNamed() {
    assertThat(said(group("", .99))).isEmpty();
    assertThat(said(group("", .9999)))
        .containsExactly(
            "The dimensions A and B cannot be told apart: their correlation is at 1. Use one"
                + " dimension for the items of both.");
    assertThat(said(group("", -.9999)))
        .singleElement()
        .asString()
        .contains("is at -1. Use one dimension");
  }

  @Test
  void someGroupsAreNamedToo() {
    assertThat(said(group("north", .5), group("south", .9999)))
        .singleElement()
        .asString()
        .startsWith("The dimensions A and B cannot be told apart in south: their");
    assertThat(said(group("north", .9999), group("south", .9999)))
        .singleElement()
        .asString()
        .startsWith("The dimensions A and B cannot be told apart: their");
  }

  @Test
  void aVarianceOfZeroHasNoCorrelation() {
    List<List<Double>> none = List.of(List.of(1.0, 0.0), List.of(0.0, 0.0));
    GroupTraits flat = new GroupTraits("", 50, List.of(0.0, 0.0), List.of(0.0, 0.0), none, none);
    assertThat(said(flat)).isEmpty();
  }
}
