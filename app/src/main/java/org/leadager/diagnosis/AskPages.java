package org.leadager.diagnosis;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadager.instruments.Instruments;
import org.leadager.platform.http.PageView;
import org.leadager.platform.http.Room;
import org.leadager.platform.http.Viewer;
import org.leadager.platform.http.Viewers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The interview of a case, one question at a time, and the brief for the sponsor. */
@Controller
@RequestMapping("/cases/{caseId}")
class AskPages {
  private static final Set<String> ROLES = Set.of("consultant", "sponsor");

  private final Diagnoses diagnoses;
  private final Instruments instruments;
  private final Viewers viewers;

  AskPages(Diagnoses diagnoses, Instruments instruments, Viewers viewers) {
    this.diagnoses = diagnoses;
    this.instruments = instruments;
    this.viewers = viewers;
  }

  @GetMapping("/ask")
  PageView ask(
      HttpServletRequest request,
      @PathVariable UUID caseId,
      @RequestParam(required = false) @Nullable String question) {
    return page(interview(viewer(request), caseId), question, null);
  }

  @PostMapping("/ask")
  ModelAndView answer(
      HttpServletRequest request,
      @PathVariable UUID caseId,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(required = false) @Nullable List<String> choice,
      @RequestParam(defaultValue = "") String note) {
    Viewer viewer = viewer(request);
    Interview interview = interview(viewer, caseId);
    String chosen = chosen(choice == null ? List.of() : choice);
    String wrong = wrong(question, chosen, note);
    if (wrong == null
        && diagnoses.answer(
            viewer.organisationId(), caseId, question, chosen, note, viewer.personId())) {
      RedirectView next = new RedirectView("/cases/" + caseId + "/ask");
      next.setStatusCode(HttpStatus.SEE_OTHER);
      return new ModelAndView(next);
    }
    String error = wrong == null ? "Choose one of the answers" : wrong;
    return page(interview, question, new AskViews.Refused(chosen, note, error))
        .status(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @GetMapping("/brief")
  PageView brief(HttpServletRequest request, @PathVariable UUID caseId) {
    Interview interview = interview(viewer(request), caseId);
    return PageView.of("diagnosis/brief")
        .with("view", views().of(interview, null, null))
        .inCase(caseId, Room.Name.ASK);
  }

  private PageView page(
      Interview interview, @Nullable String question, AskViews.@Nullable Refused refused) {
    return PageView.of("diagnosis/ask")
        .with("view", views().of(interview, question, refused))
        .inCase(interview.request().caseId(), Room.Name.ASK);
  }

  private AskViews views() {
    return new AskViews(diagnoses.texts(), instruments.leadager());
  }

  private @Nullable String wrong(String question, String chosen, String note) {
    boolean open =
        diagnoses.texts().question(question).filter(q -> q.kind() == Texts.Kind.open).isPresent();
    if (note.length() > Diagnoses.LONGEST_NOTE) {
      return "Keep it to 4,000 characters";
    }
    if (note.indexOf('\0') >= 0) {
      return "The text holds a character that we cannot keep";
    }
    if (open && note.isBlank() && !chosen.equals(Answer.UNKNOWN)) {
      return "Say it in a sentence, or choose “I do not know”";
    }
    return chosen.isEmpty() ? "Choose an answer; “I do not know” is one" : null;
  }

  /** Competences beat "I do not know" when both were ticked. */
  private static String chosen(List<String> choices) {
    if (choices.size() <= 1) {
      return choices.isEmpty() ? "" : choices.getFirst();
    }
    return choices.stream()
        .filter(c -> !c.equals(Answer.UNKNOWN))
        .distinct()
        .collect(Collectors.joining(","));
  }

  private Interview interview(Viewer viewer, UUID caseId) {
    return diagnoses
        .interview(viewer.organisationId(), caseId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** The signed-in consultant or sponsor; for anybody else the page does not exist. */
  private Viewer viewer(HttpServletRequest request) {
    return viewers
        .viewer(request)
        .filter(v -> v.roles().stream().anyMatch(ROLES::contains))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
