package org.leadager.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadager.charts.Axis;
import org.leadager.charts.Bivariate;
import org.leadager.charts.ChartText;
import org.leadager.charts.Estimate;
import org.leadager.charts.LeadagerMap;
import org.leadager.charts.Mark;
import org.leadager.charts.Need;
import org.leadager.charts.Scale;
import org.leadager.charts.Source;
import org.leadager.charts.SourceStrip;
import org.leadager.charts.VerdictBars;
import org.leadager.charts.Zone;
import org.leadager.charts.ZoneStrip;

class PdfWriterTest {
  private static final Scale SCALE =
      Scale.ofWords("Seldom", "Sometimes", "Often", "Usually", "Almost always");

  private final PdfWriter writer = new PdfWriter();

  @Test
  void aPageWithChartsBecomesATaggedPdfInOurFonts() throws IOException {
    byte[] pdf = writer.write(page(charts()));

    Files.write(Path.of("target", "charts.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("Amara Nwosu", "Ąžuolė Žukauskienė", "Ольга Ναυσικά");
      assertThat(alternatives(document)).anyMatch(alt -> alt.contains("Direct reports"));
      assertThat(fonts(document))
          .isNotEmpty()
          .allMatch(name -> name.matches("[A-Z]{6}\\+(HankenGrotesk|Literata|LiberationSans).*"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img alt=\"x\" src=\"@/a.png\"/>",
        "<img alt=\"x\" src=\"//127.0.0.1:#/a.png\"/>",
        "<link rel=\"stylesheet\" href=\"@/a.css\"/>",
        "<style>@import url('@/a.css'); p { background: url('@/b.png') }</style><p>x</p>",
        "<style>@font-face { font-family: X; src: url('@/f.ttf') } p { font-family: X }</style>"
            + "<p>x</p>",
        "<object type=\"application/pdf\" data=\"@/a.pdf\">x</object>",
        "<iframe src=\"@/a.html\"></iframe>",
        "<a href=\"@/a.zip\" download=\"a.zip\" rel=\"attachment\">x</a>",
        "<a href=\"@/a\">x</a>",
        "<script src=\"@/a.js\"></script>",
        "<svg alt=\"x\" xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" "
            + "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image width=\"9\" height=\"9\" "
            + "xlink:href=\"@/a.png\"/></svg>",
        "<svg alt=\"x\" xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" "
            + "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><use xlink:href=\"@/a.svg#b\"/></svg>",
        "<svg alt=\"x\" xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
            + "<style>@import url('@/a.css');</style><rect width=\"9\" height=\"9\" "
            + "fill=\"url(@/a.svg#p)\"/></svg>",
        "<svg alt=\"x\" xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\" "
            + "onload=\"new java.net.URL('@/a').openStream()\"><script>"
            + "new java.net.URL('@/b').openStream()</script></svg>",
        "<img alt=\"x\" src=\"jar:@/a.jar!/b.png\"/>",
      })
  void aHostilePageFetchesNothing(String fragment) throws IOException {
    AtomicInteger connections = new AtomicInteger();
    try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> count(listening, connections));
      String port = Integer.toString(listening.getLocalPort());
      String hostile = fragment.replace("@", "http://127.0.0.1:" + port).replace(":#", ":" + port);
      try {
        assertThat(writer.write(page(hostile))).startsWith('%', 'P', 'D', 'F');
      } catch (RuntimeException refused) {
        // A page may also be refused outright; what matters is that nobody was called.
        assertThat(refused).isNotNull();
      }
    }
    assertThat(connections).hasValue(0);
  }

  /** The same renderer without our limits calls, and the socket of the test above notices. */
  @Test
  void theSocketWouldNoticeAFetch() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> count(listening, connections));
      PdfRendererBuilder careless = new PdfRendererBuilder();
      for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
        careless.useExternalResourceAccessControl((uri, type) -> true, moment);
      }
      String address = "http://127.0.0.1:" + listening.getLocalPort() + "/a.png";
      careless.withHtmlContent(
          "<html><head><title>x</title></head><body><img alt=\"x\" src=\""
              + address
              + "\"/></body></html>",
          null);
      careless.toStream(new ByteArrayOutputStream());
      careless.run();
      for (int i = 0; i < 100 && connections.get() == 0; i++) {
        Thread.sleep(50);
      }
    }
    assertThat(connections.get()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "/etc/passwd",
        "jar:file:/a.jar!/b.css",
        "http://127.0.0.1/a.css",
        "leadager:/../PdfWriter.class",
        "fonts/../../a.css",
        "leadager:/fonts/%2e%2e/a.css",
        "//host/a.css",
        "data:text/css,p{}",
        "application.yaml"
      })
  void anAddressThatIsNotOursResolvesToNothing(String address) {
    assertThat(PdfResources.resolve(PdfResources.BASE, address)).isNull();
    assertThatThrownBy(() -> PdfResources.open(address))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDocumentTypeWithEntitiesIsRefused() {
    String page = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html>&x;</html>";

    assertThatThrownBy(() -> writer.write(page))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not a well-formed page");
  }

  @Test
  void brokenMarkupIsRefusedInWords() {
    assertThatThrownBy(() -> writer.write("<html><head></head><body><p></body></html>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not a well-formed page");
  }

  private static void count(ServerSocket listening, AtomicInteger connections) {
    try {
      while (!listening.isClosed()) {
        listening.accept().close();
        connections.incrementAndGet();
      }
    } catch (IOException closed) {
      // The test is over.
      assertThat(listening.isClosed()).isTrue();
    }
  }

  private static List<String> alternatives(PDDocument document) {
    List<String> found = new java.util.ArrayList<>();
    collect(document.getDocumentCatalog().getStructureTreeRoot(), found);
    return found;
  }

  private static void collect(PDStructureNode node, List<String> found) {
    if (node instanceof PDStructureElement element && element.getAlternateDescription() != null) {
      found.add(element.getAlternateDescription());
    }
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureNode child) {
        collect(child, found);
      }
    }
  }

  private static List<String> fonts(PDDocument document) throws IOException {
    List<String> names = new java.util.ArrayList<>();
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        var font = page.getResources().getFont(name);
        names.add(font.getName());
        assertThat(font.isEmbedded()).isTrue();
      }
    }
    return names;
  }

  private static String page(String body) {
    return """
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Report</title>
    <meta name="subject" content="A report"/>
    <style>@page { size: A4; margin: 18mm } body { font-size: 10pt }
    h2 { font-weight: 400 } figure { margin: 4mm 0; width: 110mm }
    </style></head>
    <body><h1>Amara Nwosu</h1><h2>Ąžuolė <i>Žukauskienė</i></h2><p>Ольга Ναυσικά</p>%s</body></html>\
    """
        .formatted(body);
  }

  private static String charts() {
    LeadagerMap.Figures map =
        new LeadagerMap.Figures(
            Axis.management(SCALE),
            Axis.leadership(SCALE),
            new Bivariate(3.7, 2.9, 0.1, 0.05, 0.12),
            new Need(3.5, 3.2),
            List.of(
                new Mark(Source.EVERYONE, "Everyone but you", 3.7, 2.9),
                new Mark(Source.SELF, "You", 4, 3.7),
                new Mark(Source.REPORTS, "Direct reports", 3.9, 3)));
    Estimate seen = new Estimate(3.2, 3.6, 4.1);
    SourceStrip.Figures groups =
        new SourceStrip.Figures(
            Axis.leadership(SCALE),
            3.5,
            List.of(
                SourceStrip.Group.shown(Source.BOSS, "Boss", seen),
                SourceStrip.Group.withheld(Source.PEERS, "Peers")));
    ZoneStrip.Row row =
        new ZoneStrip.Row(
            "Looks ahead", SCALE, seen, 4.3, 3.0, ZoneStrip.Standing.of(Zone.LIKELY_STRENGTH));
    List<VerdictBars.Outcome> verdicts =
        List.of(
            new VerdictBars.Outcome(
                VerdictBars.Kind.MANAGEMENT,
                "Management skill",
                "leaning",
                new Estimate(0.4, 0.55, 0.7)));
    StringBuilder out = new StringBuilder();
    for (String svg :
        List.of(
            LeadagerMap.draw(new ChartText("map", "Leadager map"), map).svg(),
            SourceStrip.draw(new ChartText("src", "Leadership by group"), groups).svg(),
            ZoneStrip.draw(new ChartText("zone", "Looks ahead"), row).svg(),
            VerdictBars.draw(new ChartText("tb", "What is needed"), verdicts).svg())) {
      out.append("<figure>").append(svg).append("</figure>");
    }
    return out.toString();
  }
}
