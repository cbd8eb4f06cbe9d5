package org.leadager.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadager.people.People;
import org.leadager.people.PeopleFixture;
import org.leadager.people.PersonDraft;
import org.leadager.people.Role;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.TestDatabase;
import org.leadager.platform.mail.Outgoing;

class SignInLinksTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-10-01T09:00:00Z"));
  private final List<String> said = new ArrayList<>();
  private TestDatabase test;
  private People people;
  private SignInLinks links;
  private UUID organisation;
  private UUID person;

  @BeforeEach
  void oneConsultant() {
    test = TestDatabase.fresh();
    Database database = test.database();
    people = PeopleFixture.people(database);
    links =
        new SignInLinks(
            database, people, new Outgoing(), clock, new SignInConsole(true, said::add));
    organisation = people.found("Calder Ferries", true).id();
    person = people.ensure(organisation, new PersonDraft("Tomasz Reid", "tomasz@calder.example"));
    people.setRoles(organisation, person, Set.of(Role.CONSULTANT));
  }

  @Test
  void aMailedLinkSignsInOnce() {
    links.request("Tomasz@Calder.example", "http://localhost:8080");
    Token token = mailedToken();
    assertThat(links.use(token))
        .contains(new Visitor(person, organisation, "Tomasz Reid", Set.of(Role.CONSULTANT)));
    assertThat(links.use(token)).isEmpty();
  }

  @Test
  void withoutAMailServerAnAdministratorsLinkIsSaidWhereTheProgramRunsAndNobodyElses() {
    links.request("tomasz@calder.example", "http://localhost:8080");
    assertThat(said).isEmpty();
    people.setRoles(organisation, person, Set.of(Role.ADMINISTRATOR));
    links.request("tomasz@calder.example", "http://localhost:8080");
    assertThat(said).hasSize(1);
    String address = said.getFirst();
    assertThat(address).contains("No mail server is set", "http://localhost:8080/sign-in/");
    assertThat(links.use(new Token(address.substring(address.lastIndexOf('/') + 1)))).isPresent();
    new SignInConsole(false, said::add)
        .tell(people.find(organisation, person).orElseThrow(), "", Token.fresh());
    assertThat(said).hasSize(1);
  }

  @Test
  void aStrangerGetsNoMailAndNoError() {
    links.request("nobody@calder.example", "http://localhost:8080");
    assertThat(mails()).isEmpty();
  }

  @Test
  void aLinkEndsAfterAQuarterOfAnHourAndNoClockRevivesIt() {
    Token token = links.make(organisation, person);
    clock.move(Duration.ofMinutes(15));
    assertThat(links.use(token)).isEmpty();
    Token used = links.make(organisation, person);
    assertThat(links.use(used)).isPresent();
    clock.move(Duration.ofHours(-1));
    assertThat(links.use(used)).isEmpty();
  }

  @Test
  void anAlteredLinkIsNoLink() {
    Token token = links.make(organisation, person);
    assertThat(links.use(new Token(token.text() + "x"))).isEmpty();
    assertThat(links.use(new Token(""))).isEmpty();
    assertThat(links.use(token)).isPresent();
  }

  @Test
  void twoAttemptsAtOnceSignInOnce() throws Exception {
    Token token = links.make(organisation, person);
    Callable<Optional<Visitor>> attempt = () -> links.use(token);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Visitor>>> both =
          threads.invokeAll(List.of(attempt, attempt, attempt, attempt));
      int signedIn = 0;
      for (Future<Optional<Visitor>> one : both) {
        signedIn += one.get().isPresent() ? 1 : 0;
      }
      assertThat(signedIn).isEqualTo(1);
    }
  }

  @Test
  void askingAgainAndAgainFloodsNobody() {
    for (int i = 0; i < 9; i++) {
      links.request("tomasz@calder.example", "http://localhost:8080");
    }
    assertThat(mails()).hasSize(5);
  }

  @Test
  void theDatabaseHoldsNoTokenThatOpensALink() {
    Token token = links.make(organisation, person);
    assertThat(
            DSL.using(test.owner(), SQLDialect.POSTGRES)
                .fetch("select * from access.sign_in_link")
                .formatCSV())
        .doesNotContain(token.text());
    assertThat(token).hasToString("Token[…]");
  }

  private List<String> mails() {
    return DSL.using(test.owner(), SQLDialect.POSTGRES)
        .fetch("select body from platform.mail order by id")
        .getValues(0, String.class);
  }

  private Token mailedToken() {
    String body = mails().getFirst();
    int start = body.indexOf("/sign-in/") + "/sign-in/".length();
    return new Token(body.substring(start, body.indexOf('\n', start)));
  }

  private static final class MovableClock extends Clock {
    private Instant now;

    MovableClock(Instant now) {
      this.now = now;
    }

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
