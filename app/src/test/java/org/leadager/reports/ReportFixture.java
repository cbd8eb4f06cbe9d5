package org.leadager.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.leadager.access.BaseUrl;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.InstrumentsForTests;
import org.leadager.platform.mail.Outgoing;
import org.leadager.rounds.Outcome;
import org.leadager.rounds.Round;
import org.leadager.rounds.RoundDraft;
import org.leadager.rounds.RoundFixture;
import org.leadager.scores.Figures;
import org.leadager.scores.ScoresFixture;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/**
 * A closed round in which each subject was rated by a boss, four peers, two direct reports (too few
 * to be shown) and themselves; everybody wrote a comment that says who they are.
 */
final class ReportFixture {
  private static final List<String> PANEL =
      List.of("boss", "peer", "peer", "peer", "peer", "report", "report", "self");

  final RoundFixture base = new RoundFixture();
  final UUID organisation = base.organisation;
  final Reports reports = new Reports(base.database, base.rounds, base.people);
  final Drafts drafts =
      new Drafts(
          base.database,
          base.rounds,
          base.people,
          InstrumentsForTests.on(base.database),
          ScoresFixture.over(base.database));
  final Releases releases =
      new Releases(
          base.database,
          drafts,
          new Outgoing(),
          new BaseUrl(
              new MockEnvironment().withProperty("leadager.base-url", "https://leadager.example")),
          base.clock);

  /** A closed round with subjects of these names, answers and comments in, nothing scored. */
  Round closed(List<String> names) {
    UUID round =
        base.setup.draft(
            organisation, base.actor, RoundDraft.leadager(null, "October", "18", null));
    StringBuilder csv =
        new StringBuilder("subject name,subject mail,rater name,rater mail,source\n");
    for (int s = 0; s < names.size(); s++) {
      for (int r = 0; r < PANEL.size(); r++) {
        String source = PANEL.get(r);
        String rater = source.equals("self") ? "," : "Rater %d,r%d@example.org".formatted(r, r);
        csv.append("\"%s\",s%d@example.org,%s,%s\n".formatted(names.get(s), s, rater, source));
      }
    }
    done(base.setup.addPanel(organisation, round, csv.toString()));
    done(base.setup.launch(organisation, base.actor, round));
    answer(round);
    done(base.rounds.close(organisation, base.actor, round));
    return base.rounds.find(organisation, round).orElseThrow();
  }

  private void answer(UUID round) {
    Instrument leadager = SampleFigures.LEADAGER;
    String[] items = leadager.form("18").orElseThrow().items().toArray(String[]::new);
    owner()
        .execute(
            """
            with form as (
              insert into answers.form (organisation_id, round_id, subject_id, pseudonym, source, state)
              select organisation_id, round_id, subject_id, vault.pseudonym(round_id, person_id), source,
                     'submitted'
                from rounds.rating_request where round_id = ?
              returning organisation_id, id, source),
            fact as (
              insert into answers.fact (organisation_id, form_id, item, value, revision)
              select form.organisation_id, form.id, t.item, 4, 1
                from form cross join unnest(?::text[]) t(item))
            insert into answers.comment_fact (organisation_id, form_id, question, text, revision)
            select organisation_id, id, 'keep', 'words of ' || source || ' ' || id, 1 from form
            """,
            round,
            items);
  }

  /** Gives every subject of the round these scores. */
  void score(Round round, Figures figures) {
    subjects(round).keySet().forEach(subject -> score(round, subject, figures));
  }

  /** Gives one subject a new snapshot. */
  void score(Round round, UUID subject, Figures figures) {
    owner()
        .execute(
            """
            insert into scores.snapshot (organisation_id, round_id, subject_id, watermark, instrument_code,
              instrument_version, parameters, engine, figures)
            values (?, ?, ?, ?, 'leadager', '1', 'day-one-1', '1.0', ?::jsonb)
            """,
            organisation,
            round.id(),
            subject,
            UUID.randomUUID().toString(),
            new JsonMapper().writeValueAsString(figures));
  }

  Map<UUID, UUID> subjects(Round round) {
    return base.rounds.subjects(organisation, round.id());
  }

  /** Names of so many people. */
  static List<String> names(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("Person %03d".formatted(i));
    }
    return names;
  }

  DSLContext owner() {
    return DSL.using(base.test.owner(), SQLDialect.POSTGRES);
  }

  long count(String query) {
    return base.numbers(query).getFirst();
  }

  private static void done(Outcome outcome) {
    if (!(outcome instanceof Outcome.Done)) {
      throw new AssertionError(outcome);
    }
  }
}
