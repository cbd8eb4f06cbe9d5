package org.leadager.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.leadager.instruments.Instrument;

/**
 * Puts a set of ratings into the round's, the people's and the answers' tables, a bounded number of
 * statements whatever its size. Runs inside the caller's transaction.
 */
final class RatingsWriter {
  private static final String ROUND =
      """
      insert into rounds.round (organisation_id, name, instrument_code, instrument_version, form,
                                origin, minimum_group, content_hash, created_by, launched_at)
      select o.id, ?, ?, ?, 'all', 'imported', o.minimum_group, ?, ?, now()
        from people.organisation o where o.id = ?
      on conflict (organisation_id, content_hash) do nothing
      returning id
      """;
  private static final String PEOPLE =
      """
      insert into people.person (organisation_id, id, name)
      select ?, t.id, t.name from unnest(?::uuid[], ?::text[]) t(id, name)
      """;
  private static final String SUBJECTS =
      """
      insert into rounds.subject (organisation_id, round_id, id, person_id)
      select ?, ?, t.id, t.person from unnest(?::uuid[], ?::uuid[]) t(id, person)
      """;
  private static final String REQUESTS =
      """
      insert into rounds.rating_request (organisation_id, round_id, subject_id, person_id, source, state)
      select ?, ?, t.subject, t.person, t.source, 'submitted'
        from unnest(?::uuid[], ?::uuid[], ?::text[]) t(subject, person, source)
      """;
  private static final String FORMS =
      """
      select answers.import_form(?, t.subject, t.person, t.source)
        from unnest(?::uuid[], ?::uuid[], ?::text[]) with ordinality t(subject, person, source, n)
       order by t.n
      """;
  private static final String FACTS =
      """
      insert into answers.fact (organisation_id, form_id, item, value, revision)
      select ?, t.form, t.item, t.value, 1
        from unnest(?::uuid[], ?::text[], ?::smallint[]) t(form, item, value)
      """;
  private static final int FACTS_AT_ONCE = 20_000;

  private final DSLContext dsl;
  private final UUID organisation;
  private final Instrument instrument;
  private final Map<String, UUID> subjects = new LinkedHashMap<>();
  private final Map<String, UUID> raters = new LinkedHashMap<>();

  RatingsWriter(DSLContext dsl, UUID organisation, Instrument instrument) {
    this.dsl = dsl;
    this.organisation = organisation;
    this.instrument = instrument;
  }

  Imports.Result write(UUID actor, String name, RatingsRead.Ratings ratings) {
    Optional<UUID> round =
        dsl.fetchOptional(
                ROUND,
                name,
                instrument.code(),
                instrument.version(),
                ratings.contentHash(),
                actor,
                organisation)
            .map(r -> r.get(0, UUID.class));
    if (round.isEmpty()) {
      return new Imports.Result.There(
          dsl.fetchSingle(
                  "select id from rounds.round where content_hash = ?", ratings.contentHash())
              .get(0, UUID.class));
    }
    people(round.get(), ratings.rows());
    int facts = facts(forms(round.get(), ratings.rows()), ratings.rows());
    dsl.execute(
        "update rounds.round set state = 'closed', closed_at = now() where id = ?", round.get());
    return new Imports.Result.Done(round.get(), subjects.size(), raters.size(), facts);
  }

  private void people(UUID round, List<RatingRow> rows) {
    for (RatingRow row : rows) {
      subjects.computeIfAbsent(row.subject(), s -> UUID.randomUUID());
      raters.computeIfAbsent(row.rater(), r -> UUID.randomUUID());
    }
    Map<String, UUID> rated = new HashMap<>();
    subjects.keySet().forEach(s -> rated.put(s, UUID.randomUUID()));
    insertPeople(rated);
    insertPeople(raters);
    UUID[] ids = subjects.values().toArray(UUID[]::new);
    UUID[] persons = subjects.keySet().stream().map(rated::get).toArray(UUID[]::new);
    dsl.execute(SUBJECTS, organisation, round, ids, persons);
    dsl.execute(REQUESTS, organisation, round, subjectsOf(rows), ratersOf(rows), sourcesOf(rows));
  }

  private void insertPeople(Map<String, UUID> named) {
    dsl.execute(
        PEOPLE,
        organisation,
        named.values().toArray(UUID[]::new),
        named.keySet().toArray(String[]::new));
  }

  private List<UUID> forms(UUID round, List<RatingRow> rows) {
    return dsl.fetch(FORMS, round, subjectsOf(rows), ratersOf(rows), sourcesOf(rows))
        .map(r -> r.get(0, UUID.class));
  }

  private int facts(List<UUID> forms, List<RatingRow> rows) {
    List<UUID> form = new ArrayList<>();
    List<String> item = new ArrayList<>();
    List<Short> value = new ArrayList<>();
    int written = 0;
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < instrument.items().size(); i++) {
        int answer = rows.get(r).answer(i);
        if (answer != 0) {
          form.add(forms.get(r));
          item.add(instrument.items().get(i).code());
          value.add((short) answer);
        }
      }
      if (form.size() >= FACTS_AT_ONCE || r == rows.size() - 1) {
        written +=
            dsl.execute(
                FACTS,
                organisation,
                form.toArray(UUID[]::new),
                item.toArray(String[]::new),
                value.toArray(Short[]::new));
        form.clear();
        item.clear();
        value.clear();
      }
    }
    return written;
  }

  private UUID[] subjectsOf(List<RatingRow> rows) {
    return rows.stream().map(r -> subjects.get(r.subject())).toArray(UUID[]::new);
  }

  private UUID[] ratersOf(List<RatingRow> rows) {
    return rows.stream().map(r -> raters.get(r.rater())).toArray(UUID[]::new);
  }

  private static String[] sourcesOf(List<RatingRow> rows) {
    return rows.stream().map(RatingRow::source).toArray(String[]::new);
  }
}
