package org.leadager.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final int MANY = 200_000;

  /** The first outputs of the published generator from the state 1, 2, 3, 4. */
  @Test
  void theBitsAreThoseOfTheAuthorsOwnGenerator() {
    Draws draws = Draws.ofState(1, 2, 3, 4);
    assertThat(draws.bits()).isEqualTo(41943041L);
    assertThat(draws.bits()).isEqualTo(58720359L);
    assertThat(draws.bits()).isEqualTo(3588806011781223L);
    assertThat(draws.bits()).isEqualTo(3591011842654386L);
    assertThat(draws.bits()).isEqualTo(Long.parseUnsignedLong("9228616714210784205"));
    assertThat(draws.bits()).isEqualTo(Long.parseUnsignedLong("9973669472204895162"));
  }

  @Test
  void aSeedGivesTheSameNumbersForEver() {
    Draws draws = Draws.seeded(20261124);
    StringBuilder said = new StringBuilder();
    for (int n = 0; n < 3; n++) {
      said.append(Double.toHexString(draws.normal())).append(' ');
      said.append(Double.toHexString(draws.logistic())).append(' ');
    }
    assertThat(said.toString())
        .isEqualTo(
            "0x1.2d5eb3df2749fp-1 -0x1.3c89ebffecf56p0 0x1.468544ae8a1c3p0 0x1.c545539a072c8p-2 "
                + "-0x1.f7fb392a48f05p0 0x1.0e0ccce41cd4p2 ");
  }

  @Test
  void aBranchDependsOnSeedAndKeyAloneAndDiffersFromItsNeighbours() {
    Draws trunk = Draws.seeded(1);
    Draws before = trunk.branch(7);
    for (int n = 0; n < 100; n++) {
      trunk.normal();
    }
    assertThat(trunk.branch(7).bits()).isEqualTo(before.bits());
    assertThat(trunk.branch(7).bits()).isNotEqualTo(trunk.branch(8).bits());
    assertThat(Draws.seeded(2).branch(7).bits()).isNotEqualTo(trunk.branch(7).bits());
  }

  /** Five standard errors of each moment at this many draws. */
  @Test
  void normalNumbersAreNormal() {
    Draws draws = Draws.seeded(3);
    double[] moment = new double[4];
    int tail = 0;
    for (int n = 0; n < MANY; n++) {
      double z = draws.normal();
      moment[0] += z / MANY;
      moment[1] += z * z / MANY;
      moment[2] += z * z * z / MANY;
      moment[3] += z * z * z * z / MANY;
      tail += z > 1.959964 ? 1 : 0;
    }
    double root = Math.sqrt(MANY);
    assertThat(moment[0]).isCloseTo(0, within(5 / root));
    assertThat(moment[1]).isCloseTo(1, within(5 * Math.sqrt(2) / root));
    assertThat(moment[2]).isCloseTo(0, within(5 * Math.sqrt(15) / root));
    assertThat(moment[3]).isCloseTo(3, within(5 * Math.sqrt(96) / root));
    assertThat(tail / (double) MANY).isCloseTo(.025, within(5 * Math.sqrt(.025) / root));
  }

  @Test
  void uniformNumbersFillTheirRange() {
    Draws draws = Draws.seeded(4);
    int[] count = new int[10];
    for (int n = 0; n < MANY; n++) {
      count[draws.below(10)]++;
    }
    double chi = 0;
    for (int c : count) {
      chi += Math.pow(c - MANY / 10.0, 2) / (MANY / 10.0);
    }
    assertThat(chi).as("chi-square of 9 degrees of freedom").isBetween(1.7, 23.6);
  }
}
