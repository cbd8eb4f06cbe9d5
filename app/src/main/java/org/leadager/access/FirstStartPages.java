package org.leadager.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.leadager.people.PersonDraft;
import org.leadager.platform.http.FormError;
import org.leadager.platform.http.FormErrors;
import org.leadager.platform.http.NoSuchThing;
import org.leadager.platform.http.PageView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the first start; there is none once an organisation exists. */
@Controller
class FirstStartPages {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_TRIES = 10;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final FirstStart firstStart;
  private final Sessions sessions;
  private final Throttle tries;

  FirstStartPages(FirstStart firstStart, Sessions sessions, Clock clock) {
    this.firstStart = firstStart;
    this.sessions = sessions;
    this.tries = new Throttle(MOST_TRIES, WINDOW, clock);
  }

  @GetMapping("/first-start")
  PageView page() {
    if (!firstStart.isDue()) {
      throw new NoSuchThing();
    }
    return form("", new PersonDraft("", ""), FormErrors.NONE);
  }

  @PostMapping("/first-start")
  ModelAndView begin(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String organisation,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String mail,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!firstStart.isDue()) {
      throw new NoSuchThing();
    }
    PersonDraft administrator = new PersonDraft(name, mail);
    FormErrors errors = errors(code, organisation.strip(), administrator, request.getRemoteAddr());
    if (!errors.isEmpty()) {
      return form(organisation, administrator, errors).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Visitor visitor =
        firstStart.begin(organisation.strip(), administrator).orElseThrow(NoSuchThing::new);
    sessions.open(visitor, request, response);
    return new ModelAndView("redirect:/");
  }

  private FormErrors errors(
      String code, String organisation, PersonDraft administrator, String address) {
    List<FormError> errors = new ArrayList<>();
    if (tries.isUsedUp(address)) {
      errors.add(new FormError("code", "Too many wrong codes. Wait ten minutes."));
    } else if (!firstStart.knows(code)) {
      tries.count(address);
      errors.add(new FormError("code", "This is not the code that Leadager printed at its start."));
    }
    if (organisation.isEmpty() || organisation.length() > LONGEST_NAME) {
      errors.add(
          new FormError("organisation", "Write the organisation’s name, 200 letters at most."));
    }
    administrator.nameProblem().ifPresent(text -> errors.add(new FormError("name", text)));
    administrator.mailProblem().ifPresent(text -> errors.add(new FormError("mail", text)));
    return new FormErrors(errors);
  }

  private static PageView form(String organisation, PersonDraft draft, FormErrors errors) {
    return PageView.of("access/firststart")
        .with("organisation", organisation)
        .with("name", draft.name())
        .with("mail", draft.mail())
        .with("errors", errors);
  }
}
