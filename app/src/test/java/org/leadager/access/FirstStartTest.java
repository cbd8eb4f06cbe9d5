package org.leadager.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leadager.people.People;
import org.leadager.people.PeopleFixture;
import org.leadager.people.PersonDraft;
import org.leadager.people.Role;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.TestDatabase;
import org.springframework.mock.env.MockEnvironment;

class FirstStartTest {
  private final Database database = TestDatabase.fresh().database();
  private final People people = PeopleFixture.people(database);
  private final MockEnvironment environment = new MockEnvironment();
  private final FirstStart first =
      new FirstStart(database, people, new BaseUrl(environment), environment);

  @Test
  void theOrganisationComesWithItsAdministratorOnce() {
    PersonDraft ada = new PersonDraft("Ada Byron", "ada@example.org");
    Visitor visitor = first.begin("Calder Ferries", ada).orElseThrow();
    assertThat(people.find(visitor.organisationId(), visitor.personId()).orElseThrow().roles())
        .isEqualTo(Set.of(Role.ADMINISTRATOR, Role.CONSULTANT));
    assertThat(first.begin("Somebody quicker", ada)).isEmpty();
  }

  @Test
  void anAdministratorWhoCannotBeMadeLeavesNoOrganisationBehind() {
    PersonDraft nobody = new PersonDraft("", "no address");
    assertThatThrownBy(() -> first.begin("Calder Ferries", nobody))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(first.isDue()).isTrue();
  }
}
