package org.leadager.reports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadager.platform.http.Crumb;
import org.leadager.platform.http.NoSuchThing;
import org.leadager.platform.http.PageView;
import org.leadager.platform.http.Room;
import org.leadager.platform.http.Viewer;
import org.leadager.platform.http.Viewers;
import org.leadager.rounds.Round;
import org.leadager.rounds.Rounds;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** A round's reports: how far they are, a look before release, release. For consultants. */
@Controller
class RoundReportPages {
  private static final int PAGE = 50;

  private final Reports reports;
  private final Releases releases;
  private final Drafts drafts;
  private final Rounds rounds;
  private final Viewers viewers;

  RoundReportPages(
      Reports reports, Releases releases, Drafts drafts, Rounds rounds, Viewers viewers) {
    this.reports = reports;
    this.releases = releases;
    this.drafts = drafts;
    this.rounds = rounds;
    this.viewers = viewers;
  }

  /** Administrators run the place; what was said about people is not theirs to read. */
  static boolean readsReports(Viewer viewer) {
    return viewer.roles().contains("consultant");
  }

  @GetMapping("/rounds/{id}/reports")
  PageView list(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(required = false) @Nullable Integer released) {
    Viewer viewer = consultant(request);
    Round round = rounds.find(viewer.organisationId(), id).orElseThrow(NoSuchThing::new);
    if (!round.state().isOver()) {
      return in(round, PageView.of("reports/early").with("round", round));
    }
    return in(
        round,
        PageView.of("reports/round")
            .with("round", round)
            .with("counts", reports.counts(viewer.organisationId(), id))
            .with("released", released)
            .with("slice", reports.page(viewer.organisationId(), id, page, PAGE)));
  }

  private static PageView in(Round round, PageView view) {
    UUID caseId = round.caseId();
    return caseId == null ? view : view.inCase(caseId, Room.Name.UNDERSTAND);
  }

  /** The way to a person's report through their round. */
  static List<Crumb> way(UUID round, String name, String person) {
    String path = "/rounds/" + round;
    return List.of(
        new Crumb("Rounds", "/rounds"),
        new Crumb(name, path),
        new Crumb("Reports", path + "/reports"),
        new Crumb(person, null));
  }

  @GetMapping("/rounds/{id}/reports/{subject}")
  PageView preview(HttpServletRequest request, @PathVariable UUID id, @PathVariable UUID subject) {
    Viewer viewer = consultant(request);
    Round round = round(viewer, id);
    Drafts.Draft draft =
        drafts.of(viewer.organisationId(), round, subject).stream()
            .findFirst()
            .orElseThrow(NoSuchThing::new);
    return in(
        round,
        PageView.of("reports/report")
            .with("view", ReportViews.of(draft.content(), null))
            .with("crumbs", way(id, round.name(), draft.content().person()))
            .with("pdf", null));
  }

  @PostMapping("/rounds/{id}/reports/release")
  ModelAndView release(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID subject) {
    Viewer viewer = consultant(request);
    Round round = round(viewer, id);
    int released =
        subject == null
            ? releases.releaseAll(viewer.organisationId(), viewer.personId(), round)
            : releases.release(viewer.organisationId(), viewer.personId(), round, subject) ? 1 : 0;
    RedirectView back = new RedirectView("/rounds/" + id + "/reports?released=" + released);
    back.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(back);
  }

  private Round round(Viewer viewer, UUID id) {
    return rounds
        .find(viewer.organisationId(), id)
        .filter(round -> round.state().isOver())
        .orElseThrow(NoSuchThing::new);
  }

  private Viewer consultant(HttpServletRequest request) {
    return viewers
        .viewer(request)
        .filter(RoundReportPages::readsReports)
        .orElseThrow(NoSuchThing::new);
  }
}
