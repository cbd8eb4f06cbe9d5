package org.leadager.reports;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leadager.platform.http.Crumb;
import org.leadager.platform.http.PageFixture;

/** Reports through the real templates. */
final class Rendered {
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
  static final ReportPdf PDF = new ReportPdf(ENGINE);

  private Rendered() {}

  static String page(ReportView view) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("page", PageFixture.page("/reports/1"));
    parameters.put("view", view);
    parameters.put(
        "crumbs", List.of(new Crumb("My reports", "/reports"), new Crumb("Round", null)));
    parameters.put("pdf", "/reports/1.pdf");
    StringOutput output = new StringOutput();
    ENGINE.render("reports/report.jte", parameters, output);
    return output.toString();
  }

  /** The XHTML that becomes the PDF. */
  static String print(ReportView view) {
    return PDF.report(view);
  }
}
