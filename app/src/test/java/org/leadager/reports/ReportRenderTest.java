package org.leadager.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.leadager.reports.ReportContent.Said;

class ReportRenderTest {
  private static final int LIMIT = 60_000;
  private static final int RAW_LIMIT = 72_000;

  private final PdfWriter writer = new PdfWriter();

  @Test
  void everyChartOfThePageIsTheSameInThePdf() throws IOException {
    ReportView view = full("Amara Nwosu");
    String page = Rendered.page(view);
    String print = Rendered.print(view);
    List<String> charts = charts(page);
    assertThat(charts).hasSize(1 + 18 + 2 + 1);
    charts.forEach(chart -> assertThat(print).contains(chart));
    assertThat(charts(print)).isEqualTo(charts);
    byte[] pdf = writer.write(print);
    Files.write(Path.of("target", "report.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("Amara Nwosu", "Likely not yet: about 1 chance in 5", "Builds trust and ties")
          .contains("She tells us what a good day looks like", "Provisional")
          .contains("Not able to judge");
      assertThat(document.getNumberOfPages()).isBetween(2, 9);
    }
  }

  /** What a browser is sent, fonts aside, packed as the server packs it. */
  @Test
  void theFullPageWithAllItsSheetsAndScriptsStaysBelowItsWeight() throws IOException {
    String page = Rendered.page(full("Amara Nwosu"));
    Files.writeString(Path.of("target", "report.html"), page);
    int weight = packed(page.getBytes(StandardCharsets.UTF_8));
    for (String file :
        List.of(
            "tokens.css",
            "base.css",
            "components.css",
            "charts.css",
            "pages.css",
            "icons.svg",
            "leadager.js",
            "htmx/htmx.min.js")) {
      try (InputStream in = ReportRenderTest.class.getResourceAsStream("/static/assets/" + file)) {
        weight += packed(Objects.requireNonNull(in).readAllBytes());
      }
    }
    Files.writeString(
        Path.of("target", "report-size.txt"), page.length() + " raw, " + weight + " packed");
    assertThat(weight).isLessThan(LIMIT);
    assertThat(page.length()).isLessThan(RAW_LIMIT);
  }

  private static int packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.size();
  }

  @Test
  void markupInNamesAndCommentsIsTextOnPageAndPdf() throws IOException {
    String hostile =
        "<script>alert(1)</script><svg onload=\"x()\"><image href='http://127.0.0.1:9/a'/></svg>"
            + " &entity; ]]> \u0001\uFFFE";
    ReportView view =
        ReportViews.of(
            SampleContent.leadager(
                hostile,
                new SampleFigures().figures(),
                List.of(new Said("What <b>next</b>?", List.of(hostile, "=1+1")))),
            SampleContent.DAY);
    String page = Rendered.page(view);
    String print = Rendered.print(view);
    for (String html : List.of(page, print)) {
      assertThat(html)
          .doesNotContain("<script>alert", "<svg onload", "<image", "<b>next")
          .contains("&lt;script&gt;");
    }
    try (PDDocument document = Loader.loadPDF(writer.write(print))) {
      assertThat(new PDFTextStripper().getText(document)).contains("<script>alert(1)</script>");
    }
  }

  @Test
  void aReportWithoutAMapAndOneOfAnotherInstrumentBecomePdfToo() {
    for (ReportView view :
        List.of(
            ReportViews.of(
                SampleContent.leadager(new SampleFigures().errors(.7, .7).figures()), null),
            ReportViews.of(SampleContent.foreign(1), SampleContent.DAY),
            ReportViews.of(SampleContent.foreign(2), SampleContent.DAY),
            ReportViews.of(SampleContent.foreign(3), SampleContent.DAY))) {
      String print = Rendered.print(view);
      assertThat(charts(Rendered.page(view))).isEqualTo(charts(print));
      assertThat(writer.write(print)).startsWith('%', 'P', 'D', 'F');
    }
  }

  @Test
  void fileNamesAreLettersThatCannotBreakTheHeader() {
    assertThat(ReportPdf.disposition("report Żaneta \"x\"\r\nSet-Cookie: a/../b", "pdf"))
        .isEqualTo("attachment; filename=\"leadager-report-zaneta-x-set-cookie-a-b.pdf\"");
    assertThat(ReportPdf.disposition("مدير", "csv"))
        .isEqualTo("attachment; filename=\"leadager.csv\"");
    assertThat(ReportPdf.disposition("a".repeat(500), "pdf")).hasSizeLessThan(120);
  }

  private static ReportView full(String person) {
    return ReportViews.of(
        SampleContent.leadager(person, new SampleFigures().figures(), SampleContent.comments()),
        SampleContent.DAY);
  }

  /** The charts of a page: each begins with its name space; marks inside charts have none. */
  private static List<String> charts(String html) {
    List<String> charts = new ArrayList<>();
    Matcher matcher = Pattern.compile("<svg xmlns=").matcher(html);
    while (matcher.find()) {
      int depth = 0;
      Matcher tag = Pattern.compile("<svg|</svg>").matcher(html);
      int at = matcher.start();
      while (tag.find(at)) {
        depth += tag.group().equals("<svg") ? 1 : -1;
        at = tag.end();
        if (depth == 0) {
          charts.add(html.substring(matcher.start(), at));
          break;
        }
      }
    }
    return charts;
  }
}
