package org.leadager.cases;

import static org.leadager.platform.db.jooq.cases.Tables.CASE;
import static org.leadager.platform.db.jooq.people.Tables.PERSON;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The table of cases, inside somebody's transaction. */
final class CaseStore {
  private final DSLContext dsl;

  CaseStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  UUID open(UUID organisation, String title, UUID openedBy) {
    return dsl.insertInto(CASE)
        .set(CASE.ORGANISATION_ID, organisation)
        .set(CASE.TITLE, title)
        .set(CASE.OPENED_BY, openedBy)
        .returning(CASE.ID)
        .fetchSingle()
        .getId();
  }

  Optional<CaseFile> find(UUID caseId) {
    return list(CASE.ID.eq(caseId), 0, 1).stream().findFirst();
  }

  List<CaseFile> page(int offset, int size) {
    return list(DSL.noCondition(), offset, size);
  }

  int count() {
    return dsl.fetchCount(CASE);
  }

  private List<CaseFile> list(Condition condition, int offset, int size) {
    return dsl.select(CASE.ID, CASE.TITLE, PERSON.NAME, CASE.OPENED_AT)
        .from(CASE)
        .join(PERSON)
        .on(PERSON.ID.eq(CASE.OPENED_BY))
        .where(condition)
        .orderBy(CASE.OPENED_AT.desc(), CASE.ID.desc())
        .offset(offset)
        .limit(size)
        .fetch(row -> new CaseFile(row.value1(), row.value2(), row.value3(), row.value4()));
  }
}
