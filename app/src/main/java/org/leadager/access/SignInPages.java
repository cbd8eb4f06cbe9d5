package org.leadager.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.leadager.people.PersonDraft;
import org.leadager.platform.http.FormErrors;
import org.leadager.platform.http.PageView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking for a link, and using it. */
@Controller
class SignInPages {
  private static final Logger log = LoggerFactory.getLogger(SignInPages.class);
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MOST_REQUESTS = 20;
  private static final int MOST_BAD_LINKS = 30;

  private final SignInLinks links;
  private final Sessions sessions;
  private final BaseUrl baseUrl;
  private final FirstStart firstStart;
  private final ObjectProvider<DemoEntry> demo;
  private final Throttle requests;
  private final Throttle badLinks;

  SignInPages(
      SignInLinks links,
      Sessions sessions,
      BaseUrl baseUrl,
      FirstStart firstStart,
      ObjectProvider<DemoEntry> demo,
      Clock clock) {
    this.links = links;
    this.sessions = sessions;
    this.baseUrl = baseUrl;
    this.firstStart = firstStart;
    this.demo = demo;
    this.requests = new Throttle(MOST_REQUESTS, WINDOW, clock);
    this.badLinks = new Throttle(MOST_BAD_LINKS, WINDOW, clock);
  }

  @GetMapping("/sign-in")
  ModelAndView page() {
    return firstStart.isDue() ? new ModelAndView("redirect:/first-start") : form(FormErrors.NONE);
  }

  /** Answers the same for known and unknown addresses, in the same time: the mail is made later. */
  @PostMapping("/sign-in")
  PageView request(@RequestParam(defaultValue = "") String mail, HttpServletRequest request) {
    String address = mail.strip();
    Optional<String> problem = new PersonDraft("", address).mailProblem();
    if (problem.isPresent()) {
      return form(FormErrors.of("mail", problem.get())).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (requests.isUsedUp(request.getRemoteAddr())) {
      return message("A little slower, please", "Too many links were asked for. Wait ten minutes.")
          .status(HttpStatus.TOO_MANY_REQUESTS);
    }
    requests.count(request.getRemoteAddr());
    Thread.startVirtualThread(() -> mail(address));
    return message(
        "Look into your mail",
        "If we know this address, a link is on its way. It works once, for 15 minutes.");
  }

  private void mail(String address) {
    try {
      links.request(address, baseUrl.text());
    } catch (RuntimeException e) {
      log.error("A sign-in link could not be made", e);
    }
  }

  /** Looking at the link does not use it up: mail scanners look, people press the button. */
  @GetMapping("/sign-in/{token}")
  PageView confirm(@PathVariable String token) {
    return message("Welcome back", "One click, and you are signed in.")
        .with("action", "/sign-in/" + token)
        .with("button", "Sign in");
  }

  @PostMapping("/sign-in/{token}")
  ModelAndView use(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    Optional<Visitor> visitor = links.use(new Token(token));
    if (visitor.isPresent()) {
      sessions.open(visitor.get(), request, response);
      return new ModelAndView("redirect:/");
    }
    if (badLinks.isUsedUp(request.getRemoteAddr())) {
      return message(
              "A little slower, please", "Too many links that do not work. Wait ten minutes.")
          .status(HttpStatus.TOO_MANY_REQUESTS);
    }
    badLinks.count(request.getRemoteAddr());
    return message(
            "This link does not work any more",
            "Links work once, for 15 minutes. Ask for a new one on the sign-in page.")
        .status(HttpStatus.GONE);
  }

  private PageView form(FormErrors errors) {
    return PageView.of("access/signin")
        .with("doors", demo.stream().flatMap(entry -> entry.doors().stream()).toList())
        .with("errors", errors);
  }

  private static PageView message(String heading, String words) {
    return PageView.of("access/message").with("heading", heading).with("words", words);
  }
}
