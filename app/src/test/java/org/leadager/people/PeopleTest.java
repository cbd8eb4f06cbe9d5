package org.leadager.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadager.platform.db.TestDatabase;

class PeopleTest {
  private static People people;
  private UUID organisation;

  @BeforeAll
  static void database() {
    people = new People(TestDatabase.fresh().database());
  }

  @BeforeEach
  void foundOrganisation() {
    organisation = people.found("Calder Ferries", true).id();
  }

  @Test
  void aNewOrganisationProtectsGroupsOfThree() {
    assertThat(people.organisation(organisation))
        .hasValueSatisfying(found -> {
          assertThat(found.name()).isEqualTo("Calder Ferries");
          assertThat(found.minimumGroup()).isEqualTo(3);
        });
  }

  @Test
  void oneAddressIsOnePersonWhateverItsCapitals() {
    UUID first = people.ensure(organisation, new PersonDraft("Amara", "amara@calder.example"));
    UUID again = people.ensure(organisation, new PersonDraft("A. N.", " Amara@Calder.example "));
    assertThat(again).isEqualTo(first);
    assertThat(people.count(organisation)).isEqualTo(1);
    assertThat(people.findByMail(organisation, "AMARA@calder.example"))
        .hasValueSatisfying(person -> assertThat(person.name()).isEqualTo("Amara"));
  }

  @Test
  void rolesAreExactlyThoseGivenLast() {
    UUID person = people.ensure(organisation, new PersonDraft("Tomasz", "t@calder.example"));
    people.setRoles(organisation, person, Set.of(Role.CONSULTANT, Role.ADMINISTRATOR));
    people.setRoles(organisation, person, Set.of(Role.CONSULTANT, Role.SPONSOR));
    assertThat(people.find(organisation, person).orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.CONSULTANT, Role.SPONSOR);
  }

  @Test
  void anotherOrganisationsPeopleAreNotThere() {
    UUID person = people.ensure(organisation, new PersonDraft("Tomasz", "t@calder.example"));
    UUID elsewhere = people.found("Elsewhere", true).id();
    assertThat(people.find(elsewhere, person)).isEmpty();
    assertThat(people.findByMail(elsewhere, "t@calder.example")).isEmpty();
    assertThat(people.names(elsewhere, List.of(person))).isEmpty();
    assertThatThrownBy(() -> people.setRoles(elsewhere, person, Set.of(Role.ADMINISTRATOR)))
        .hasMessageContaining("foreign key");
    assertThat(people.find(organisation, person).orElseThrow().roles()).isEmpty();
  }

  @Test
  void pagesGoByName() {
    for (String name : List.of("Cato", "Ada", "Bo")) {
      people.ensure(organisation, new PersonDraft(name, name + "@calder.example"));
    }
    assertThat(people.page(organisation, 1, 2))
        .extracting(Person::name)
        .containsExactly("Ada", "Bo");
    assertThat(people.page(organisation, 2, 2)).extracting(Person::name).containsExactly("Cato");
  }

  @Test
  void whatIsNoNameOrAddressIsSaidWithWhatToDo() {
    assertThat(new PersonDraft(" ", "").problems())
        .containsExactly("Write the person’s name.", "Write a mail address.");
    for (String bad :
        List.of("dahl@", "@calder", "a b@calder.example", "a@b\r\nBcc: x@y", "<a@b>", "a@b,c@d")) {
      assertThat(new PersonDraft("Dahl", bad).problems())
          .as(bad)
          .singleElement()
          .asString()
          .endsWith("is not a mail address.")
          .doesNotContain("\n", "\r");
    }
    assertThat(new PersonDraft("Da\nhl", "d@calder.example").problems()).hasSize(1);
    assertThat(new PersonDraft("Dahl", "d.ahl+360@calder.example").problems()).isEmpty();
    assertThat(new PersonDraft("Dahl", "d@localhost").problems()).isEmpty();
  }
}
