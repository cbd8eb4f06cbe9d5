package org.leadager.reports;

import static org.leadager.platform.db.jooq.reports.Tables.REPORT;
import static org.leadager.platform.db.jooq.scores.Tables.SNAPSHOT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.leadager.scores.Figures;
import tools.jackson.databind.json.JsonMapper;

/** Released reports, and how far a round's scores are; inside somebody's transaction. */
final class ReportStore {
  private static final JsonMapper JSON = new JsonMapper();

  /** The only number until there is a rule for re-issues. */
  static final int FIRST = 1;

  private final DSLContext dsl;

  ReportStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** A released report. */
  record Released(
      UUID id, UUID round, UUID subject, UUID person, ReportContent content, Instant releasedAt) {}

  /** A released report without its content. */
  record Entry(UUID id, UUID subject, Instant releasedAt) {}

  /** What a new report is about. */
  record Key(UUID id, UUID organisation, UUID round, UUID subject, UUID person, UUID snapshot) {}

  /** Keeps a report unless its subject has one; says whether it did. */
  boolean keep(Key key, ReportContent content, UUID by, Instant at) {
    return dsl.insertInto(REPORT)
            .set(REPORT.ID, key.id)
            .set(REPORT.ORGANISATION_ID, key.organisation)
            .set(REPORT.ROUND_ID, key.round)
            .set(REPORT.SUBJECT_ID, key.subject)
            .set(REPORT.PERSON_ID, key.person)
            .set(REPORT.SNAPSHOT_ID, key.snapshot)
            .set(REPORT.NUMBER, FIRST)
            .set(REPORT.CONTENT, JSONB.valueOf(JSON.writeValueAsString(content)))
            .set(REPORT.RELEASED_BY, by)
            .set(REPORT.RELEASED_AT, at.atOffset(ZoneOffset.UTC))
            .onConflict(REPORT.SUBJECT_ID, REPORT.NUMBER)
            .doNothing()
            .execute()
        == 1;
  }

  Optional<Released> find(UUID report) {
    return released(REPORT.ID.eq(report)).stream().findFirst();
  }

  List<Released> ofRound(UUID round) {
    return released(REPORT.ROUND_ID.eq(round));
  }

  private List<Released> released(Condition condition) {
    return dsl.selectFrom(REPORT)
        .where(condition)
        .orderBy(REPORT.SUBJECT_ID)
        .fetch(row ->
            new Released(
                row.getId(),
                row.getRoundId(),
                row.getSubjectId(),
                row.getPersonId(),
                JSON.readValue(row.getContent().data(), ReportContent.class),
                row.getReleasedAt().toInstant()));
  }

  /** Released reports by subject, their content left in the database. */
  Map<UUID, Entry> entries(UUID round) {
    Map<UUID, Entry> entries = new HashMap<>();
    dsl.select(REPORT.ID, REPORT.SUBJECT_ID, REPORT.RELEASED_AT)
        .from(REPORT)
        .where(REPORT.ROUND_ID.eq(round))
        .forEach(row ->
            entries.put(
                row.value2(), new Entry(row.value1(), row.value2(), row.value3().toInstant())));
    return entries;
  }

  List<Reports.Own> ofPerson(UUID person) {
    return dsl.select(
            REPORT.ID, DSL.jsonbGetAttributeAsText(REPORT.CONTENT, "round"), REPORT.RELEASED_AT)
        .from(REPORT)
        .where(REPORT.PERSON_ID.eq(person))
        .orderBy(REPORT.RELEASED_AT.desc(), REPORT.ID.desc())
        .fetch(row ->
            new Reports.Own(
                row.value1(), String.valueOf(row.value2()), Sayings.day(row.value3().toInstant())));
  }

  boolean hasAny(UUID person) {
    return dsl.fetchExists(REPORT, REPORT.PERSON_ID.eq(person));
  }

  /** How scoring of each scored subject ended: figures are large, and lists need none of them. */
  Map<UUID, Figures.Outcome> scored(UUID round) {
    var outcome = DSL.jsonbGetAttributeAsText(SNAPSHOT.FIGURES, "outcome");
    Map<UUID, Figures.Outcome> scored = new HashMap<>();
    dsl.select(SNAPSHOT.SUBJECT_ID, outcome)
        .distinctOn(SNAPSHOT.SUBJECT_ID)
        .from(SNAPSHOT)
        .where(SNAPSHOT.ROUND_ID.eq(round))
        .orderBy(SNAPSHOT.SUBJECT_ID, SNAPSHOT.SCORED_AT.desc(), SNAPSHOT.ID.desc())
        .forEach(row -> scored.put(row.value1(), Figures.Outcome.valueOf(row.value2())));
    return scored;
  }

  /** A rater's answered items about a subject. */
  record Answered(UUID subject, int rater, String source, List<String> items) {}

  /** Which items each rater answered about these subjects: what the gate needs, no values. */
  List<Answered> answered(Collection<UUID> subjects) {
    return dsl.fetch(
            """
            select s.id, a.rater, a.source, array_agg(a.item order by a.item)
              from unnest({0}::uuid[]) s(id) cross join lateral answers.for_scoring(s.id) a
             where a.value is not null
             group by s.id, a.rater, a.source
             order by s.id, a.rater
            """,
            ids(subjects))
        .map(row ->
            new Answered(
                row.get(0, UUID.class),
                row.get(1, Integer.class),
                row.get(2, String.class),
                List.of(row.get(3, String[].class))));
  }

  /** Comments by subject, as given. */
  Map<UUID, List<Comment>> comments(Collection<UUID> subjects) {
    return dsl.fetch(
            """
            select s.id, c.rater, c.question, c.text
              from unnest({0}::uuid[]) s(id)
             cross join lateral answers.comments_for_report(s.id) c
            """,
            ids(subjects))
        .intoGroups(row -> row.get(0, UUID.class), ReportStore::comment);
  }

  private static Comment comment(Record row) {
    return new Comment(
        row.get(1, Integer.class), row.get(2, String.class), row.get(3, String.class));
  }

  private static org.jooq.Field<UUID[]> ids(Collection<UUID> subjects) {
    return DSL.val(subjects.toArray(UUID[]::new));
  }
}
