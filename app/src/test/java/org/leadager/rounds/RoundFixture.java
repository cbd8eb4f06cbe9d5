package org.leadager.rounds;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.leadager.access.BaseUrl;
import org.leadager.people.People;
import org.leadager.people.PeopleFixture;
import org.leadager.people.PersonDraft;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.TestDatabase;
import org.leadager.platform.mail.Outgoing;
import org.springframework.mock.env.MockEnvironment;

/** An organisation with a round of one subject, four raters, and the links they were sent. */
public final class RoundFixture {
  public static final String CSV =
      """
      subject name,subject mail,rater name,rater mail,source
      Amara Nwosu,amara@example.org,,,self
      Amara Nwosu,amara@example.org,Li Wen,li@example.org,boss
      Amara Nwosu,amara@example.org,Bo Dahl,bo@example.org,peer
      Amara Nwosu,amara@example.org,Cy Orr,cy@example.org,report
      """;
  private static final Pattern LINK = Pattern.compile("/r/([A-Za-z0-9_-]{32})");

  public final Instant now = Instant.parse("2026-10-20T10:00:00Z");
  public final TestDatabase test = TestDatabase.fresh();
  public final Database database = test.database();
  public final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
  public final People people = PeopleFixture.people(database);
  public final Rounds rounds = new Rounds(database, clock);
  public final RoundSetup setup =
      new RoundSetup(
          database,
          people,
          new Outgoing(),
          clock,
          new BaseUrl(
              new MockEnvironment()
                  .withProperty("leadager.base-url", "https://leadager.example/")));
  public final UUID organisation = test.organisation("Calder Ferries");
  public final UUID actor =
      people.ensure(organisation, new PersonDraft("Tomasz Reid", "tomasz@example.org"));

  /** Rounds on another database. */
  public static Rounds rounds(Database database) {
    return new Rounds(database, Clock.systemUTC());
  }

  /** Rounds brought from elsewhere, on another database. */
  public static ImportedRounds imported(Database database) {
    return new ImportedRounds(database, Clock.systemUTC());
  }

  /** A new draft. */
  public UUID draft() {
    return setup.draft(organisation, actor, RoundDraft.leadager(null, "October", "18", null));
  }

  /** A launched round with the panel of {@link #CSV}. */
  public UUID launched() {
    UUID round = draft();
    require(setup.addPanel(organisation, round, CSV));
    require(setup.launch(organisation, actor, round));
    return round;
  }

  /** The secret of the link with which this address was invited. */
  public String linkOf(String mail) {
    String body =
        DSL.using(test.owner(), SQLDialect.POSTGRES)
            .fetchSingle(
                """
                select body from platform.mail
                 where to_address = ? and dedupe_key like 'invitation:%'
                """,
                mail)
            .get(0, String.class);
    Matcher matcher = LINK.matcher(body);
    if (!matcher.find()) {
      throw new AssertionError("no link in " + body);
    }
    return matcher.group(1);
  }

  /** The numbers that a query of the owner gives. */
  public List<Long> numbers(String sql) {
    return DSL.using(test.owner(), SQLDialect.POSTGRES).fetch(sql).getValues(0, Long.class);
  }

  private static void require(Outcome outcome) {
    if (!(outcome instanceof Outcome.Done)) {
      throw new AssertionError(outcome);
    }
  }
}
