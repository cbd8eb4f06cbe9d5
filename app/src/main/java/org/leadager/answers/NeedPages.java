package org.leadager.answers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leadager.instruments.Instrument;
import org.leadager.platform.http.FormError;
import org.leadager.platform.http.FormErrors;
import org.leadager.platform.http.PageView;
import org.leadager.rounds.Needs;
import org.leadager.rounds.Outcome;
import org.leadager.rounds.Rounds;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a boss says how often the job needs each competence to be seen. */
@Controller
class NeedPages {
  private static final String OPEN = "open";

  private final Doorway door;
  private final RatingForms forms;
  private final Needs needs;
  private final Rounds rounds;
  private final SubjectNames names;

  NeedPages(Doorway door, RatingForms forms, Needs needs, Rounds rounds, SubjectNames names) {
    this.door = door;
    this.forms = forms;
    this.needs = needs;
    this.rounds = rounds;
    this.names = names;
  }

  @GetMapping("/r/{token}/{form}/needs")
  ModelAndView page(
      HttpServletRequest request, @PathVariable String token, @PathVariable UUID form) {
    return door.enter(
        token,
        form,
        request,
        (sitting, task) -> {
          Map<String, String> set = new HashMap<>();
          rounds
              .needsBy(sitting.organisation(), task.subject(), sitting.rater())
              .forEach((code, level) -> set.put(code, Integer.toString(level.intValue())));
          return page(token, request, sitting, task, set, FormErrors.NONE);
        });
  }

  private PageView page(
      String token,
      HttpServletRequest request,
      Sitting sitting,
      Sitting.Task task,
      Map<String, String> chosen,
      FormErrors errors) {
    Instrument instrument = forms.instrument(sitting);
    if (!Needs.areAskedOf(instrument, task.source())) {
      return door.refuse(token, request);
    }
    return PageView.of("answers/needs")
        .with("token", token)
        .with("task", task)
        .with("name", names.of(sitting.organisation(), sitting.round()).get(task.subject()))
        .with("competences", instrument.competences())
        .with("texts", instrument.wording().in(LocaleContextHolder.getLocale()))
        .with("chosen", chosen)
        .with("errors", errors);
  }

  @PostMapping("/r/{token}/{form}/needs")
  ModelAndView save(
      HttpServletRequest request,
      @PathVariable String token,
      @PathVariable UUID form,
      @RequestParam Map<String, String> posted) {
    return door.enter(
        token,
        form,
        request,
        (sitting, task) ->
            switch (set(sitting, task, posted)) {
              case Outcome.Done done -> RatePages.see("/r/" + token);
              case Outcome.NotFound none -> door.refuse(token, request);
              case Outcome.Refused refused ->
                  page(token, request, sitting, task, chosen(posted), errors(refused))
                      .status(HttpStatus.UNPROCESSABLE_CONTENT);
            });
  }

  /** Saves while the page is being answered and says so in a line. */
  @PostMapping("/r/{token}/{form}/needs/draft")
  PageView keep(
      @PathVariable String token,
      @PathVariable UUID form,
      @RequestParam Map<String, String> posted) {
    Outcome outcome =
        forms
            .open(token)
            .flatMap(sitting -> sitting.task(form).map(task -> set(sitting, task, posted)))
            .orElseGet(Outcome.NotFound::new);
    return switch (outcome) {
      case Outcome.Done done -> RatePages.line(0, "Saved");
      case Outcome.NotFound none ->
          RatePages.line(0, "Not saved: this link does not take answers to this any more.")
              .status(HttpStatus.CONFLICT);
      case Outcome.Refused refused ->
          RatePages.line(0, "Not saved: " + refused.problems().getFirst())
              .status(HttpStatus.CONFLICT);
    };
  }

  private Outcome set(Sitting sitting, Sitting.Task task, Map<String, String> posted) {
    Map<String, Integer> levels = new HashMap<>();
    Set<String> left = new HashSet<>();
    chosen(posted)
        .forEach((competence, level) -> {
          if (level.equals(OPEN)) {
            left.add(competence);
          } else {
            levels.put(competence, level.matches("\\d{1,3}") ? Integer.parseInt(level) : -1);
          }
        });
    return needs.set(sitting.organisation(), task.request(), sitting.rater(), levels, left);
  }

  /** What was chosen, by competence: a point of the scale, or to leave it open. */
  private static Map<String, String> chosen(Map<String, String> posted) {
    Map<String, String> chosen = new HashMap<>();
    posted.forEach((name, level) -> {
      if (name.startsWith("n.")) {
        chosen.put(name.substring(2), level);
      }
    });
    return chosen;
  }

  private static FormErrors errors(Outcome.Refused refused) {
    List<FormError> errors =
        refused.problems().stream().map(problem -> new FormError("main", problem)).toList();
    return new FormErrors(errors);
  }
}
