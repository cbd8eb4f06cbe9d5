package org.leadager.reports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.leadager.platform.http.Crumb;
import org.leadager.platform.http.NoSuchThing;
import org.leadager.platform.http.PageView;
import org.leadager.platform.http.Viewer;
import org.leadager.platform.http.Viewers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A person's own reports, and one report as page and PDF. */
@Controller
class ReportPages {
  private final Reports reports;
  private final ReportPdf pdf;
  private final Viewers viewers;

  ReportPages(Reports reports, ReportPdf pdf, Viewers viewers) {
    this.reports = reports;
    this.pdf = pdf;
    this.viewers = viewers;
  }

  @GetMapping("/reports")
  PageView mine(HttpServletRequest request) {
    Viewer viewer = viewers.viewer(request).orElseThrow(NoSuchThing::new);
    return PageView.of("reports/mine")
        .with("reports", reports.ofPerson(viewer.organisationId(), viewer.personId()));
  }

  @GetMapping("/reports/{id:[0-9a-fA-F-]+}")
  PageView show(HttpServletRequest request, @PathVariable UUID id) {
    ReportStore.Released report = find(request, id);
    return PageView.of("reports/report")
        .with("view", ReportViews.of(report.content(), report.releasedAt()))
        .with("crumbs", way(request, report))
        .with("pdf", "/reports/" + id + ".pdf");
  }

  /** Back to where a reader comes from: the subject to their own reports, others to the round. */
  private List<Crumb> way(HttpServletRequest request, ReportStore.Released report) {
    ReportContent content = report.content();
    boolean own =
        viewers.viewer(request).filter(v -> report.person().equals(v.personId())).isPresent();
    return own
        ? List.of(new Crumb("My reports", "/reports"), new Crumb(content.round(), null))
        : RoundReportPages.way(report.round(), content.round(), content.person());
  }

  @GetMapping("/reports/{id:[0-9a-fA-F-]+}.pdf")
  ResponseEntity<byte[]> pdf(HttpServletRequest request, @PathVariable UUID id) {
    ReportStore.Released report = find(request, id);
    ReportView view = ReportViews.of(report.content(), report.releasedAt());
    return pdf.download("report " + view.person(), pdf.report(view));
  }

  /** To everybody but its subject and the consultants there is no such report. */
  private ReportStore.Released find(HttpServletRequest request, UUID id) {
    Viewer viewer = viewers.viewer(request).orElseThrow(NoSuchThing::new);
    return reports
        .find(viewer.organisationId(), id)
        .filter(report ->
            report.person().equals(viewer.personId()) || RoundReportPages.readsReports(viewer))
        .orElseThrow(NoSuchThing::new);
  }
}
