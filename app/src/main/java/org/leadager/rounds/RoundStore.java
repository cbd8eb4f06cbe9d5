package org.leadager.rounds;

import static org.leadager.platform.db.jooq.people.Tables.ORGANISATION;
import static org.leadager.platform.db.jooq.rounds.Tables.INVITATION;
import static org.leadager.platform.db.jooq.rounds.Tables.NEED;
import static org.leadager.platform.db.jooq.rounds.Tables.RATING_REQUEST;
import static org.leadager.platform.db.jooq.rounds.Tables.ROUND;
import static org.leadager.platform.db.jooq.rounds.Tables.SUBJECT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.leadager.access.Token;
import org.leadager.platform.db.jooq.rounds.tables.records.RatingRequestRecord;
import org.leadager.platform.db.jooq.rounds.tables.records.RoundRecord;
import org.leadager.platform.db.jooq.rounds.tables.records.SubjectRecord;

/** The tables of the schema {@code rounds}, within a transaction of their organisation. */
final class RoundStore {
  static final String WAITING = "waiting";
  static final String WITHDRAWN = "withdrawn";
  static final String SUBMITTED = "submitted";

  private final DSLContext dsl;

  RoundStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  UUID insert(UUID organisation, UUID actor, RoundDraft draft) {
    RoundRecord row = dsl.newRecord(ROUND);
    row.setOrganisationId(organisation);
    row.setCaseId(draft.caseId());
    row.setName(draft.name());
    row.setInstrumentCode(draft.instrumentCode());
    row.setInstrumentVersion(draft.instrumentVersion());
    row.setForm(draft.form());
    row.setClosesOn(draft.closesOn());
    row.setContentHash(draft.contentHash());
    row.setOrigin(draft.origin().code());
    row.setCreatedBy(actor);
    row.setMinimumGroup(dsl.select(minimumGroup(organisation)).fetchSingle().value1());
    row.insert();
    return row.getId();
  }

  /** A round of brought ratings; empty when one with the same content is there. */
  Optional<UUID> insertBrought(UUID organisation, UUID actor, RoundDraft draft) {
    return dsl.insertInto(ROUND)
        .set(ROUND.ORGANISATION_ID, organisation)
        .set(ROUND.CASE_ID, draft.caseId())
        .set(ROUND.NAME, draft.name())
        .set(ROUND.INSTRUMENT_CODE, draft.instrumentCode())
        .set(ROUND.INSTRUMENT_VERSION, draft.instrumentVersion())
        .set(ROUND.FORM, draft.form())
        .set(ROUND.MINIMUM_GROUP, minimumGroup(organisation))
        .set(ROUND.ORIGIN, draft.origin().code())
        .set(ROUND.CONTENT_HASH, draft.contentHash())
        .set(ROUND.CREATED_BY, actor)
        .onConflict(ROUND.ORGANISATION_ID, ROUND.CONTENT_HASH)
        .doNothing()
        .returningResult(ROUND.ID)
        .fetchOptional(row -> row.value1());
  }

  UUID withContent(String contentHash) {
    return dsl.select(ROUND.ID)
        .from(ROUND)
        .where(ROUND.CONTENT_HASH.eq(contentHash))
        .fetchSingle()
        .value1();
  }

  /** The organisation may ask for larger groups than everybody's smallest. */
  private static Field<Integer> minimumGroup(UUID organisation) {
    return DSL.field(
        DSL.select(ORGANISATION.MINIMUM_GROUP)
            .from(ORGANISATION)
            .where(ORGANISATION.ID.eq(organisation)));
  }

  Optional<Round> find(UUID round) {
    return dsl.selectFrom(ROUND).where(ROUND.ID.eq(round)).fetchOptional(RoundStore::round);
  }

  /** The round, whose state nobody else can change before this transaction ends. */
  Optional<Round> lock(UUID round) {
    return dsl.selectFrom(ROUND)
        .where(ROUND.ID.eq(round))
        .forUpdate()
        .fetchOptional(RoundStore::round);
  }

  /** As {@link #lock}, beside others who do the same. */
  Optional<Round> share(UUID round) {
    return dsl.selectFrom(ROUND)
        .where(ROUND.ID.eq(round))
        .forShare()
        .fetchOptional(RoundStore::round);
  }

  boolean wasLaunchedBefore(UUID round, LocalDate day) {
    return dsl.fetchExists(
        ROUND,
        ROUND.ID.eq(round),
        ROUND.LAUNCHED_AT.lt(day.atStartOfDay().atOffset(ZoneOffset.UTC)));
  }

  List<Round> page(int offset, int size) {
    return dsl.selectFrom(ROUND)
        .orderBy(ROUND.CREATED_AT.desc(), ROUND.ID)
        .offset(offset)
        .limit(size)
        .fetch(RoundStore::round);
  }

  int count() {
    return dsl.fetchCount(ROUND);
  }

  List<Round> ofCase(UUID caseId) {
    return dsl.selectFrom(ROUND)
        .where(ROUND.CASE_ID.eq(caseId))
        .orderBy(ROUND.CREATED_AT)
        .fetch(RoundStore::round);
  }

