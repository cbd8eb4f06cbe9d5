package org.leadager.scores;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instruments;
import org.leadager.instruments.InstrumentsFixture;
import org.leadager.rounds.Outcome;
import org.leadager.rounds.RoundDraft;
import org.leadager.rounds.RoundFixture;

/** A round of the Leadager instrument whose raters have answered. */
final class ScoringFixture {
  /** Raters of each subject: source and how many. */
  private static final List<String> PANEL =
      List.of(
          "boss", "peer", "peer", "peer", "peer", "report", "report", "report", "report", "self");

  /** What a rater answers. */
  @FunctionalInterface
  interface Answers {
    /**
     * @param rater the rater's place in the panel
     * @param item its place among all items, amount items last
     * @return an answer; 0 for "not able to judge"
     */
    int of(int subject, int rater, int item);
  }

  /** As a middling panel answers: from 2 to 5, nobody always the same. */
  static final Answers MIDDLING =
      (subject, rater, item) -> 2 + Math.floorMod(3 * subject + 5 * rater + 7 * item + item / 5, 4);

  final RoundFixture base = new RoundFixture();
  final UUID organisation = base.organisation;
  final Instruments instruments = InstrumentsFixture.over(base.database);
  final Instrument leadager = instruments.leadager();
  final DatabaseScores scores = new DatabaseScores(base.database);

  Scoring scoring(Admission admission) {
    return new Scoring(base.database, base.rounds, instruments, admission);
  }

  /** A launched round in which nobody has answered yet. */
  UUID launched(String form, int subjects) {
    UUID round =
        base.setup.draft(
            organisation, base.actor, RoundDraft.leadager(null, "October", form, null));
    StringBuilder csv =
        new StringBuilder("subject name,subject mail,rater name,rater mail,source\n");
    for (int s = 0; s < subjects; s++) {
      for (int r = 0; r < PANEL.size(); r++) {
        boolean self = PANEL.get(r).equals("self");
        csv.append("Subject %d,s%d@example.org,".formatted(s, s))
            .append(self ? "," : "Rater %d,r%d@example.org".formatted(r, r))
            .append("," + PANEL.get(r) + "\n");
      }
    }
    done(base.setup.addPanel(organisation, round, csv.toString()));
    done(base.setup.launch(organisation, base.actor, round));
    return round;
  }

  /** A closed round in which all have answered. */
  UUID closed(String form, int subjects, Answers answers) {
    UUID round = launched(form, subjects);
    answer(round, form, answers);
    close(round);
    return round;
  }

  void close(UUID round) {
    done(base.rounds.close(organisation, base.actor, round));
  }

  /** Everybody answers and submits. */
  void answer(UUID round, String form, Answers answers) {
    owner()
        .execute(
            """
            insert into answers.form (organisation_id, round_id, subject_id, pseudonym, source, state)
            select organisation_id, round_id, subject_id, vault.pseudonym(round_id, person_id), source, 'submitted'
              from rounds.rating_request where round_id = ?
            """,
            round);
    List<String> items =
        new ArrayList<>(
            leadager.itemsOf(leadager.form(form).orElseThrow()).stream()
                .map(Instrument.Item::code)
                .toList());
    if (leadager.amounts() != null) {
      leadager.amounts().items().forEach(a -> items.add(a.code()));
    }
    for (Record one : forms(round)) {
      String mail = one.get(2, String.class);
      int rater = mail.startsWith("r") ? number(mail) : PANEL.indexOf("self");
      answer(one.get(0, UUID.class), number(one.get(1, String.class)), rater, items, answers);
    }
  }

  private List<Record> forms(UUID round) {
    return List.copyOf(
        owner()
            .fetch(
                """
                select f.id, s.mail, r.mail
                  from answers.form f
                  join rounds.rating_request q on q.subject_id = f.subject_id
                   and vault.pseudonym(q.round_id, q.person_id) = f.pseudonym
                  join rounds.subject t on t.id = f.subject_id
                  join people.person s on s.id = t.person_id
                  join people.person r on r.id = q.person_id
                 where f.round_id = ?
                """,
                round));
  }

  private void answer(UUID form, int subject, int rater, List<String> items, Answers answers) {
    String[] codes = items.toArray(String[]::new);
    @Nullable Short[] values = new @Nullable Short[codes.length];
    int scaled = codes.length - amounts();
    for (int i = 0; i < codes.length; i++) {
      int answer = answers.of(subject, rater, i);
      int given = i >= scaled ? answer - 3 : answer;
      values[i] = i < scaled && answer == 0 ? null : Short.valueOf((short) given);
    }
    owner()
        .execute(
            """
            insert into answers.fact (organisation_id, form_id, item, value, revision)
            select ?, ?, t.item, t.value, 1 from unnest(?::text[], ?::smallint[]) t(item, value)
            """,
            organisation,
            form,
            codes,
            values);
  }

  private int amounts() {
    return leadager.amounts() == null ? 0 : leadager.amounts().items().size();
  }

  private static int number(String mail) {
    return Integer.parseInt(mail.substring(1, mail.indexOf('@')));
  }

  /** What the job needs of a subject, the same in every competence. */
  void need(UUID subject, BigDecimal frequency) {
    for (Instrument.Competence competence : leadager.competences()) {
      owner()
          .execute(
              "insert into rounds.need (organisation_id, subject_id, set_by, competence, frequency)"
                  + " values (?, ?, ?, ?, ?)",
              organisation,
              subject,
              base.actor,
              competence.code(),
              frequency);
    }
  }

  List<UUID> subjects(UUID round) {
    return List.copyOf(base.rounds.subjects(organisation, round).keySet());
  }

  /** The database without row-level security. */
  DSLContext owner() {
    return DSL.using(base.test.owner(), SQLDialect.POSTGRES);
  }

  /** Snapshots of a round, as the owner sees them. */
  int snapshots(UUID round) {
    return owner().fetchCount(DSL.table("scores.snapshot"), DSL.condition("round_id = ?", round));
  }

  static void done(Outcome outcome) {
    if (!(outcome instanceof Outcome.Done)) {
      throw new AssertionError(outcome);
    }
  }
}
