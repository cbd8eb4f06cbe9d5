package org.leadager.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.leadager.instruments.Instrument;
import org.leadager.rounds.ImportedRounds;
import org.leadager.rounds.RoundDraft;

/**
 * Puts a set of ratings into the round's, the people's and the answers' tables, a bounded number of
 * statements whatever its size. Runs inside the caller's transaction.
 */
final class RatingsWriter {
  private static final String PEOPLE =
      """
      insert into people.person (organisation_id, id, name)
      select ?, t.id, t.name from unnest(?::uuid[], ?::text[]) t(id, name)
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
  private final ImportedRounds rounds;
  private final Map<String, UUID> rated = new LinkedHashMap<>();
  private final Map<String, UUID> raters = new LinkedHashMap<>();

  RatingsWriter(DSLContext dsl, UUID organisation, Instrument instrument, ImportedRounds rounds) {
    this.dsl = dsl;
    this.organisation = organisation;
    this.instrument = instrument;
    this.rounds = rounds;
  }

  Imports.Result write(UUID actor, String name, RatingsRead.Ratings ratings) {
    RoundDraft draft =
        new RoundDraft(
            null,
            name,
            instrument.code(),
            instrument.version(),
            "all",
            null,
            ratings.contentHash());
    ImportedRounds.Begun begun = rounds.begin(organisation, actor, draft);
    if (!begun.isNew()) {
      return new Imports.Result.There(begun.round());
    }
    UUID round = begun.round();
    List<RatingRow> rows = ratings.rows();
    people(rows);
    int facts = facts(forms(round, rows, seat(round, rows)), rows);
    rounds.finish(
        organisation,
        actor,
        round,
        Map.of(
            "content", ratings.contentHash(),
            "instrument", instrument.code() + " " + instrument.version(),
            "subjects", Integer.toString(rated.size()),
            "raters", Integer.toString(raters.size()),
            "ratings", Integer.toString(facts)));
    return new Imports.Result.Done(round, rated.size(), raters.size(), facts);
  }

  private void people(List<RatingRow> rows) {
    for (RatingRow row : rows) {
      rated.computeIfAbsent(row.subject(), s -> UUID.randomUUID());
      raters.computeIfAbsent(row.rater(), r -> UUID.randomUUID());
    }
    insertPeople(rated);
    insertPeople(raters);
  }

  private void insertPeople(Map<String, UUID> named) {
    dsl.execute(
        PEOPLE,
        organisation,
        named.values().toArray(UUID[]::new),
        named.keySet().toArray(String[]::new));
  }

  private Map<UUID, UUID> seat(UUID round, List<RatingRow> rows) {
    return rounds.seat(
        organisation,
        round,
        new ImportedRounds.Pairs(
            rows.stream().map(r -> rated.get(r.subject())).toList(),
            rows.stream().map(r -> raters.get(r.rater())).toList(),
            rows.stream().map(RatingRow::source).toList()));
  }

  private List<UUID> forms(UUID round, List<RatingRow> rows, Map<UUID, UUID> subjects) {
    UUID[] subjectOf =
        rows.stream().map(r -> subjects.get(rated.get(r.subject()))).toArray(UUID[]::new);
    UUID[] raterOf = rows.stream().map(r -> raters.get(r.rater())).toArray(UUID[]::new);
    String[] sourceOf = rows.stream().map(RatingRow::source).toArray(String[]::new);
    return dsl.fetch(FORMS, round, subjectOf, raterOf, sourceOf).map(r -> r.get(0, UUID.class));
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
}
