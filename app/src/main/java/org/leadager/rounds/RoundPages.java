package org.leadager.rounds;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadager.people.PersonDraft;
import org.leadager.platform.http.CaseHeads;
import org.leadager.platform.http.FormError;
import org.leadager.platform.http.FormErrors;
import org.leadager.platform.http.PageView;
import org.leadager.platform.http.Room;
import org.leadager.platform.http.Viewer;
import org.leadager.platform.http.Viewers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Setting a round up from a case, launching it, watching it, closing it. */
@Controller
class RoundPages {
  private static final int PAGE = 50;
  private static final List<String> FORMS = List.of("72", "36", "18");

  private final Rounds rounds;
  private final RoundSetup setup;
  private final Viewers viewers;
  private final CaseHeads cases;

  RoundPages(Rounds rounds, RoundSetup setup, Viewers viewers, CaseHeads cases) {
    this.rounds = rounds;
    this.setup = setup;
    this.viewers = viewers;
    this.cases = cases;
  }

  @GetMapping("/rounds")
  PageView list(HttpServletRequest request) {
    return PageView.of("rounds/list")
        .with("rounds", rounds.page(viewer(request).organisationId(), 1, PAGE));
  }

  @GetMapping("/cases/{caseId}/rounds/new")
  PageView blank(HttpServletRequest request, @PathVariable UUID caseId) {
    requireCase(viewer(request), caseId);
    return blank(caseId, "", FormErrors.NONE);
  }

  private static PageView blank(UUID caseId, String name, FormErrors errors) {
    return PageView.of("rounds/new")
        .with("caseId", caseId)
        .with("name", name)
        .with("errors", errors)
        .inCase(caseId, Room.Name.MEASURE);
  }

  @PostMapping("/cases/{caseId}/rounds")
  ModelAndView make(
      HttpServletRequest request,
      @PathVariable UUID caseId,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String closesOn) {
    Viewer viewer = viewer(request);
    requireCase(viewer, caseId);
    LocalDate day = day(closesOn).orElse(null);
    FormErrors errors = problems(name, form, closesOn, day);
    if (!errors.isEmpty()) {
      return blank(caseId, name, errors).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    RoundDraft draft = RoundDraft.leadager(caseId, name.strip(), form, day);
    return see(setup.draft(viewer.organisationId(), viewer.personId(), draft));
  }

  private static FormErrors problems(
      String name, String form, String closesOn, @Nullable LocalDate day) {
    if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
      return FormErrors.of("name", "Give the round a name of up to 200 characters");
    }
    if (!FORMS.contains(form)) {
      return FormErrors.of("form", "Choose one of the forms");
    }
    return day == null && !closesOn.isBlank()
        ? FormErrors.of("closesOn", "Write the date as year, month, day: 2026-10-30")
        : FormErrors.NONE;
  }

  @GetMapping("/rounds/{id}")
  PageView show(HttpServletRequest request, @PathVariable UUID id) {
    return show(viewer(request), id, FormErrors.NONE, "");
  }

  private PageView show(Viewer viewer, UUID id, FormErrors errors, String rows) {
    UUID organisation = viewer.organisationId();
    Round round = rounds.find(organisation, id).orElseThrow(RoundPages::notFound);
    PageView view =
        PageView.of("rounds/round")
            .with("round", round)
            .with("panel", setup.panel(organisation, id).orElseThrow())
            .with("progress", rounds.progress(organisation, id).orElseThrow())
            .with("rows", rows)
            .with("errors", errors);
    UUID caseId = round.caseId();
    return caseId == null ? view : view.inCase(caseId, Room.Name.MEASURE);
  }

  @PostMapping("/rounds/{id}/pairs")
  ModelAndView pair(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String subjectMail,
      @RequestParam(defaultValue = "") String rater,
      @RequestParam(defaultValue = "") String raterMail,
      @RequestParam(defaultValue = "") String source) {
    Viewer viewer = viewer(request);
    PersonDraft rated = new PersonDraft(subject, subjectMail);
    PersonDraft rates =
        source.equals("self") && raterMail.isBlank() ? rated : new PersonDraft(rater, raterMail);
    return after(
        viewer, id, "subject", setup.addPair(viewer.organisationId(), id, rated, rates, source));
  }

  @PostMapping("/rounds/{id}/panel")
  ModelAndView panel(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String rows,
      @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    Viewer viewer = viewer(request);
    String csv =
        file == null || file.isEmpty() ? rows : new String(file.getBytes(), StandardCharsets.UTF_8);
    Outcome outcome = setup.addPanel(viewer.organisationId(), id, csv);
    return outcome instanceof Outcome.Refused refused
        ? show(viewer, id, errors("rows", refused), rows).status(HttpStatus.UNPROCESSABLE_CONTENT)
        : after(viewer, id, "rows", outcome);
  }

  @PostMapping("/rounds/{id}/launch")
  ModelAndView launch(HttpServletRequest request, @PathVariable UUID id) {
    Viewer viewer = viewer(request);
    return after(viewer, id, "main", setup.launch(viewer.organisationId(), viewer.personId(), id));
  }

  @PostMapping("/rounds/{id}/close")
  ModelAndView close(HttpServletRequest request, @PathVariable UUID id) {
    Viewer viewer = viewer(request);
    return after(viewer, id, "main", rounds.close(viewer.organisationId(), viewer.personId(), id));
  }

  private ModelAndView after(Viewer viewer, UUID id, String field, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> see(id);
      case Outcome.NotFound none -> throw notFound();
      case Outcome.Refused refused ->
          show(viewer, id, errors(field, refused), "").status(HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  private static FormErrors errors(String field, Outcome.Refused refused) {
    return new FormErrors(
        refused.problems().stream().map(problem -> new FormError(field, problem)).toList());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static ModelAndView see(UUID round) {
    RedirectView view = new RedirectView("/rounds/" + round);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(view);
  }

  private void requireCase(Viewer viewer, UUID caseId) {
    if (cases.find(viewer.organisationId(), caseId).isEmpty()) {
      throw notFound();
    }
  }

  private Viewer viewer(HttpServletRequest request) {
    return viewers.viewer(request).orElseThrow(RoundPages::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
