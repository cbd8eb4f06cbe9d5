package org.leadager.reports;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes the pages of reports as PDF, from the templates of the pages themselves. */
@Component
class ReportPdf {
  private static final String SHEET =
      new String(PdfResources.read("report.css"), StandardCharsets.UTF_8);

  /** What XML 1.0 cannot hold; one such character in a name would make the page unreadable. */
  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private static final int LONGEST_NAME = 60;

  private final TemplateEngine templates;
  private final PdfWriter writer = new PdfWriter();

  ReportPdf(TemplateEngine templates) {
    this.templates = templates;
  }

  /** The XHTML of a report as the PDF is made of it. */
  String report(ReportView view) {
    return xhtml("reports/print.jte", Map.of("view", view, "css", SHEET));
  }

  /** The XHTML of a group summary. */
  String summary(SummaryView view) {
    return xhtml("reports/summaryprint.jte", Map.of("view", view, "css", SHEET));
  }

  private String xhtml(String template, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    templates.render(template, parameters, output);
    return ILLEGAL.matcher(output.toString()).replaceAll("\uFFFD");
  }

  /** A download that holds the page as PDF. */
  ResponseEntity<byte[]> download(String name, String xhtml) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name, "pdf"))
        .body(writer.write(xhtml));
  }

  /** A header that names a file by letters that no browser and no file system stumbles over. */
  static String disposition(String name, String ending) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String shortened = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    String file = "leadager" + (shortened.isEmpty() ? "" : "-" + shortened) + "." + ending;
    return ContentDisposition.attachment().filename(file).build().toString();
  }
}
