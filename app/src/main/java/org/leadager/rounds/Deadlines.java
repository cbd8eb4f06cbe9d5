package org.leadager.rounds;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.leadager.access.BaseUrl;
import org.leadager.access.Token;
import org.leadager.people.People;
import org.leadager.people.Person;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.rounds.Tables;
import org.leadager.platform.mail.Mail;
import org.leadager.platform.mail.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the dates that raters were told: reminds those whose forms are not in, once, and closes
 * rounds whose last day and grace are over. Every round is a transaction of its own, and one that
 * fails does not hold up the others.
 */
final class Deadlines {
  private static final Logger log = LoggerFactory.getLogger(Deadlines.class);

  private final Database database;
  private final Rounds rounds;
  private final People people;
  private final Outgoing outgoing;
  private final Clock clock;
  private final Reminders reminders;

  /**
   * How reminders are made.
   *
   * @param before how long before the last day
   */
  record Reminders(Letters letters, Period before) {
    Reminders(BaseUrl baseUrl, int days) {
      this(new Letters(baseUrl), Period.ofDays(days));
    }
  }

  Deadlines(
      Database database,
      Rounds rounds,
      People people,
      Outgoing outgoing,
      Clock clock,
      Reminders reminders) {
    this.database = database;
    this.rounds = rounds;
    this.people = people;
    this.outgoing = outgoing;
    this.clock = clock;
    this.reminders = reminders;
  }

  /** Does what is due now. Done again, it does nothing more. */
  void keep() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    forEach(today.minusDays(1L + Round.GRACE_DAYS), rounds::closeIfOver);
    forEach(today.plus(reminders.before()), this::remind);
  }

  private void forEach(LocalDate lastDay, BiConsumer<UUID, UUID> work) {
    Map<UUID, UUID> due =
        database.outside(dsl ->
            dsl.selectFrom(Tables.OPEN_UNTIL.call(lastDay))
                .fetchMap(row -> row.getRoundId(), row -> row.getOrganisationId()));
    due.forEach((round, organisation) -> {
      try {
        work.accept(organisation, round);
      } catch (RuntimeException e) {
        log.error("The dates of round {} could not be kept; we try again", round, e);
      }
    });
  }

  private void remind(UUID organisation, UUID id) {
    database.change(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          Round round = store.share(id).orElseThrow();
          LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
          LocalDate last = round.closesOn();
          if (last != null && !last.isBefore(today) && store.wasLaunchedBefore(id, today)) {
            remind(dsl, organisation, round);
          }
        });
  }

  private void remind(DSLContext dsl, UUID organisation, Round round) {
    RoundStore store = new RoundStore(dsl);
    Map<UUID, Integer> missing = new LinkedHashMap<>();
    store.requests(round.id()).stream()
        .filter(r -> RoundStore.WAITING.equals(r.getState()))
        .forEach(r -> missing.merge(r.getPersonId(), 1, Integer::sum));
    Map<UUID, Token> links = new LinkedHashMap<>();
    missing.keySet().forEach(person -> links.put(person, Token.fresh()));
    if (links.isEmpty()) {
      return;
    }
    Map<UUID, UUID> made =
        store.invite(organisation, round.id(), RoundStore.Invitation.REMINDER, links);
    Map<UUID, Person> raters = people.findAll(organisation, made.keySet());
    List<Mail> mails = new ArrayList<>();
    made.forEach((person, invitation) ->
        mails.add(
            reminders
                .letters()
                .reminder(
                    "reminder:" + invitation,
                    Objects.requireNonNull(raters.get(person)),
                    round,
                    Objects.requireNonNull(links.get(person)),
                    Objects.requireNonNull(missing.get(person)))));
    outgoing.leaveAll(dsl, organisation, mails);
  }
}
