package org.leadager.reports;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.leadager.platform.http.NoSuchThing;
import org.leadager.platform.http.PageView;
import org.leadager.platform.http.Room;
import org.leadager.platform.http.Viewer;
import org.leadager.platform.http.Viewers;
import org.leadager.rounds.Round;
import org.leadager.rounds.Rounds;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A round as a whole: page, PDF and CSV, through one gate. */
@Controller
class SummaryPages {
  private final Reports reports;
  private final Rounds rounds;
  private final ReportPdf pdf;
  private final Viewers viewers;

  SummaryPages(Reports reports, Rounds rounds, ReportPdf pdf, Viewers viewers) {
    this.reports = reports;
    this.rounds = rounds;
    this.pdf = pdf;
    this.viewers = viewers;
  }

  private record Asked(
      Round round, List<ReportStore.Released> released, SummaryView view, boolean readsReports) {}

  @GetMapping("/rounds/{id}/summary")
  PageView show(HttpServletRequest request, @PathVariable UUID id) {
    Asked asked = asked(request, id);
    PageView page =
        PageView.of("reports/summary")
            .with("view", asked.view)
            .with("path", "/rounds/" + id + "/summary")
            .with("reports", "/rounds/" + id + "/reports")
            .with("people", asked.readsReports ? people(asked) : List.of());
    UUID caseId = asked.round.caseId();
    return caseId == null ? page : page.inCase(caseId, Room.Name.UNDERSTAND);
  }

  private static List<SummaryView.Person> people(Asked asked) {
    return asked.released.stream()
        .map(r -> new SummaryView.Person(r.id(), r.content().person()))
        .toList();
  }

  @GetMapping("/rounds/{id}/summary.pdf")
  ResponseEntity<byte[]> pdf(HttpServletRequest request, @PathVariable UUID id) {
    Asked asked = asked(request, id);
    return pdf.download("summary " + asked.round.name(), pdf.summary(asked.view));
  }

  @GetMapping("/rounds/{id}/summary.csv")
  ResponseEntity<byte[]> csv(HttpServletRequest request, @PathVariable UUID id) {
    Asked asked = asked(request, id);
    String rows = Summaries.csv(asked.view, asked.released, asked.readsReports);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ReportPdf.disposition("summary " + asked.round.name(), "csv"))
        .body(rows.getBytes(StandardCharsets.UTF_8));
  }

  private Asked asked(HttpServletRequest request, UUID id) {
    Viewer viewer =
        viewers
            .viewer(request)
            .filter(v -> RoundReportPages.readsReports(v) || v.roles().contains("sponsor"))
            .orElseThrow(NoSuchThing::new);
    UUID organisation = viewer.organisationId();
    Round round =
        rounds.find(organisation, id).filter(r -> r.state().isOver()).orElseThrow(NoSuchThing::new);
    boolean readsReports = RoundReportPages.readsReports(viewer);
    List<ReportStore.Released> released = reports.ofRound(organisation, id);
    SummaryView view =
        Summaries.of(round.name(), released, reports.counts(organisation, id).done(), readsReports);
    return new Asked(round, released, view, readsReports);
  }
}
