package org.leadager.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadager.people.People;
import org.leadager.people.PersonDraft;
import org.leadager.people.Role;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.access.Routines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The first organisation and its administrator. A code printed where the program runs keeps
 * strangers on the network from being first.
 */
@Component
class FirstStart {
  private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

  /** Without letters and digits that look alike. */
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 12;

  private final Database database;
  private final People people;
  private final BaseUrl baseUrl;
  private final boolean demo;
  private final String code = freshCode();
  private volatile boolean done;

  FirstStart(Database database, People people, BaseUrl baseUrl, Environment environment) {
    this.database = database;
    this.people = people;
    this.baseUrl = baseUrl;
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    if (isDue()) {
      log.info(
          "Nobody is here yet. Open {}/first-start; the set-up code is {}", baseUrl.text(), code);
    }
  }

  /** Whether the installation is still empty; the demo never is for long, and has no such page. */
  boolean isDue() {
    if (demo || done) {
      return false;
    }
    boolean empty = database.outside(dsl -> Routines.isEmpty(dsl.configuration()));
    done = !empty;
    return empty;
  }

  /** Whether this is the code that was printed; blanks, hyphens and case do not matter. */
  boolean knows(String typed) {
    String letters = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return MessageDigest.isEqual(
        letters.getBytes(StandardCharsets.UTF_8),
        code.replace("-", "").getBytes(StandardCharsets.UTF_8));
  }

  /** Makes both, unless somebody was quicker. */
  synchronized Optional<Visitor> begin(String organisationName, PersonDraft administrator) {
    if (!isDue()) {
      return Optional.empty();
    }
    Set<Role> roles = Set.of(Role.ADMINISTRATOR, Role.CONSULTANT);
    UUID organisation = UUID.randomUUID();
    // One transaction: an organisation without its administrator would be one nobody can enter.
    UUID person =
        database.write(
            organisation,
            dsl -> {
              people.found(organisation, organisationName, false);
              UUID made = people.ensure(organisation, administrator);
              people.setRoles(organisation, made, roles);
              return made;
            });
    done = true;
    return Optional.of(new Visitor(person, organisation, administrator.name(), roles));
  }

  private static String freshCode() {
    SecureRandom random = new SecureRandom();
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      letters.append(i > 0 && i % 4 == 0 ? "-" : "");
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }
}
