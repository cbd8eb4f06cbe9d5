package org.leadager.answers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Wording;
import org.leadager.platform.http.PageView;
import org.leadager.rounds.Needs;
import org.leadager.rounds.Round;
import org.leadager.rounds.Rounds;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** A rater's pages behind the private link: whom to rate, a page per competence, sending. */
@Controller
class RatePages {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final Doorway door;
  private final RatingForms forms;
  private final Rounds rounds;
  private final SubjectNames names;

  RatePages(Doorway door, RatingForms forms, Rounds rounds, SubjectNames names) {
    this.door = door;
    this.forms = forms;
    this.rounds = rounds;
    this.names = names;
  }

  @GetMapping("/r/{token}")
  ModelAndView overview(HttpServletRequest request, @PathVariable String token) {
    return door.enter(token, request, sitting -> overview(token, sitting));
  }

  private PageView overview(String token, Sitting sitting) {
    Round round = forms.round(sitting);
    Instrument instrument = forms.instrument(sitting);
    Map<UUID, Integer> set =
        rounds.needsSetBy(sitting.organisation(), sitting.round(), sitting.rater());
    Map<UUID, Integer> needs = new HashMap<>();
    sitting.tasks().stream()
        .filter(task -> Needs.areAskedOf(instrument, task.source()))
        .forEach(task -> needs.put(task.form(), set.getOrDefault(task.subject(), 0)));
    return PageView.of("answers/overview")
        .with("token", token)
        .with("sitting", sitting)
        .with("standings", forms.standings(sitting))
        .with("needs", needs)
        .with("competences", instrument.competences().size())
        .with("names", names.of(sitting.organisation(), sitting.round()))
        .with("minimum", round.minimumGroup())
        .with("until", round.closesOn() == null ? null : DAY.format(round.closesOn()));
  }

  @GetMapping("/r/{token}/{form}")
  ModelAndView page(
      HttpServletRequest request,
      @PathVariable String token,
      @PathVariable UUID form,
      @RequestParam(defaultValue = "1") int page) {
    return door.enter(
        token,
        form,
        request,
        (sitting, task) -> page(token, sitting, task, page, forms.draft(sitting, task)));
  }

  private PageView page(String token, Sitting sitting, Sitting.Task task, int page, Draft draft) {
    Instrument instrument = forms.instrument(sitting);
    String receipt = draft.receipt();
    if (receipt != null) {
      return done(token, task, receipt, Needs.areAskedOf(instrument, task.source()));
    }
    List<RatePart> parts = RatePart.of(instrument, forms.form(sitting));
    int number = Math.clamp(page, 1, parts.size() + 1);
    Wording.Texts texts = instrument.wording().in(LocaleContextHolder.getLocale());
    String name =
        names.of(sitting.organisation(), sitting.round()).getOrDefault(task.subject(), "");
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

  private static PageView done(
      String token, Sitting.Task task, String receipt, boolean needsAreAsked) {
    return PageView.of("answers/done")
        .with("token", token)
        .with("receipt", receipt)
        .with("needs", needsAreAsked ? "/r/" + token + "/" + task.form() + "/needs" : null);
  }

  @PostMapping("/r/{token}/{form}")
  ModelAndView save(
      HttpServletRequest request,
      @PathVariable String token,
      @PathVariable UUID form,
      @RequestParam Map<String, String> posted,
      @RequestParam(defaultValue = "1") int page) {
    Save save = PostedAnswers.read(posted);
    return door.enter(
        token,
        form,
        request,
        (sitting, task) ->
            switch (forms.save(sitting, task, save)) {
              case Saved.Kept kept -> see("/r/" + token + "/" + form + "?page=" + (page + 1));
              case Saved.Stale stale ->
                  page(token, sitting, task, page, kept(forms.draft(sitting, task), save))
                      .with("stale", true)
                      .status(HttpStatus.CONFLICT);
              case Saved.AlreadySubmitted there ->
                  done(token, task, there.receipt(), false).status(HttpStatus.CONFLICT);
              case Saved.Invalid invalid ->
                  throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
              default -> door.refuse(token, request);
            });
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
    Save save = PostedAnswers.read(posted);
    Arrival arrival = forms.arrive(token);
    Saved outcome =
        arrival instanceof Arrival.Open open
            ? open.sitting()
                .task(form)
                .map(task -> forms.save(open.sitting(), task, save))
                .orElseGet(Saved.Gone::new)
            : new Saved.Gone();
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
          line(
                  save.seen(),
                  arrival instanceof Arrival.Over
                      ? "Not saved: the round has closed."
                      : "Not saved: this link does not open a form any more.")
              .status(HttpStatus.CONFLICT);
    };
  }

  static PageView line(long revision, String words) {
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
  ModelAndView submit(
      HttpServletRequest request, @PathVariable String token, @PathVariable UUID form) {
    return door.enter(
        token,
        form,
        request,
        (sitting, task) ->
            switch (forms.submit(sitting, task)) {
              case Saved.Submitted submitted -> see("/r/" + token + "/" + form);
              case Saved.Empty empty -> see("/r/" + token + "/" + form + "?page=1");
              default -> door.refuse(token, request);
            });
  }

  static ModelAndView see(String address) {
    RedirectView view = new RedirectView(address);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(view);
  }
}
