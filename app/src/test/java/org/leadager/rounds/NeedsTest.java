package org.leadager.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadager.instruments.InstrumentsForTests;

class NeedsTest {
  private final RoundFixture fixture = new RoundFixture();
  private final Needs needs =
      new Needs(fixture.database, InstrumentsForTests.on(fixture.database), fixture.clock);
  private UUID round = new UUID(0, 0);
  private Panel.Subject subject = new Panel.Subject(round, round, "", java.util.List.of());

  @BeforeEach
  void launch() {
    round = fixture.launched();
    subject = fixture.setup.panel(fixture.organisation, round).orElseThrow().subjects().getFirst();
  }

  @Test
  void aBossSetsChangesAndTakesBackWhatTheJobNeeds() {
    assertThat(set("boss", Map.of("M1", 5, "L2", 3), Set.of())).isEqualTo(new Outcome.Done());
    assertThat(set("boss", Map.of("M1", 4), Set.of("L2", "S1"))).isEqualTo(new Outcome.Done());
    assertThat(stored()).containsOnlyKeys("M1");
    assertThat(stored().get("M1")).isEqualByComparingTo(BigDecimal.valueOf(4));
  }

  @Test
  void whereTwoBossesSetANeedTheirMeanCounts() {
    round = fixture.draft();
    fixture.setup.addPanel(
        fixture.organisation,
        round,
        """
        Una Berg,una@example.org,Li Wen,li@example.org,boss
        Una Berg,una@example.org,Cy Orr,cy@example.org,boss
        """);
    fixture.setup.launch(fixture.organisation, fixture.actor, round);
    subject = fixture.setup.panel(fixture.organisation, round).orElseThrow().subjects().getFirst();
    int level = 3;
    for (Panel.Seat boss : subject.seats()) {
      needs.set(fixture.organisation, boss.id(), boss.personId(), Map.of("M1", level), Set.of());
      level += 2;
    }
    assertThat(stored().get("M1")).isEqualByComparingTo(BigDecimal.valueOf(4));
    assertThat(
            fixture.rounds.needsBy(
                fixture.organisation, subject.id(), subject.seats().getFirst().personId()))
        .hasSize(1);
  }

  @Test
  void nobodyButABossWhoWasAskedMay() {
    for (String source : new String[] {"self", "peers", "reports"}) {
      assertThat(set(source, Map.of("M1", 5), Set.of())).isEqualTo(new Outcome.NotFound());
    }
    assertThat(
            needs.set(
                fixture.organisation,
                seat("boss").id(),
                seat("peers").personId(),
                Map.of("M1", 5),
                Set.of()))
        .as("a peer with the boss’s request")
        .isEqualTo(new Outcome.NotFound());
    UUID other = fixture.test.organisation("Somebody else");
    assertThat(
            needs.set(other, seat("boss").id(), seat("boss").personId(), Map.of("M1", 5), Set.of()))
        .isEqualTo(new Outcome.NotFound());
    fixture.rounds.withdraw(fixture.organisation, fixture.actor, round, seat("boss").id());
    assertThat(set("boss", Map.of("M1", 5), Set.of())).isEqualTo(new Outcome.NotFound());
    assertThat(stored()).isEmpty();
  }

  @Test
  void nothingIsKeptAfterTheClose() {
    set("boss", Map.of("M1", 5), Set.of());
    fixture.rounds.close(fixture.organisation, fixture.actor, round);
    assertThat(set("boss", Map.of("M1", 2), Set.of())).isInstanceOf(Outcome.Refused.class);
    assertThat(set("boss", Map.of(), Set.of("M1"))).isInstanceOf(Outcome.Refused.class);
    assertThat(stored().get("M1")).isEqualByComparingTo(BigDecimal.valueOf(5));
  }

  @Test
  void rubbishIsToldAndKeepsNothingOfTheRest() {
    assertThat(set("boss", Map.of("M1", 5, "M2", 7), Set.of())).isInstanceOf(Outcome.Refused.class);
    assertThat(set("boss", Map.of("M1", 5, "M2", 0), Set.of())).isInstanceOf(Outcome.Refused.class);
    assertThat(set("boss", Map.of("M1", 5, "ZZ", 3), Set.of())).isInstanceOf(Outcome.Refused.class);
    assertThat(set("boss", Map.of("M1", 5), Set.of("ZZ"))).isInstanceOf(Outcome.Refused.class);
    assertThat(stored()).isEmpty();
  }

  private Outcome set(String source, Map<String, Integer> levels, Set<String> left) {
    Panel.Seat seat = seat(source);
    return needs.set(fixture.organisation, seat.id(), seat.personId(), levels, left);
  }

  private Panel.Seat seat(String source) {
    return subject.seats().stream()
        .filter(s -> s.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, BigDecimal> stored() {
    return fixture.rounds.needs(fixture.organisation, subject.id());
  }
}
