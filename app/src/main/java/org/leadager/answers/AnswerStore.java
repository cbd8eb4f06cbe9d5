package org.leadager.answers;

import static org.leadager.platform.db.jooq.answers.Tables.COMMENT_FACT;
import static org.leadager.platform.db.jooq.answers.Tables.FACT;
import static org.leadager.platform.db.jooq.answers.Tables.FORM;
import static org.leadager.platform.db.jooq.answers.Tables.RESUME;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.leadager.platform.db.jooq.answers.tables.records.ResumeRecord;

/** The tables of the schema {@code answers}, within a transaction of their organisation. */
final class AnswerStore {
  /** An answer with the revision in which it was given. */
  record Fact(@Nullable Integer value, long revision) {}

  /** A comment with the revision in which it was written. */
  record Comment(String text, long revision) {}

  /** A form's own row. */
  record Form(long revision, @Nullable String receipt) {}

  private final DSLContext dsl;

  AnswerStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Crosses to the side of the invited, which only this function of the database may. */
  List<ResumeRecord> resume(byte[] linkHash) {
    return dsl.selectFrom(RESUME.call(linkHash)).fetch();
  }

  Form form(UUID form) {
    return fetch(dsl.select(FORM.REVISION, FORM.RECEIPT).from(FORM), form, false);
  }

  /** The form, which no other request changes before this transaction ends. */
  Form lock(UUID form) {
    return fetch(dsl.select(FORM.REVISION, FORM.RECEIPT).from(FORM), form, true);
  }

  private static Form fetch(SelectWhereStep<? extends Record> select, UUID form, boolean lock) {
    var one = select.where(FORM.ID.eq(form));
    Record row = lock ? one.forUpdate().fetchSingle() : one.fetchSingle();
    return new Form(row.get(FORM.REVISION), row.get(FORM.RECEIPT));
  }

  /** How far each of these forms is. */
  Map<UUID, Standing> standings(Collection<UUID> forms) {
    Field<Boolean> begun =
        DSL.field(DSL.exists(DSL.selectOne().from(FACT).where(FACT.FORM_ID.eq(FORM.ID))));
    return dsl.select(FORM.ID, FORM.RECEIPT, begun)
        .from(FORM)
        .where(FORM.ID.in(forms))
        .fetchMap(row -> row.value1(), row -> Standing.of(row.value2() != null, row.value3()));
  }

  /** The receipts of those of these forms that are in. */
  Map<UUID, String> receipts(Collection<UUID> forms) {
    return dsl.select(FORM.ID, FORM.RECEIPT)
        .from(FORM)
        .where(FORM.ID.in(forms))
        .and(FORM.RECEIPT.isNotNull())
        .fetchMap(FORM.ID, FORM.RECEIPT);
  }

  /** The latest answer to each item. */
  Map<String, Fact> facts(UUID form) {
    Map<String, Fact> latest = new LinkedHashMap<>();
    dsl.select(FACT.ITEM, FACT.VALUE, FACT.REVISION)
        .distinctOn(FACT.ITEM)
        .from(FACT)
        .where(FACT.FORM_ID.eq(form))
        .orderBy(FACT.ITEM, FACT.REVISION.desc())
        .forEach(row -> {
          Short value = row.value2();
          latest.put(
              row.value1(), new Fact(value == null ? null : Integer.valueOf(value), row.value3()));
        });
    return latest;
  }

  /** The latest words on each open question. */
  Map<String, Comment> comments(UUID form) {
    Map<String, Comment> latest = new LinkedHashMap<>();
    dsl.select(COMMENT_FACT.QUESTION, COMMENT_FACT.TEXT, COMMENT_FACT.REVISION)
        .distinctOn(COMMENT_FACT.QUESTION)
        .from(COMMENT_FACT)
        .where(COMMENT_FACT.FORM_ID.eq(form))
        .orderBy(COMMENT_FACT.QUESTION, COMMENT_FACT.REVISION.desc())
        .forEach(row -> latest.put(row.value1(), new Comment(row.value2(), row.value3())));
    return latest;
  }

  /** Appends everything that a save changes: three statements at most. */
  void append(UUID organisation, UUID form, long revision, Save save) {
    if (!save.values().isEmpty()) {
      var facts =
          dsl.insertInto(
              FACT, FACT.ORGANISATION_ID, FACT.FORM_ID, FACT.ITEM, FACT.VALUE, FACT.REVISION);
      for (Map.Entry<String, Draft.Answer> answer : save.values().entrySet()) {
        Integer value = answer.getValue().value();
        Short kept = value == null ? null : value.shortValue();
        facts = facts.values(organisation, form, answer.getKey(), kept, revision);
      }
      facts.execute();
    }
    if (!save.comments().isEmpty()) {
      var comments =
          dsl.insertInto(
              COMMENT_FACT,
              COMMENT_FACT.ORGANISATION_ID,
              COMMENT_FACT.FORM_ID,
              COMMENT_FACT.QUESTION,
              COMMENT_FACT.TEXT,
              COMMENT_FACT.REVISION);
      for (Map.Entry<String, String> comment : save.comments().entrySet()) {
        comments =
            comments.values(organisation, form, comment.getKey(), comment.getValue(), revision);
      }
      comments.execute();
    }
    dsl.update(FORM).set(FORM.REVISION, revision).where(FORM.ID.eq(form)).execute();
  }

  void submit(UUID form, String receipt, OffsetDateTime at) {
    dsl.update(FORM)
        .set(FORM.STATE, "submitted")
        .set(FORM.RECEIPT, receipt)
        .set(FORM.SUBMITTED_AT, at)
        .where(FORM.ID.eq(form))
        .execute();
  }
}