  void move(UUID round, RoundState state, OffsetDateTime at) {
    var update = dsl.update(ROUND).set(ROUND.STATE, state.code());
    switch (state) {
      case OPEN -> update = update.set(ROUND.LAUNCHED_AT, at);
      case CLOSED -> update = update.set(ROUND.CLOSED_AT, at);
      default -> {}
    }
    update.where(ROUND.ID.eq(round)).execute();
  }

  List<SubjectRecord> subjects(UUID round) {
    return dsl.selectFrom(SUBJECT).where(SUBJECT.ROUND_ID.eq(round)).orderBy(SUBJECT.ID).fetch();
  }

  List<RatingRequestRecord> requests(UUID round) {
    return dsl.selectFrom(RATING_REQUEST)
        .where(RATING_REQUEST.ROUND_ID.eq(round))
        .orderBy(RATING_REQUEST.ID)
        .fetch();
  }

  Optional<RatingRequestRecord> lockRequest(UUID request) {
    return dsl.selectFrom(RATING_REQUEST)
        .where(RATING_REQUEST.ID.eq(request))
        .forUpdate()
        .fetchOptional();
  }

  void setRequestState(UUID request, String state) {
    dsl.update(RATING_REQUEST)
        .set(RATING_REQUEST.STATE, state)
        .where(RATING_REQUEST.ID.eq(request))
        .execute();
  }

  void takeOut(UUID request) {
    dsl.deleteFrom(RATING_REQUEST).where(RATING_REQUEST.ID.eq(request)).execute();
  }

  /** What a link was mailed for. */
  enum Invitation {
    INVITATION,
    REMINDER
  }

  /**
   * Keeps the hash of each person's link. Who has a link of this kind already gets no other.
   *
   * @return the id of each invitation made, by person
   */
  Map<UUID, UUID> invite(UUID organisation, UUID round, Invitation kind, Map<UUID, Token> links) {
    var insert =
        dsl.insertInto(
            INVITATION,
            INVITATION.ORGANISATION_ID,
            INVITATION.ROUND_ID,
            INVITATION.PERSON_ID,
            INVITATION.KIND,
            INVITATION.TOKEN_HASH);
    String code = kind.name().toLowerCase(Locale.ROOT);
    for (Map.Entry<UUID, Token> link : links.entrySet()) {
      insert = insert.values(organisation, round, link.getKey(), code, link.getValue().hash());
    }
    return insert
        .onConflict(INVITATION.ROUND_ID, INVITATION.PERSON_ID, INVITATION.KIND)
        .doNothing()
        .returningResult(INVITATION.PERSON_ID, INVITATION.ID)
        .fetchMap(INVITATION.PERSON_ID, INVITATION.ID);
  }

  void setNeed(UUID organisation, UUID subject, UUID setBy, String competence, BigDecimal level) {
    dsl.insertInto(NEED)
        .set(NEED.ORGANISATION_ID, organisation)
        .set(NEED.SUBJECT_ID, subject)
        .set(NEED.SET_BY, setBy)
        .set(NEED.COMPETENCE, competence)
        .set(NEED.FREQUENCY, level)
        .onConflict(NEED.SUBJECT_ID, NEED.SET_BY, NEED.COMPETENCE)
        .doUpdate()
        .set(NEED.FREQUENCY, level)
        .execute();
  }

  void unsetNeed(UUID subject, UUID setBy, String competence) {
    dsl.deleteFrom(NEED)
        .where(NEED.SUBJECT_ID.eq(subject))
        .and(NEED.SET_BY.eq(setBy))
        .and(NEED.COMPETENCE.eq(competence))
        .execute();
  }

  /** The mean over bosses who set it, by competence. */
  Map<String, BigDecimal> needs(UUID subject) {
    return dsl.select(NEED.COMPETENCE, DSL.avg(NEED.FREQUENCY))
        .from(NEED)
        .where(NEED.SUBJECT_ID.eq(subject))
        .groupBy(NEED.COMPETENCE)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  Map<String, BigDecimal> needsBy(UUID subject, UUID setBy) {
    return dsl.select(NEED.COMPETENCE, NEED.FREQUENCY)
        .from(NEED)
        .where(NEED.SUBJECT_ID.eq(subject), NEED.SET_BY.eq(setBy))
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  Map<UUID, Integer> needsSetBy(UUID round, UUID setBy) {
    return dsl.select(NEED.SUBJECT_ID, DSL.count())
        .from(NEED)
        .join(SUBJECT)
        .on(SUBJECT.ID.eq(NEED.SUBJECT_ID))
        .where(SUBJECT.ROUND_ID.eq(round), NEED.SET_BY.eq(setBy))
        .groupBy(NEED.SUBJECT_ID)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  private static Round round(RoundRecord row) {
    return new Round(
        row.getId(),
        row.getCaseId(),
        row.getName(),
        row.getInstrumentCode(),
        row.getInstrumentVersion(),
        row.getForm(),
        RoundState.of(row.getState()),
        row.getMinimumGroup(),
        row.getClosesOn(),
        Round.Origin.of(row.getOrigin()));
  }
}
