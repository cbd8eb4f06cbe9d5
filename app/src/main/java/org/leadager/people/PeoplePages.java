package org.leadager.people;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadager.platform.http.Choice;
import org.leadager.platform.http.FormError;
import org.leadager.platform.http.FormErrors;
import org.leadager.platform.http.NavItem;
import org.leadager.platform.http.NoSuchThing;
import org.leadager.platform.http.PageView;
import org.leadager.platform.http.Slice;
import org.leadager.platform.http.Viewer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administrator's pages about people. */
@Controller
class PeoplePages {
  private static final int PAGE_SIZE = 50;
  private static final int LAST_PAGE = 10_000;
  private static final int NAV_ORDER = 80;
  private static final List<Choice> ROLES =
      List.of(
          new Choice("ADMINISTRATOR", "Administrator", "Keeps people and roles."),
          new Choice("CONSULTANT", "Consultant", "Opens cases and runs rounds."),
          new Choice("SPONSOR", "Sponsor", "Asks for the work and decides what follows."));

  private final People people;
  private final PeopleChanges changes;

  PeoplePages(People people, PeopleChanges changes) {
    this.people = people;
    this.changes = changes;
  }

  @Bean
  static NavItem peopleLink() {
    return new NavItem(
        "People",
        "/people",
        NAV_ORDER,
        viewer -> viewer.roles().contains(Role.ADMINISTRATOR.code()));
  }

  @GetMapping("/people")
  PageView list(Viewer viewer, @RequestParam(defaultValue = "1") int page) {
    int number = Math.clamp(page, 1, LAST_PAGE);
    UUID organisation = viewer.organisationId();
    return PageView.of("people/list")
        .with(
            "people",
            new Slice<>(
                people.page(organisation, number, PAGE_SIZE),
                number,
                PAGE_SIZE,
                people.count(organisation)));
  }

  @GetMapping("/people/new")
  PageView add() {
    return form(null, new PersonDraft("", ""), Set.of(), FormErrors.NONE);
  }

  @PostMapping("/people")
  ModelAndView add(
      Viewer viewer,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String mail,
      @RequestParam(required = false) Set<Role> roles) {
    PersonDraft draft = new PersonDraft(name, mail);
    return answer(
        null, draft, chosen(roles), changes.add(viewer.organisationId(), draft, chosen(roles)));
  }

  @GetMapping("/people/{id}")
  PageView edit(Viewer viewer, @PathVariable UUID id) {
    Person person = people.find(viewer.organisationId(), id).orElseThrow(NoSuchThing::new);
    String mail = person.mail() == null ? "" : person.mail();
    return form(id, new PersonDraft(person.name(), mail), person.roles(), FormErrors.NONE);
  }

  @PostMapping("/people/{id}")
  ModelAndView edit(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String mail,
      @RequestParam(required = false) Set<Role> roles) {
    if (people.find(viewer.organisationId(), id).isEmpty()) {
      throw new NoSuchThing();
    }
    PersonDraft draft = new PersonDraft(name, mail);
    return answer(
        id,
        draft,
        chosen(roles),
        changes.change(viewer.organisationId(), id, draft, chosen(roles)));
  }

  private static Set<Role> chosen(@org.jspecify.annotations.Nullable Set<Role> roles) {
    return roles == null ? EnumSet.noneOf(Role.class) : roles;
  }

  private static ModelAndView answer(
      @org.jspecify.annotations.Nullable UUID id,
      PersonDraft draft,
      Set<Role> roles,
      List<FormError> errors) {
    return errors.isEmpty()
        ? new ModelAndView("redirect:/people")
        : form(id, draft, roles, new FormErrors(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static PageView form(
      @org.jspecify.annotations.Nullable UUID id,
      PersonDraft draft,
      Set<Role> roles,
      FormErrors errors) {
    List<String> names = new ArrayList<>();
    roles.forEach(role -> names.add(role.name()));
    return PageView.of("people/form")
        .with("id", id)
        .with("draft", draft)
        .with("chosen", Set.copyOf(names))
        .with("roles", ROLES)
        .with("errors", errors);
  }
}
