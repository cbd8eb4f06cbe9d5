package org.leadager.platform.outbox;

import static java.util.stream.Collectors.toMap;
import static org.leadager.platform.db.jooq.platform.Tables.OUTBOX;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.platform.tables.records.OutboxRecord;
import org.leadager.platform.jobs.RepeatedJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands entries to their handlers, at least once, oldest first. */
@Configuration(proxyBeanMethods = false)
class Dispatcher {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** How long a claimed entry is left alone before it counts as lost with its process. */
  private static final Duration CLAIM = Duration.ofMinutes(2);

  private static final int LONGEST_PAUSE_SECONDS = 600;

  @Bean
  RepeatedJob dispatchOutbox(Database database, ObjectProvider<OutboxHandler> handlers) {
    return new RepeatedJob("dispatch-outbox", PAUSE, () -> dispatch(database, handlers));
  }

  private static void dispatch(Database database, ObjectProvider<OutboxHandler> handlers) {
    Map<String, OutboxHandler> byKind =
        handlers.stream().collect(toMap(OutboxHandler::kind, Function.identity()));
    Optional<OutboxRecord> next = claim(database, byKind);
    while (next.isPresent()) {
      OutboxRecord entry = next.get();
      try {
        OutboxHandler handler = byKind.get(entry.getKind());
        if (handler != null) {
          handler.handle(entry.getOrganisationId(), entry.getPayload().data());
        }
        finish(database, entry);
      } catch (RuntimeException e) {
        log.error("Outbox entry {} ({}) failed and waits", entry.getId(), entry.getKind(), e);
        postpone(database, entry, e);
      }
      next = claim(database, byKind);
    }
  }

  private static Optional<OutboxRecord> claim(
      Database database, Map<String, OutboxHandler> handlers) {
    return database.outside(dsl ->
        dsl.selectFrom(OUTBOX)
            .where(OUTBOX.DONE_AT.isNull())
            .and(OUTBOX.NEXT_ATTEMPT_AT.le(now()))
            .and(OUTBOX.KIND.in(handlers.keySet()))
            .orderBy(OUTBOX.CREATED_AT)
            .limit(1)
            .forUpdate()
            .skipLocked()
            .fetchOptional()
            .map(entry -> {
              entry.setAttempts(entry.getAttempts() + 1);
              entry.setNextAttemptAt(now().plus(CLAIM));
              entry.update();
              return entry;
            }));
  }

  private static void finish(Database database, OutboxRecord entry) {
    database.outside(dsl ->
        dsl.update(OUTBOX)
            .set(OUTBOX.DONE_AT, now())
            .setNull(OUTBOX.LAST_ERROR)
            .where(OUTBOX.ID.eq(entry.getId()))
            .execute());
  }

  private static void postpone(Database database, OutboxRecord entry, RuntimeException failure) {
    int seconds = Math.min(LONGEST_PAUSE_SECONDS, 2 << Math.min(entry.getAttempts() - 1, 9));
    database.outside(dsl ->
        dsl.update(OUTBOX)
            .set(OUTBOX.NEXT_ATTEMPT_AT, now().plusSeconds(seconds))
            .set(OUTBOX.LAST_ERROR, String.valueOf(failure.getMessage()))
            .where(OUTBOX.ID.eq(entry.getId()))
            .execute());
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }
}
