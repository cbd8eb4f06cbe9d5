package org.leadager.people;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lower;
import static org.leadager.platform.db.jooq.people.Tables.ORGANISATION;
import static org.leadager.platform.db.jooq.people.Tables.PERSON;
import static org.leadager.platform.db.jooq.people.Tables.ROLE_GRANT;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.leadager.platform.db.jooq.people.tables.records.OrganisationRecord;
import org.leadager.platform.db.jooq.people.tables.records.PersonRecord;

/** The tables of schema {@code people}, inside somebody's transaction. */
final class PeopleStore {
  private static final String ENSURE =
      """
      insert into people.person (organisation_id, name, mail)
      select ?, t.name, t.mail from unnest(?::text[], ?::text[]) with ordinality t(name, mail, n)
       order by t.n
      on conflict do nothing
      """;
  private static final String IDS =
      """
      select t.mail, p.id from unnest(?::text[]) t(mail)
        join people.person p on lower(p.mail) = lower(t.mail)
      """;

  private final DSLContext dsl;

  PeopleStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Organisation> organisation(UUID id) {
    return dsl.selectFrom(ORGANISATION)
        .where(ORGANISATION.ID.eq(id))
        .fetchOptional(PeopleStore::organisation);
  }

  Organisation found(UUID id, String name, boolean sample) {
    return organisation(
        dsl.insertInto(ORGANISATION)
            .set(ORGANISATION.ID, id)
            .set(ORGANISATION.NAME, name)
            .set(ORGANISATION.SAMPLE, sample)
            .returning()
            .fetchSingle());
  }

  private static Organisation organisation(OrganisationRecord row) {
    return new Organisation(row.getId(), row.getName(), row.getSample(), row.getMinimumGroup());
  }

  Optional<Person> find(UUID person) {
    return list(PERSON.ID.eq(person), 0, 1).stream().findFirst();
  }

  Optional<Person> findByMail(String mail) {
    return list(lower(PERSON.MAIL).eq(mail.toLowerCase(Locale.ROOT)), 0, 1).stream().findFirst();
  }

  List<Person> page(int offset, int size) {
    return list(org.jooq.impl.DSL.noCondition(), offset, size);
  }

  Map<UUID, Person> findAll(Collection<UUID> persons) {
    Condition these = PERSON.ID.eq(any(persons.toArray(UUID[]::new)));
    return list(these, 0, persons.size()).stream()
        .collect(Collectors.toMap(Person::id, person -> person));
  }

  Map<String, UUID> idsByMail(Collection<String> mails) {
    Map<String, UUID> ids = new HashMap<>();
    dsl.fetch(IDS, (Object) mails.toArray(String[]::new))
        .forEach(row -> ids.put(row.get(0, String.class), row.get(1, UUID.class)));
    return ids;
  }

  private List<Person> list(Condition condition, int offset, int size) {
    List<PersonRecord> rows =
        dsl.selectFrom(PERSON)
            .where(condition)
            .orderBy(PERSON.NAME, PERSON.ID)
            .offset(offset)
            .limit(size)
            .fetch();
    Map<UUID, List<String>> roles =
        dsl.select(ROLE_GRANT.PERSON_ID, ROLE_GRANT.ROLE)
            .from(ROLE_GRANT)
            .where(ROLE_GRANT.PERSON_ID.in(rows.stream().map(PersonRecord::getId).toList()))
            .fetchGroups(ROLE_GRANT.PERSON_ID, ROLE_GRANT.ROLE);
    return rows.stream()
        .map(row -> person(row, roles.getOrDefault(row.getId(), List.of())))
        .toList();
  }

  private static Person person(PersonRecord row, List<String> codes) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    codes.forEach(code -> roles.add(Role.of(code)));
    return new Person(row.getId(), row.getName(), row.getMail(), row.getLanguage(), roles);
  }

  Map<UUID, String> names(Collection<UUID> persons) {
    return dsl.select(PERSON.ID, PERSON.NAME)
        .from(PERSON)
        .where(PERSON.ID.in(persons))
        .fetchMap(PERSON.ID, PERSON.NAME);
  }

  int count() {
    return dsl.fetchCount(PERSON);
  }

  UUID ensure(UUID organisation, PersonDraft draft) {
    dsl.insertInto(PERSON)
        .set(PERSON.ORGANISATION_ID, organisation)
        .set(PERSON.NAME, draft.name())
        .set(PERSON.MAIL, draft.mail())
        .onConflictDoNothing()
        .execute();
    return dsl.select(PERSON.ID)
        .from(PERSON)
        .where(lower(PERSON.MAIL).eq(draft.mail().toLowerCase(Locale.ROOT)))
        .fetchSingle()
        .value1();
  }

  Map<String, UUID> ensureAll(UUID organisation, Collection<PersonDraft> drafts) {
    String[] names = drafts.stream().map(PersonDraft::name).toArray(String[]::new);
    List<String> mails = drafts.stream().map(PersonDraft::mail).toList();
    dsl.execute(ENSURE, organisation, names, mails.toArray(String[]::new));
    return idsByMail(mails);
  }

  void setRoles(UUID organisation, UUID person, Set<Role> roles) {
    dsl.deleteFrom(ROLE_GRANT).where(ROLE_GRANT.PERSON_ID.eq(person)).execute();
    for (Role role : roles) {
      dsl.insertInto(ROLE_GRANT)
          .set(ROLE_GRANT.ORGANISATION_ID, organisation)
          .set(ROLE_GRANT.PERSON_ID, person)
          .set(ROLE_GRANT.ROLE, role.code())
          .execute();
    }
  }

  /** Lets one change of roles at a time run in an organisation. */
  void lock() {
    dsl.select(ORGANISATION.ID).from(ORGANISATION).forUpdate().fetch();
  }

  boolean hasAnotherAdministrator(UUID person) {
    return dsl.fetchExists(
        ROLE_GRANT,
        ROLE_GRANT.ROLE.eq(Role.ADMINISTRATOR.code()).and(ROLE_GRANT.PERSON_ID.ne(person)));
  }

  void change(UUID person, PersonDraft draft) {
    dsl.update(PERSON)
        .set(PERSON.NAME, draft.name())
        .set(PERSON.MAIL, draft.mail())
        .where(PERSON.ID.eq(person))
        .execute();
  }

  Optional<Person> firstWithRole(Role role) {
    return list(
            PERSON.ID.in(
                org.jooq
                    .impl
                    .DSL
                    .select(ROLE_GRANT.PERSON_ID)
                    .from(ROLE_GRANT)
                    .where(ROLE_GRANT.ROLE.eq(role.code()))),
            0,
            1)
        .stream()
        .findFirst();
  }
}
