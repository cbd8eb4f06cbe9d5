package org.leadager.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.leadager.people.People;
import org.leadager.people.Person;
import org.leadager.people.Role;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.access.Routines;
import org.leadager.platform.http.NoSuchThing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Enters the sample organisation with one click; there is no such bean outside the demo. */
@Controller
@Profile("demo")
class DemoEntry {
  private static final List<DemoDoor> DOORS =
      List.of(
          new DemoDoor("consultant", "As consultant"),
          new DemoDoor("sponsor", "As sponsor"),
          new DemoDoor("subject", "As a person with a report"),
          new DemoDoor("rater", "As a rater with a private link"),
          new DemoDoor("administrator", "As administrator"));

  private final Database database;
  private final People people;
  private final SignInLinks links;
  private final Sessions sessions;
  private final ObjectProvider<DemoGuide> guide;

  DemoEntry(
      Database database,
      People people,
      SignInLinks links,
      Sessions sessions,
      ObjectProvider<DemoGuide> guide) {
    this.database = database;
    this.people = people;
    this.links = links;
    this.sessions = sessions;
    this.guide = guide;
  }

  /** The entries behind which somebody of the sample stands. */
  List<DemoDoor> doors() {
    return sample()
        .map(organisation ->
            DOORS.stream().filter(door -> isOpen(door.role(), organisation)).toList())
        .orElse(List.of());
  }

  private boolean isOpen(String role, UUID organisation) {
    return role.equals("rater")
        ? raterPath(organisation).isPresent()
        : person(role, organisation).isPresent();
  }

  private Optional<String> raterPath(UUID organisation) {
    return guide.stream().flatMap(each -> each.raterPath(organisation).stream()).findFirst();
  }

  private String reportPath(UUID organisation) {
    return guide.stream()
        .flatMap(each -> each.reportPath(organisation).stream())
        .findFirst()
        .orElse("/");
  }

  @PostMapping("/demo/enter/{role}")
  String enter(
      @PathVariable String role, HttpServletRequest request, HttpServletResponse response) {
    UUID organisation = sample().orElseThrow(NoSuchThing::new);
    if (role.equals("rater")) {
      return "redirect:" + raterPath(organisation).orElseThrow(NoSuchThing::new);
    }
    Visitor visitor =
        person(role, organisation)
            .flatMap(person -> links.visitor(organisation, person))
            .orElseThrow(NoSuchThing::new);
    sessions.open(visitor, request, response);
    return "redirect:" + (role.equals("subject") ? reportPath(organisation) : "/");
  }

  private Optional<UUID> person(String role, UUID organisation) {
    return switch (role) {
      case "subject" ->
          guide.stream().flatMap(each -> each.subject(organisation).stream()).findFirst();
      case "consultant", "sponsor", "administrator" ->
          people
              .firstWithRole(organisation, Role.valueOf(role.toUpperCase(Locale.ROOT)))
              .map(Person::id);
      default -> Optional.empty();
    };
  }

  private Optional<UUID> sample() {
    return database.outside(dsl ->
        Routines.sampleOrganisations(dsl.configuration()).stream()
            .map(row -> row.get(0, UUID.class))
            .findFirst());
  }
}
