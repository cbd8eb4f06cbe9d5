package org.leadager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {
  private static final Path PTAM4 =
      Path.of("../engine/src/test/resources/reference/ptam4.csv").toAbsolutePath();
  private static final String HOSTILE = "<script>alert('1')</script><img src=x onerror=a>&\u0001";

  @TempDir Path dir;

  private String printed(Path file, String subject, String rater, String items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream said = new PrintStream(out, true, StandardCharsets.UTF_8);
    List<String> args = new ArrayList<>(List.of("analyse", file.toString(), "--subject", subject));
    args.addAll(List.of("--rater", rater, "--items", items, "--model", "pcm", "--facets"));
    args.addAll(List.of("--out", dir.toString()));
    assertThat(Main.run(args, said, said)).as(out.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private String report() throws Exception {
    return Files.readString(dir.resolve("report.html"));
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  @Test
  void isWellFormedSelfContainedAndHasEveryFigurePrinted() throws Exception {
    String printed = printed(PTAM4, "ratee", "rater", "crit2..crit4");
    String page = report();
    Document document = parsed(page);
    String text = document.getDocumentElement().getTextContent();
    for (String line : printed.lines().filter(l -> l.matches(".*\\d\\.\\d{4}")).toList()) {
      assertThat(text).contains(line.substring(42).strip());
    }
    assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("desc").getLength()).isEqualTo(2);
    assertThat(page).contains("id=\"raters\"").contains("id=\"facet-items\"");
    assertThat(page).doesNotContain("://", "url(", "<script", "href=", "src=");
    assertThat(page.length()).isLessThan(30_000);
  }

  @Test
  void hostileNamesStayText() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(PTAM4));
    lines.set(0, lines.get(0).replace("crit2", HOSTILE));
    Path file = dir.resolve("hostile.csv");
    Files.write(file, lines);
    printed(file, "ratee", "rater", HOSTILE + ",crit3,crit4");
    Document document = parsed(report());
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("img").getLength()).isZero();
    assertThat(document.getDocumentElement().getTextContent()).contains("<script>alert('1')");
  }
}
