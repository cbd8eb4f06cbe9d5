package org.leadager.access;

import static org.leadager.platform.db.jooq.access.Tables.SIGN_IN_LINK;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.leadager.people.People;
import org.leadager.people.Person;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.access.Routines;
import org.leadager.platform.mail.Mail;
import org.leadager.platform.mail.Outgoing;
import org.springframework.stereotype.Service;

/**
 * Sign-in by a link that is mailed and works once. Asking for one looks the same to the asker
 * whether or not the address is known, so that nobody learns who works here.
 */
@Service
public class SignInLinks {
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final int MOST_WAITING = 5;

  private final Database database;
  private final People people;
  private final Outgoing outgoing;
  private final Clock clock;
  private final SignInConsole console;

  SignInLinks(
      Database database, People people, Outgoing outgoing, Clock clock, SignInConsole console) {
    this.database = database;
    this.people = people;
    this.outgoing = outgoing;
    this.clock = clock;
    this.console = console;
  }

  /**
   * Mails a link for every organisation that knows this address, and does nothing for a stranger or
   * for somebody who has {@value #MOST_WAITING} unused links already.
   *
   * @param baseUrl the address of this installation, without a slash at its end
   */
  public void request(String mail, String baseUrl) {
    List<Sent> sent =
        database.outside(dsl ->
            Routines.peopleByMail(dsl.configuration(), mail).stream()
                .map(row ->
                    new Addressee(
                        row.getOrganisationId(),
                        row.getOrganisationName(),
                        row.getPersonId(),
                        mail))
                .flatMap(to -> send(dsl, to, baseUrl).stream())
                .toList());
    sent.forEach(one ->
        people
            .find(one.organisation(), one.person())
            .ifPresent(person -> console.tell(person, baseUrl, one.link())));
  }

  private record Sent(UUID organisation, UUID person, Token link) {}

  private record Addressee(UUID organisation, String organisationName, UUID person, String mail) {}

  private Optional<Sent> send(DSLContext dsl, Addressee to, String baseUrl) {
    if (waiting(dsl, to.person()) >= MOST_WAITING) {
      return Optional.empty();
    }
    Token token = make(dsl, to.organisation(), to.person());
    outgoing.leave(
        dsl,
        to.organisation(),
        new Mail(
            "sign-in:" + UUID.randomUUID(),
            to.mail(),
            "Your link to sign in to Leadager",
            """
            Open this link to sign in to Leadager at %s:

            %s/sign-in/%s

            It works once, for %d minutes. If you did not ask for it, you can leave it.
            """
                .formatted(to.organisationName(), baseUrl, token.text(), LIFE.toMinutes())));
    return Optional.of(new Sent(to.organisation(), to.person(), token));
  }

  /** A link for this person without any mail: for the first administrator at the console. */
  Token make(UUID organisation, UUID person) {
    return database.outside(dsl -> make(dsl, organisation, person));
  }

  private Token make(DSLContext dsl, UUID organisation, UUID person) {
    Token token = Token.fresh();
    OffsetDateTime now = OffsetDateTime.now(clock);
    dsl.insertInto(SIGN_IN_LINK)
        .set(SIGN_IN_LINK.TOKEN_HASH, token.hash())
        .set(SIGN_IN_LINK.ORGANISATION_ID, organisation)
        .set(SIGN_IN_LINK.PERSON_ID, person)
        .set(SIGN_IN_LINK.CREATED_AT, now)
        .set(SIGN_IN_LINK.EXPIRES_AT, now.plus(LIFE))
        .execute();
    return token;
  }

  private int waiting(DSLContext dsl, UUID person) {
    return dsl.fetchCount(
        SIGN_IN_LINK,
        SIGN_IN_LINK
            .PERSON_ID
            .eq(person)
            .and(SIGN_IN_LINK.USED_AT.isNull())
            .and(SIGN_IN_LINK.EXPIRES_AT.gt(OffsetDateTime.now(clock))));
  }

  /**
   * Uses a link up. Unknown, used and expired links are one and the same: empty.
   *
   * <p>The row is taken with its check in one statement, so that of two attempts at once one wins.
   */
  public Optional<Visitor> use(Token token) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    List<UUID[]> taken =
        database.outside(dsl ->
            dsl.update(SIGN_IN_LINK)
                .set(SIGN_IN_LINK.USED_AT, now)
                .where(SIGN_IN_LINK.TOKEN_HASH.eq(token.hash()))
                .and(SIGN_IN_LINK.USED_AT.isNull())
                .and(SIGN_IN_LINK.EXPIRES_AT.gt(now))
                .returning(SIGN_IN_LINK.ORGANISATION_ID, SIGN_IN_LINK.PERSON_ID)
                .fetch(row -> new UUID[] {row.getOrganisationId(), row.getPersonId()}));
    return taken.stream().findFirst().flatMap(ids -> visitor(ids[0], ids[1]));
  }

  /** The person as a visitor with the roles of this moment. */
  Optional<Visitor> visitor(UUID organisation, UUID person) {
    return people.find(organisation, person).map(found -> visitor(organisation, found));
  }

  private static Visitor visitor(UUID organisation, Person person) {
    return new Visitor(person.id(), organisation, person.name(), person.roles());
  }
}
