package org.leadager.scores;

import static org.leadager.platform.db.jooq.scores.Tables.SNAPSHOT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.leadager.engine.rating.RatingModel;
import org.leadager.platform.db.jooq.scores.tables.records.SnapshotRecord;
import tools.jackson.databind.json.JsonMapper;

/** The schema {@code scores}, within a transaction of its organisation. */
final class SnapshotStore {
  private static final JsonMapper JSON = new JsonMapper();

  private final DSLContext dsl;

  SnapshotStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  boolean has(UUID subject, String watermark) {
    return dsl.fetchExists(
        SNAPSHOT, SNAPSHOT.SUBJECT_ID.eq(subject), SNAPSHOT.WATERMARK.eq(watermark));
  }

  /** Keeps a snapshot, unless the same input has one, perhaps made by another process just now. */
  void keep(RoundScope scope, UUID subject, String watermark, String parameters, Figures figures) {
    dsl.insertInto(SNAPSHOT)
        .set(SNAPSHOT.ORGANISATION_ID, scope.organisation())
        .set(SNAPSHOT.ROUND_ID, scope.round())
        .set(SNAPSHOT.SUBJECT_ID, subject)
        .set(SNAPSHOT.WATERMARK, watermark)
        .set(SNAPSHOT.INSTRUMENT_CODE, scope.instrument().code())
        .set(SNAPSHOT.INSTRUMENT_VERSION, scope.instrument().version())
        .set(SNAPSHOT.PARAMETERS, parameters)
        .set(SNAPSHOT.ENGINE, RatingModel.VERSION)
        .set(SNAPSHOT.FIGURES, JSONB.valueOf(JSON.writeValueAsString(figures)))
        .onConflict(SNAPSHOT.SUBJECT_ID, SNAPSHOT.WATERMARK)
        .doNothing()
        .execute();
  }

  Optional<Snapshot> latest(UUID subject) {
    return dsl.selectFrom(SNAPSHOT)
        .where(SNAPSHOT.SUBJECT_ID.eq(subject))
        .orderBy(SNAPSHOT.SCORED_AT.desc(), SNAPSHOT.ID.desc())
        .limit(1)
        .fetchOptional(SnapshotStore::snapshot);
  }

  /** The newest of each subject; subjects in the order of their ids, as their round has them. */
  List<Snapshot> ofRound(UUID round) {
    return dsl.selectFrom(SNAPSHOT)
        .where(
            SNAPSHOT.ID.in(
                dsl.select(SNAPSHOT.ID)
                    .distinctOn(SNAPSHOT.SUBJECT_ID)
                    .from(SNAPSHOT)
                    .where(SNAPSHOT.ROUND_ID.eq(round))
                    .orderBy(SNAPSHOT.SUBJECT_ID, SNAPSHOT.SCORED_AT.desc(), SNAPSHOT.ID.desc())))
        .orderBy(SNAPSHOT.SUBJECT_ID)
        .fetch(SnapshotStore::snapshot);
  }

  /** Subjects of a round that have a snapshot. */
  int subjects(UUID round) {
    return dsl.fetchCount(
        dsl.selectDistinct(SNAPSHOT.SUBJECT_ID).from(SNAPSHOT).where(SNAPSHOT.ROUND_ID.eq(round)));
  }

  private static Snapshot snapshot(SnapshotRecord row) {
    return new Snapshot(
        row.getId(),
        row.getRoundId(),
        row.getSubjectId(),
        row.getWatermark(),
        row.getInstrumentCode() + "/" + row.getInstrumentVersion(),
        row.getParameters(),
        row.getEngine(),
        JSON.readValue(row.getFigures().data(), Figures.class),
        row.getScoredAt().toInstant());
  }
}
