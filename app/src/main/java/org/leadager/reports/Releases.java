package org.leadager.reports;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.leadager.access.BaseUrl;
import org.leadager.platform.db.Database;
import org.leadager.platform.mail.Mail;
import org.leadager.platform.mail.Outgoing;
import org.leadager.rounds.Round;
import org.springframework.stereotype.Service;

/**
 * Releases reports: what the newest scores say is frozen, and its subject told. A subject has one
 * report: a second could be held against the first, and their difference is the answers that came
 * between. It comes with the rule that a re-issue needs enough new raters in each changed group.
 */
@Service
public class Releases {
  private final Database database;
  private final Drafts drafts;
  private final Outgoing outgoing;
  private final BaseUrl baseUrl;
  private final Clock clock;

  Releases(Database database, Drafts drafts, Outgoing outgoing, BaseUrl baseUrl, Clock clock) {
    this.database = database;
    this.drafts = drafts;
    this.outgoing = outgoing;
    this.baseUrl = baseUrl;
    this.clock = clock;
  }

  /** Releases every report of a round that can be and is not yet; says how many that were. */
  public int releaseAll(UUID organisation, UUID actor, Round round) {
    return database.write(
        organisation,
        dsl ->
            keep(
                dsl,
                organisation,
                actor,
                round,
                drafts.of(organisation, round, new ReportStore(dsl).entries(round.id()).keySet())));
  }

  /** Releases the report of one subject; says whether there was one to release. */
  public boolean release(UUID organisation, UUID actor, Round round, UUID subject) {
    return database.write(
        organisation,
        dsl -> keep(dsl, organisation, actor, round, drafts.of(organisation, round, subject)) == 1);
  }

  private int keep(
      DSLContext dsl, UUID organisation, UUID actor, Round round, List<Drafts.Draft> ready) {
    ReportStore store = new ReportStore(dsl);
    int kept = 0;
    for (Drafts.Draft draft : ready) {
      ReportStore.Key key =
          new ReportStore.Key(
              draft.id(),
              organisation,
              round.id(),
              draft.subject(),
              draft.person().id(),
              draft.snapshot());
      if (store.keep(key, draft.content(), actor, clock.instant())) {
        kept++;
        tell(dsl, organisation, round, draft);
      }
    }
    return kept;
  }

  /**
   * People known from an import by name alone have no address; the consultant hands them theirs.
   */
  private void tell(DSLContext dsl, UUID organisation, Round round, Drafts.Draft draft) {
    String address = draft.person().mail();
    if (address == null) {
      return;
    }
    String text =
        """
        Hello %s,

        your report of the round “%s” is ready:

        %s/reports/%s

        Sign in with this mail address to open it. You and the consultants of %s can see it, nobody else.
        It says what people see, how sure we are of it, and where we cannot tell.
        """
            .formatted(
                draft.person().name(),
                round.name(),
                baseUrl.text(),
                draft.id(),
                draft.content().organisation());
    String key = "report " + draft.subject() + " " + ReportStore.FIRST;
    outgoing.leave(dsl, organisation, new Mail(key, address, "Your report is ready", text));
  }
}
