package org.leadager.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadager.platform.db.Database;
import org.springframework.stereotype.Service;

/** The persons of an organisation and their roles. */
@Service
public class People {
  private final Database database;

  People(Database database) {
    this.database = database;
  }

  /** The organisation itself; empty when this is not the id of one. */
  public Optional<Organisation> organisation(UUID organisation) {
    return database.read(organisation, dsl -> new PeopleStore(dsl).organisation(organisation));
  }

  /** Makes an organisation; for the first start and the demo only. */
  public Organisation found(String name, boolean sample) {
    return found(UUID.randomUUID(), name, sample);
  }

  /** As {@link #found(String, boolean)}, under an id whose transaction the caller has begun. */
  public Organisation found(UUID id, String name, boolean sample) {
    return database.write(id, dsl -> new PeopleStore(dsl).found(id, name, sample));
  }

  /** The person, or empty when this organisation has none of that id. */
  public Optional<Person> find(UUID organisation, UUID person) {
    return database.read(organisation, dsl -> new PeopleStore(dsl).find(person));
  }

  /** The person with that mail address, whatever its capitals. */
  public Optional<Person> findByMail(UUID organisation, String mail) {
    return database.read(organisation, dsl -> new PeopleStore(dsl).findByMail(mail));
  }

  /** These persons with their roles, by id; ids of nobody here are left out. Two statements. */
  public Map<UUID, Person> findAll(UUID organisation, Collection<UUID> persons) {
    return database.read(organisation, dsl -> new PeopleStore(dsl).findAll(persons));
  }

  /** Who has these mail addresses, whatever their capitals, by address as given. One statement. */
  public Map<String, UUID> idsByMail(UUID organisation, Collection<String> mails) {
    return database.read(organisation, dsl -> new PeopleStore(dsl).idsByMail(mails));
  }

  /** The names of these persons; ids of nobody here are left out. */
  public Map<UUID, String> names(UUID organisation, Collection<UUID> persons) {
    return database.read(organisation, dsl -> new PeopleStore(dsl).names(persons));
  }

  /** A page of everybody by name, 1 being the first, each with roles: two queries at any length. */
  public List<Person> page(UUID organisation, int number, int size) {
    return database.read(organisation, dsl -> new PeopleStore(dsl).page((number - 1) * size, size));
  }

  /** How many persons there are. */
  public int count(UUID organisation) {
    return database.read(organisation, dsl -> new PeopleStore(dsl).count());
  }

  /**
   * The person with that mail address, made if there is none; the name of one who is there stays.
   *
   * @throws IllegalArgumentException for a draft that has problems
   */
  public UUID ensure(UUID organisation, PersonDraft draft) {
    if (!draft.problems().isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", draft.problems()));
    }
    return database.write(organisation, dsl -> new PeopleStore(dsl).ensure(organisation, draft));
  }

  /**
   * As {@link #ensure}, for many at once: two statements whatever their number.
   *
   * @return the id of each, by mail address as given
   */
  public Map<String, UUID> ensureAll(UUID organisation, Collection<PersonDraft> drafts) {
    for (PersonDraft draft : drafts) {
      if (!draft.problems().isEmpty()) {
        throw new IllegalArgumentException(String.join(" ", draft.problems()));
      }
    }
    return database.write(
        organisation, dsl -> new PeopleStore(dsl).ensureAll(organisation, drafts));
  }

  /** Gives a person exactly these roles. */
  public void setRoles(UUID organisation, UUID person, Set<Role> roles) {
    database.change(
        organisation, dsl -> new PeopleStore(dsl).setRoles(organisation, person, roles));
  }

  /** The first by name of those who hold the role. */
  public Optional<Person> firstWithRole(UUID organisation, Role role) {
    return database.read(organisation, dsl -> new PeopleStore(dsl).firstWithRole(role));
  }
}
