package org.leadager.diagnosis;

import static org.leadager.platform.db.jooq.diagnosis.Tables.ANSWER;
import static org.leadager.platform.db.jooq.diagnosis.Tables.REQUEST;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadager.platform.db.Database;
import org.springframework.stereotype.Component;

/** The tables of the schema {@code diagnosis}. */
@Component
final class DatabaseDiagnosisStore implements DiagnosisStore {
  private final Database database;

  DatabaseDiagnosisStore(Database database) {
    this.database = database;
  }

  @Override
  public void open(UUID organisation, Request request) {
    database.change(
        organisation,
        db ->
            db.insertInto(REQUEST)
                .set(REQUEST.CASE_ID, request.caseId())
                .set(REQUEST.ORGANISATION_ID, organisation)
                .set(REQUEST.WORDS, request.words())
                .set(REQUEST.ASKED_BY, request.askedBy())
                .set(REQUEST.ASKED_AT, request.askedAt())
                .execute());
  }

  @Override
  public Optional<Request> request(UUID organisation, UUID caseId) {
    return database.read(
        organisation,
        db ->
            db.select(REQUEST.WORDS, REQUEST.ASKED_BY, REQUEST.ASKED_AT)
                .from(REQUEST)
                .where(REQUEST.CASE_ID.eq(caseId))
                .fetchOptional(
                    row -> new Request(caseId, row.value1(), row.value2(), row.value3())));
  }

  @Override
  public List<Answer> answers(UUID organisation, UUID caseId) {
    return database.read(
        organisation,
        db ->
            db.select(ANSWER.QUESTION, ANSWER.CHOICE, ANSWER.NOTE, ANSWER.ANSWERED_BY, ANSWER.AT)
                .from(ANSWER)
                .where(ANSWER.CASE_ID.eq(caseId))
                .orderBy(ANSWER.ID)
                .fetch(row ->
                    new Answer(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5())));
  }

  @Override
  public void append(UUID organisation, UUID caseId, Answer answer) {
    database.change(
        organisation,
        db ->
            db.insertInto(ANSWER)
                .set(ANSWER.ORGANISATION_ID, organisation)
                .set(ANSWER.CASE_ID, caseId)
                .set(ANSWER.QUESTION, answer.question())
                .set(ANSWER.CHOICE, answer.choice())
                .set(ANSWER.NOTE, answer.note())
                .set(ANSWER.ANSWERED_BY, answer.by())
                .set(ANSWER.AT, answer.at())
                .execute());
  }
}
