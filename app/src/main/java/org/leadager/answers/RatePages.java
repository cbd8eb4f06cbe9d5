package org.leadager.answers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Wording;
import org.leadager.people.People;
import org.leadager.platform.http.PageView;
import org.leadager.rounds.Rounds;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** A rater's pages behind the private link: whom to rate, a page per competence, sending. */
@Controller
class RatePages {
  private final RatingForms forms;
  private final Rounds rounds;
  private final People people;

  RatePages(RatingForms forms, Rounds rounds, People people) {
    this.forms = forms;
    this.rounds = rounds;
    this.people = people;
  }

  @GetMapping("/r/{token}")
  PageView overview(@PathVariable String token) {
    return forms.open(token).map(s -> overview(token, s)).orElseGet(RatePages::gone);
  }

  private PageView overview(String token, Sitting sitting) {
    Map<UUID, Draft> drafts = new HashMap<>();
    sitting.tasks().forEach(t -> drafts.put(t.form(), forms.draft(sitting, t)));
    return PageView.of("answers/overview")
        .with("token", token)
        .with("sitting", sitting)
        .with("drafts", drafts)
        .with("names", names(sitting))
        .with("minimum", forms.round(sitting).minimumGroup());
  }

  @GetMapping("/r/{token}/{form}")
  PageView page(
      @PathVariable String token,
      @PathVariable UUID form,
      @RequestParam(defaultValue = "1") int page) {
    Sitting sitting = forms.open(token).orElse(null);
    Sitting.Task task = sitting == null ? null : sitting.task(form).orElse(null);
    if (sitting == null || task == null) {
      return gone();
    }
    return page(token, sitting, task, page, forms.draft(sitting, task));
  }

  private PageView page(String token, Sitting sitting, Sitting.Task task, int page, Draft draft) {
    if (draft.isSubmitted()) {
      return PageView.of("answers/done").with("token", token).with("receipt", draft.receipt());
    }
    Instrument instrument = forms.instrument(sitting);
    List<RatePart> parts = RatePart.of(instrument, forms.form(sitting));
    int number = Math.clamp(page, 1, parts.size() + 1);
    Wording.Texts texts = instrument.wording().in(LocaleContextHolder.getLocale());
    String name = names(sitting).getOrDefault(task.subject(), "");
    PageView view =
        PageView.of(number > parts.size() ? "answers/send" : "answers/questions")
            .with("token", token)
            .with("task", task)
            .with("name", name)
            .with("draft", draft);
    if (number > parts.size()) {
      return view.with("source", texts.source(task.source()))
          .with("minimum", forms.round(sitting).minimumGroup())
          .with("open", RatePart.unanswered(parts, draft))
          .with("back", parts.size());
    }
    return view.with("part", parts.get(number - 1))
        .with("texts", texts)
        .with("number", number)
        .with("total", parts.size())
        .with("stale", false);
  }

  @PostMapping("/r/{token}/{form}")
  ModelAndView save(
      @PathVariable String token,
      @PathVariable UUID form,
      @RequestParam Map<String, String> posted,
      @RequestParam(defaultValue = "1") int page) {
    Sitting sitting = forms.open(token).orElse(null);
    Sitting.Task task = sitting == null ? null : sitting.task(form).orElse(null);
    if (sitting == null || task == null) {
      return gone();
    }
    Save save = PostedAnswers.read(posted);
    return switch (forms.save(sitting, task, save)) {
      case Saved.Kept kept -> see("/r/" + token + "/" + form + "?page=" + (page + 1));
      case Saved.Stale stale ->
          page(token, sitting, task, page, kept(forms.draft(sitting, task), save))
              .with("stale", true)
              .status(HttpStatus.CONFLICT);
      case Saved.AlreadySubmitted there ->
          PageView.of("answers/done")
              .with("token", token)
              .with("receipt", there.receipt())
              .status(HttpStatus.CONFLICT);
      case Saved.Invalid invalid -> gone().status(HttpStatus.BAD_REQUEST);
      default -> gone();
    };
  }

  /**
   * Saves a page while it is being answered and says so in a line; the page itself stays as it is.
   * Whatever cannot be kept is said there too, and stays on the screen.
   */
  @PostMapping("/r/{token}/{form}/draft")
  PageView keep(
      @PathVariable String token,
      @PathVariable UUID form,
      @RequestParam Map<String, String> posted) {
    Sitting sitting = forms.open(token).orElse(null);
    Sitting.Task task = sitting == null ? null : sitting.task(form).orElse(null);
    Save save = PostedAnswers.read(posted);
    Saved outcome =
        sitting == null || task == null ? new Saved.Gone() : forms.save(sitting, task, save);
    return switch (outcome) {
      case Saved.Kept kept -> line(kept.revision(), "Saved");
      case Saved.Stale stale ->
          line(
                  save.seen(),
                  "Not saved: this was answered otherwise on another device. “Save and go on” lets"
                      + " you decide.")
              .status(HttpStatus.CONFLICT);
      case Saved.AlreadySubmitted there ->
          line(save.seen(), "Not saved: these answers were sent before.")
              .status(HttpStatus.CONFLICT);
      case Saved.Invalid invalid ->
          line(save.seen(), "Not saved: one of the answers cannot be read.")
              .status(HttpStatus.CONFLICT);
      default ->
          line(save.seen(), "Not saved: this link does not open a form any more.")
              .status(HttpStatus.CONFLICT);
    };
  }

  private static PageView line(long revision, String words) {
    return PageView.of("answers/saved").with("revision", revision).with("words", words);
  }

  /** What the rater sent stays on the screen, over what the other device saved. */
  private static Draft kept(Draft draft, Save save) {
    Map<String, Draft.Answer> values = new HashMap<>(draft.values());
    values.putAll(save.values());
    Map<String, String> comments = new HashMap<>(draft.comments());
    comments.putAll(save.comments());
    return new Draft(draft.revision(), draft.receipt(), values, comments);
  }

  @PostMapping("/r/{token}/{form}/submission")
  ModelAndView submit(@PathVariable String token, @PathVariable UUID form) {
    Sitting sitting = forms.open(token).orElse(null);
    Sitting.Task task = sitting == null ? null : sitting.task(form).orElse(null);
    if (sitting == null || task == null) {
      return gone();
    }
    return switch (forms.submit(sitting, task)) {
      case Saved.Submitted submitted -> see("/r/" + token + "/" + form);
      case Saved.Empty empty -> see("/r/" + token + "/" + form + "?page=1");
      default -> gone();
    };
  }

  private Map<UUID, String> names(Sitting sitting) {
    Map<UUID, UUID> persons = rounds.subjects(sitting.organisation(), sitting.round());
    Map<UUID, String> byPerson = people.names(sitting.organisation(), persons.values());
    Map<UUID, String> names = new HashMap<>();
    persons.forEach((subject, person) -> names.put(subject, byPerson.getOrDefault(person, "")));
    return names;
  }

  private static ModelAndView see(String address) {
    RedirectView view = new RedirectView(address);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(view);
  }

  private static PageView gone() {
    return PageView.of("answers/gone").status(HttpStatus.NOT_FOUND);
  }
}
