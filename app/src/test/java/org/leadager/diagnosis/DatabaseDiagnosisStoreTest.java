package org.leadager.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.leadager.platform.db.TestDatabase;

class DatabaseDiagnosisStoreTest {
  private final TestDatabase test = TestDatabase.fresh();
  private final Diagnoses diagnoses =
      new Diagnoses(new DatabaseDiagnosisStore(test.database()), Clock.systemUTC());
  private final UUID organisation = test.organisation("Calder Ferries");
  private final UUID caseId = UUID.randomUUID();

  @Test
  void answersAreKeptInTheOrderGivenAndTheLatestCounts() {
    diagnoses.open(organisation, caseId, "They need vision", "Ingrid Solheim");
    assertThat(answer("could", "yes", "On the day of the cup final")).isTrue();
    assertThat(answer("could", "no", null)).isTrue();
    Interview interview = diagnoses.interview(organisation, caseId).orElseThrow();
    assertThat(interview.evidence().answer("could")).contains("no");
    assertThat(interview.request().askedBy()).isEqualTo("Ingrid Solheim");
    assertThat(
            DSL.using(test.owner(), SQLDialect.POSTGRES).fetchCount(DSL.table("diagnosis.answer")))
        .isEqualTo(2);
  }

  @Test
  void anotherOrganisationSeesNothing() {
    diagnoses.open(organisation, caseId, "They need vision", "Ingrid Solheim");
    UUID other = test.organisation("Other");
    assertThat(diagnoses.summary(other, caseId)).isEmpty();
    assertThat(diagnoses.answer(other, caseId, "could", "yes", null, null)).isFalse();
  }

  @Test
  void aCaseHasOneRequest() {
    diagnoses.open(organisation, caseId, "They need vision", "Ingrid Solheim");
    assertThatThrownBy(() -> diagnoses.open(organisation, caseId, "Again", "Ingrid Solheim"))
        .isInstanceOf(RuntimeException.class);
  }

  private boolean answer(
      String question, String choice, @org.jspecify.annotations.Nullable String note) {
    return diagnoses.answer(organisation, caseId, question, choice, note, null);
  }
}
