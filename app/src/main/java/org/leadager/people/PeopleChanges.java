package org.leadager.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadager.platform.db.Database;
import org.leadager.platform.http.FormError;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What administrators change; mistakes come back as values, and then nothing was changed. */
@Component
class PeopleChanges {
  private final Database database;
  private final People people;
  private final ApplicationEventPublisher events;

  PeopleChanges(Database database, People people, ApplicationEventPublisher events) {
    this.database = database;
    this.people = people;
    this.events = events;
  }

  List<FormError> add(UUID organisation, PersonDraft draft, Set<Role> roles) {
    List<FormError> errors = errors(draft);
    if (!errors.isEmpty()) {
      return errors;
    }
    return database.write(
        organisation,
        dsl -> {
          if (people.findByMail(organisation, draft.mail()).isPresent()) {
            return List.of(taken());
          }
          people.setRoles(organisation, people.ensure(organisation, draft), roles);
          return List.of();
        });
  }

  List<FormError> change(UUID organisation, UUID person, PersonDraft draft, Set<Role> roles) {
    List<FormError> errors = errors(draft);
    if (!errors.isEmpty()) {
      return errors;
    }
    List<FormError> result =
        database.write(
            organisation,
            dsl -> {
              PeopleStore store = new PeopleStore(dsl);
              Optional<Person> same = people.findByMail(organisation, draft.mail());
              if (same.isPresent() && !same.get().id().equals(person)) {
                return List.of(taken());
              }
              // Two administrators who take the role from each other at once must not leave nobody.
              store.lock();
              if (!roles.contains(Role.ADMINISTRATOR) && !store.hasAnotherAdministrator(person)) {
                return List.of(
                    new FormError(
                        "roles", "This is the only administrator; make another one first"));
              }
              store.change(person, draft);
              store.setRoles(organisation, person, roles);
              return List.of();
            });
    if (result.isEmpty()) {
      events.publishEvent(new PersonChanged(organisation, person));
    }
    return result;
  }

  private static FormError taken() {
    return new FormError("mail", "Somebody with this mail address is already here");
  }

  private static List<FormError> errors(PersonDraft draft) {
    List<FormError> errors = new ArrayList<>();
    draft.nameProblem().ifPresent(problem -> errors.add(new FormError("name", problem)));
    draft.mailProblem().ifPresent(problem -> errors.add(new FormError("mail", problem)));
    return errors;
  }
}
