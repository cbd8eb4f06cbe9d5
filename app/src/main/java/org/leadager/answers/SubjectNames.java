package org.leadager.answers;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.leadager.people.People;
import org.leadager.rounds.Rounds;
import org.springframework.stereotype.Component;

/** What the people rated in a round are called. */
@Component
class SubjectNames {
  private final Rounds rounds;
  private final People people;

  SubjectNames(Rounds rounds, People people) {
    this.rounds = rounds;
    this.people = people;
  }

  /** By the id under which the round rates them. */
  Map<UUID, String> of(UUID organisation, UUID round) {
    Map<UUID, UUID> persons = rounds.subjects(organisation, round);
    Map<UUID, String> byPerson = people.names(organisation, persons.values());
    Map<UUID, String> names = new HashMap<>();
    persons.forEach((subject, person) -> names.put(subject, byPerson.getOrDefault(person, "")));
    return names;
  }
}
