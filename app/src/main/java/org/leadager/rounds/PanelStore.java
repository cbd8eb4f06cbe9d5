package org.leadager.rounds;

import static org.leadager.platform.db.jooq.rounds.Tables.SUBJECT;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** A round's panel, written whole: two or three statements whatever its size. */
final class PanelStore {
  private static final String SUBJECTS =
      """
      insert into rounds.subject (organisation_id, round_id, person_id)
      select ?, ?, t.person from unnest(?::uuid[]) with ordinality t(person, n) order by t.n
      on conflict (round_id, person_id) do nothing
      """;
  private static final String REQUESTS =
      """
      insert into rounds.rating_request (organisation_id, round_id, subject_id, person_id, source, state)
      select ?, ?, t.subject, t.person, t.source, ?
        from unnest(?::uuid[], ?::uuid[], ?::text[]) with ordinality t(subject, person, source, n)
       order by t.n
      on conflict (subject_id, person_id) do nothing
      """;

  private final DSLContext dsl;
  private final UUID organisation;
  private final UUID round;

  PanelStore(DSLContext dsl, UUID organisation, UUID round) {
    this.dsl = dsl;
    this.organisation = organisation;
    this.round = round;
  }

  /** Makes those of these persons subjects who are not yet; the id of each as a subject. */
  Map<UUID, UUID> subjects(Collection<UUID> persons) {
    UUID[] once = new LinkedHashSet<>(persons).toArray(UUID[]::new);
    dsl.execute(SUBJECTS, organisation, round, once);
    return dsl.select(SUBJECT.PERSON_ID, SUBJECT.ID)
        .from(SUBJECT)
        .where(SUBJECT.ROUND_ID.eq(round))
        .fetchMap(SUBJECT.PERSON_ID, SUBJECT.ID);
  }

  /** Seats raters, one element of each list a seat; a pair that is seated stays as it is. */
  void requests(List<UUID> subjects, List<UUID> raters, List<String> sources, String state) {
    dsl.execute(
        REQUESTS,
        organisation,
        round,
        state,
        subjects.toArray(UUID[]::new),
        raters.toArray(UUID[]::new),
        sources.toArray(String[]::new));
  }
}
