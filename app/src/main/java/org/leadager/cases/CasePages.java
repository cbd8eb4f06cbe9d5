package org.leadager.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.leadager.diagnosis.Diagnoses;
import org.leadager.platform.http.FormErrors;
import org.leadager.platform.http.PageView;
import org.leadager.platform.http.Slice;
import org.leadager.platform.http.Viewer;
import org.leadager.platform.http.Viewers;
import org.leadager.rounds.Rounds;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The start page with its request box, the list of cases and the page of one. */
@Controller
class CasePages {
  private static final int PAGE = 20;

  private final Cases cases;
  private final Diagnoses diagnoses;
  private final Rounds rounds;
  private final Viewers viewers;

  CasePages(Cases cases, Diagnoses diagnoses, Rounds rounds, Viewers viewers) {
    this.cases = cases;
    this.diagnoses = diagnoses;
    this.rounds = rounds;
    this.viewers = viewers;
  }

  @GetMapping("/")
  PageView start(HttpServletRequest request) {
    return start(request, "", FormErrors.NONE);
  }

  private PageView start(HttpServletRequest request, String words, FormErrors errors) {
    boolean mayOpen = viewers.viewer(request).filter(CasePages::worksOnCases).isPresent();
    return PageView.of("cases/start")
        .with("mayOpen", mayOpen)
        .with("words", words)
        .with("errors", errors);
  }

  @PostMapping("/cases")
  ModelAndView open(HttpServletRequest request, @RequestParam(defaultValue = "") String words) {
    Viewer viewer = viewer(request);
    FormErrors errors = problems(words);
    if (!errors.isEmpty()) {
      return start(request, words, errors).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    UUID id = cases.open(viewer.organisationId(), viewer.personId(), viewer.name(), words);
    RedirectView ask = new RedirectView("/cases/" + id + "/ask");
    ask.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(ask);
  }

  private static FormErrors problems(String words) {
    if (words.isBlank()) {
      return FormErrors.of("words", "Say in a sentence what you need and what makes you say so");
    }
    if (words.strip().length() > Cases.LONGEST_REQUEST) {
      return FormErrors.of("words", "Keep it to 5,000 characters; there is room for more later");
    }
    return words.indexOf('\0') >= 0
        ? FormErrors.of("words", "Remove the characters that cannot be shown")
        : FormErrors.NONE;
  }

  @GetMapping("/cases")
  PageView list(HttpServletRequest request, @RequestParam(defaultValue = "1") int page) {
    UUID organisation = viewer(request).organisationId();
    int total = cases.count(organisation);
    int last = Math.max(1, (total + PAGE - 1) / PAGE);
    int number = Math.clamp(page, 1, last);
    return PageView.of("cases/list")
        .with("slice", new Slice<>(cases.page(organisation, number, PAGE), number, PAGE, total));
  }

  @GetMapping("/cases/{caseId}")
  PageView show(HttpServletRequest request, @PathVariable UUID caseId) {
    UUID organisation = viewer(request).organisationId();
    return cases
        .find(organisation, caseId)
        .map(found ->
            PageView.of("cases/case")
                .with("found", found)
                .with("summary", diagnoses.summary(organisation, caseId).orElse(null))
                .with("rounds", rounds.ofCase(organisation, caseId))
                .inCase(caseId, null))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Viewer viewer(HttpServletRequest request) {
    return viewers
        .viewer(request)
        .filter(CasePages::worksOnCases)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  static boolean worksOnCases(Viewer viewer) {
    return viewer.roles().contains("consultant") || viewer.roles().contains("sponsor");
  }
}
