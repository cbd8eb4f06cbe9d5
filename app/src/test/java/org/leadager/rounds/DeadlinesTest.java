package org.leadager.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.leadager.access.BaseUrl;
import org.leadager.access.Token;
import org.leadager.platform.mail.Outgoing;
import org.springframework.mock.env.MockEnvironment;

class DeadlinesTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 30);

  private final RoundFixture fixture = new RoundFixture();
  private final MovableClock clock = new MovableClock();
  private final Rounds rounds = new Rounds(fixture.database, clock);
  private final Deadlines deadlines =
      new Deadlines(
          fixture.database,
          rounds,
          fixture.people,
          new Outgoing(),
          clock,
          new Deadlines.Reminders(new BaseUrl(new MockEnvironment()), 3));

  @Test
  void aRoundClosesByItselfWhenItsGraceIsOverAndNotAMinuteSooner() {
    UUID round = launched(LAST_DAY);
    at("2026-10-31T23:59:59Z");
    assertThat(state(round)).as("the grace day").isEqualTo(RoundState.OPEN);
    assertThat(accepts(round)).isTrue();
    at("2026-11-01T00:00:00Z");
    assertThat(state(round)).isEqualTo(RoundState.CLOSED);
    at("2026-11-01T00:05:00Z");
    assertThat(fixture.numbers("select count(*) from platform.outbox where kind = 'RoundClosed'"))
        .containsExactly(1L);
    assertThat(rounds.logIsWhole(fixture.organisation, round)).isTrue();
  }

  @Test
  void aClockThatJumpsBackRevivesNothing() {
    UUID round = launched(LAST_DAY);
    at("2026-11-01T00:30:00Z");
    at("2026-10-31T23:30:00Z");
    assertThat(state(round)).isEqualTo(RoundState.CLOSED);
    assertThat(accepts(round)).isFalse();
  }

  @Test
  void aClockThatJumpsAheadAnHourOnTheLastDayClosesNothing() {
    UUID round = launched(LAST_DAY);
    at("2026-10-31T00:59:00Z");
    assertThat(state(round)).isEqualTo(RoundState.OPEN);
  }

  @Test
  void aRoundWithoutALastDayStaysOpen() {
    UUID round = fixture.launched();
    at("2027-10-31T00:00:00Z");
    assertThat(state(round)).isEqualTo(RoundState.OPEN);
    assertThat(reminders()).isEmpty();
  }

  @Test
  void whoHasNotSentIsRemindedOnceThreeDaysBeforeByALinkThatWorksBesideTheFirst() {
    UUID round = launched(LAST_DAY);
    submitted("Bo Dahl", round);
    at("2026-10-26T23:00:00Z");
    assertThat(reminders()).isEmpty();
    at("2026-10-27T00:10:00Z");
    at("2026-10-28T00:10:00Z");
    assertThat(reminders()).hasSize(3).doesNotHaveDuplicates();
    assertThat(bodies()).allMatch(body -> body.contains("by 30 October 2026"));
    for (String body : bodies()) {
      assertThat(forms(body.substring(body.indexOf("/r/") + 3).split("\\s", 2)[0])).isEqualTo(1);
    }
    assertThat(forms(fixture.linkOf("cy@example.org"))).isEqualTo(1);
  }

  @Test
  void nobodyIsRemindedAfterTheLastDayOrOnTheDayOfTheInvitation() {
    launched(LocalDate.of(2026, 10, 21));
    at("2026-10-20T23:00:00Z");
    assertThat(reminders()).as("launched today").isEmpty();
    at("2026-10-22T01:00:00Z");
    assertThat(reminders()).as("the grace day").isEmpty();
  }

  private UUID launched(LocalDate lastDay) {
    UUID round =
        fixture.setup.draft(
            fixture.organisation,
            fixture.actor,
            RoundDraft.leadager(null, "October", "18", lastDay));
    fixture.setup.addPanel(fixture.organisation, round, RoundFixture.CSV);
    assertThat(fixture.setup.launch(fixture.organisation, fixture.actor, round))
        .isEqualTo(new Outcome.Done());
    return round;
  }

  private void submitted(String name, UUID round) {
    fixture.setup.panel(fixture.organisation, round).orElseThrow().subjects().stream()
        .flatMap(s -> s.seats().stream())
        .filter(s -> s.name().equals(name))
        .forEach(s -> rounds.submitted(fixture.organisation, s.id()));
  }

  private void at(String instant) {
    clock.now = Instant.parse(instant);
    deadlines.keep();
  }

  private RoundState state(UUID round) {
    return rounds.find(fixture.organisation, round).orElseThrow().state();
  }

  private boolean accepts(UUID round) {
    return rounds.find(fixture.organisation, round).orElseThrow().accepts(clock.now);
  }

  private List<String> reminders() {
    return owner("select to_address from platform.mail where dedupe_key like 'reminder:%'");
  }

  private List<String> bodies() {
    return owner("select body from platform.mail where dedupe_key like 'reminder:%'");
  }

  private List<String> owner(String sql) {
    return DSL.using(fixture.test.owner(), SQLDialect.POSTGRES)
        .fetch(sql)
        .getValues(0, String.class);
  }

  /** How many forms this link opens. */
  private long forms(String link) {
    return fixture.database.outside(dsl ->
        dsl.fetchSingle("select count(*) from answers.resume(?)", (Object) new Token(link).hash())
            .get(0, Long.class));
  }

  private static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-10-20T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
