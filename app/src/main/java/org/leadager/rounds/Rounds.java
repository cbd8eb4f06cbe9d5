package org.leadager.rounds;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.rounds.tables.records.RatingRequestRecord;
import org.leadager.platform.db.jooq.rounds.tables.records.SubjectRecord;
import org.springframework.stereotype.Service;

/** The rounds of an organisation and what happens to them, setting up and launching apart. */
@Service
public class Rounds {
  private final Database database;
  private final Clock clock;

  Rounds(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The round, or empty when this organisation has none of that id. */
  public Optional<Round> find(UUID organisation, UUID round) {
    return database.read(organisation, dsl -> new RoundStore(dsl).find(round));
  }

  /** A page of all rounds, newest first, 1 being the first page. */
  public List<Round> page(UUID organisation, int number, int size) {
    return database.read(organisation, dsl -> new RoundStore(dsl).page((number - 1) * size, size));
  }

  /** How many rounds there are. */
  public int count(UUID organisation) {
    return database.read(organisation, dsl -> new RoundStore(dsl).count());
  }

  /** The rounds of a case, oldest first. */
  public List<Round> ofCase(UUID organisation, UUID caseId) {
    return database.read(organisation, dsl -> new RoundStore(dsl).ofCase(caseId));
  }

  /** Persons by the id under which a round rates them, in a fixed order. */
  public Map<UUID, UUID> subjects(UUID organisation, UUID round) {
    return database.read(
        organisation,
        dsl -> {
          Map<UUID, UUID> persons = new java.util.LinkedHashMap<>();
          for (SubjectRecord row : new RoundStore(dsl).subjects(round)) {
            persons.put(row.getId(), row.getPersonId());
          }
          return persons;
        });
  }

  /** How many forms are in, by source and by subject, with nobody's answer among them. */
  public Optional<Progress> progress(UUID organisation, UUID round) {
    return database.read(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          return store
              .find(round)
              .map(r -> Tally.of(r, store.subjects(round), store.requests(round)));
        });
  }

  /** Ends answering and asks for scores. Closing a closed round changes nothing. */
  public Outcome close(UUID organisation, UUID actor, UUID round) {
    return database.write(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          Round there = store.lock(round).orElse(null);
          if (there == null) {
            return new Outcome.NotFound();
          }
          if (there.state() == RoundState.CLOSED || there.state() == RoundState.SCORED) {
            return new Outcome.Done();
          }
          if (!there.state().next(there.origin()).contains(RoundState.CLOSED)) {
            return Outcome.Refused.because("Launch the round first; nobody has been asked yet.");
          }
          close(dsl, organisation, actor, round, Map.of());
          return new Outcome.Done();
        });
  }

  /** Closes an open round whose last day and grace are over; any other stays as it is. */
  void closeIfOver(UUID organisation, UUID round) {
    database.change(
        organisation,
        dsl -> {
          Round there = new RoundStore(dsl).lock(round).orElseThrow();
          if (there.state() == RoundState.OPEN && !there.accepts(clock.instant())) {
            String last = String.valueOf(there.closesOn());
            close(dsl, organisation, null, round, Map.of("lastDay", last));
          }
        });
  }

  private void close(
      DSLContext dsl,
      UUID organisation,
      @Nullable UUID actor,
      UUID round,
      Map<String, String> detail) {
    new RoundStore(dsl).move(round, RoundState.CLOSED, now());
    log(dsl).append(organisation, round, actor, "closed", detail);
    RoundEvents.leave(dsl, organisation, RoundClosed.KIND, round);
  }

  /** Says that scores of all subjects exist. Saying it twice changes nothing. */
  public void markScored(UUID organisation, UUID round) {
    database.change(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          Round there = store.lock(round).orElseThrow();
          if (there.state().next(there.origin()).contains(RoundState.SCORED)) {
            store.move(round, RoundState.SCORED, now());
            log(dsl).append(organisation, round, null, "scored", Map.of());
          } else if (there.state() != RoundState.SCORED) {
            throw new IllegalStateException("a round that is " + there.state() + " has no scores");
          }
        });
  }

  /** Whether the round's log is unbroken: nothing in it was changed or taken out. */
  public boolean logIsWhole(UUID organisation, UUID round) {
    return database.read(organisation, dsl -> log(dsl).isWhole(round));
  }

  /**
   * Within the caller's transaction: whether answers to this request count now. The round cannot
   * close, nor the rater be withdrawn, before that transaction ends.
   */
  public boolean accepts(UUID organisation, UUID round, UUID request) {
    return database.write(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          boolean open = store.share(round).filter(r -> r.accepts(clock.instant())).isPresent();
          return open
              && store
                  .lockRequest(request)
                  .filter(r -> !RoundStore.WITHDRAWN.equals(r.getState()))
                  .isPresent();
        });
  }

  /** Within the caller's transaction: the form of this request is in. */
  public void submitted(UUID organisation, UUID request) {
    database.change(
        organisation, dsl -> new RoundStore(dsl).setRequestState(request, RoundStore.SUBMITTED));
  }

  /** Takes a rater out of an open round: the link refuses, the report leaves the answers out. */
  public Outcome withdraw(UUID organisation, UUID actor, UUID round, UUID request) {
    return database.write(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          Round there = store.lock(round).orElse(null);
          RatingRequestRecord asked = store.lockRequest(request).orElse(null);
          if (there == null || asked == null || !asked.getRoundId().equals(round)) {
            return new Outcome.NotFound();
          }
          if (there.state() == RoundState.DRAFT) {
            store.takeOut(request);
            return new Outcome.Done();
          }
          if (there.state() != RoundState.OPEN) {
            return Outcome.Refused.because("The round is closed; its panel stays as it was.");
          }
          store.setRequestState(request, RoundStore.WITHDRAWN);
          log(dsl)
              .append(
                  organisation, round, actor, "withdrawn", Map.of("request", request.toString()));
          return new Outcome.Done();
        });
  }

  /** The need by competence, the mean over the bosses who set it; empty where nobody did. */
  public Map<String, BigDecimal> needs(UUID organisation, UUID subject) {
    return database.read(organisation, dsl -> new RoundStore(dsl).needs(subject));
  }

  /** The need by competence as this person set it. */
  public Map<String, BigDecimal> needsBy(UUID organisation, UUID subject, UUID setBy) {
    return database.read(organisation, dsl -> new RoundStore(dsl).needsBy(subject, setBy));
  }

  /** How many needs this person set in the round, by subject; absent where none. */
  public Map<UUID, Integer> needsSetBy(UUID organisation, UUID round, UUID setBy) {
    return database.read(organisation, dsl -> new RoundStore(dsl).needsSetBy(round, setBy));
  }

  private RoundLog log(DSLContext dsl) {
    return new RoundLog(dsl, clock);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
