package org.leadager.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RowLevelSecurityTest {
  /** Migrations, sessions, jobs and identities: the only tables without a policy. */
  private static final Set<String> WITHOUT_POLICY =
      Set.of(
          "public.flyway_schema_history",
          "platform.mail",
          "platform.outbox",
          "platform.scheduled_tasks",
          "access.spring_session",
          "access.spring_session_attributes",
          "access.sign_in_link");

  private static TestDatabase test;
  private static Database database;
  private static UUID here;
  private static UUID elsewhere;

  @BeforeAll
  static void twoOrganisations() {
    test = TestDatabase.fresh();
    database = test.database();
    here = test.organisation("Here");
    elsewhere = test.organisation("Elsewhere");
    for (UUID organisation : new UUID[] {here, elsewhere}) {
      addPerson(organisation, "Ada");
    }
  }

  @Test
  void everyTableHasAPolicySaveAShortList() {
    assertThat(
            asOwner()
                .fetch(
                    """
                    select n.nspname || '.' || c.relname
                      from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                       and not (c.relrowsecurity
                                and exists (select from pg_policy p where p.polrelid = c.oid))
                    """)
                .getValues(0, String.class))
        .containsExactlyInAnyOrderElementsOf(WITHOUT_POLICY);
  }

  @Test
  void theApplicationsRoleIsPlain() {
    assertThat(
            asOwner()
                .fetchSingle(
                    "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = 'leadager_app'")
                .get(0, Boolean.class))
        .isFalse();
    assertThat(
            asOwner()
                .fetchValues(
                    "select relname from pg_class where relowner = 'leadager_app'::regrole"))
        .isEmpty();
  }

  @Test
  void anotherOrganisationsRowsAreNotThere() {
    assertThat(people(here)).isEqualTo(1);
    assertThat(people(elsewhere)).isEqualTo(1);
    assertThat(people(UUID.randomUUID())).isZero();
    assertThat(database.<Integer>outside(RowLevelSecurityTest::countPeople)).isZero();
  }

  @Test
  void aRowOfAnotherOrganisationCannotBeWritten() {
    assertThatThrownBy(() ->
            database.change(
                here,
                dsl ->
                    dsl.execute(
                        "insert into people.person (organisation_id, name) values (?, 'Eve')",
                        elsewhere)))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("row-level security");
    assertThat(people(elsewhere)).isEqualTo(1);
  }

  @Test
  void aTransactionCannotChangeItsOrganisation() {
    assertThatThrownBy(() ->
            database.read(here, outer -> database.read(elsewhere, inner -> countPeople(inner))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot turn into");
  }

  @Test
  void theKeysOfTheTwoSidesAreOutOfReach() {
    for (String query :
        new String[] {
          "select key from vault.round_key",
          "select pseudonym from answers.form",
          "select vault.pseudonym(gen_random_uuid(), gen_random_uuid())"
        }) {
      assertThatThrownBy(() -> database.read(here, dsl -> dsl.fetch(query)))
          .as(query)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("permission denied");
    }
  }

  private static void addPerson(UUID organisation, String name) {
    database.change(
        organisation,
        dsl ->
            dsl.execute(
                "insert into people.person (organisation_id, name) values (?, ?)",
                organisation,
                name));
  }

  private static int people(UUID organisation) {
    return database.<Integer>read(organisation, RowLevelSecurityTest::countPeople);
  }

  private static int countPeople(DSLContext dsl) {
    return dsl.fetchCount(DSL.table("people.person"));
  }

  private static DSLContext asOwner() {
    return DSL.using(test.owner(), SQLDialect.POSTGRES);
  }
}
