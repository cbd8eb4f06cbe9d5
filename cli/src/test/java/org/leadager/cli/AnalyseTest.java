package org.leadager.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyseTest {
  private static final Path LQ2002 =
      Path.of("../engine/src/test/resources/reference/lq2002.csv").toAbsolutePath();

  @TempDir Path dir;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... args) {
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.run(List.of(args), stream, stream);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private JsonNode result() throws IOException {
    return JsonMapper.builder().build().readTree(Files.readString(dir.resolve("result.json")));
  }

  private int analyse(Path file, String items, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("analyse", file.toString(), "--subject", "company", "--items", items));
    args.addAll(List.of("--out", dir.toString()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  @Test
  void oneDimensionGivesTheReferenceFigures() throws IOException {
    assertThat(analyse(LQ2002, "LEAD01..LEAD11", "--rater", "soldier")).isZero();
    JsonNode json = result();
    assertThat(json.at("/n").asInt()).isEqualTo(2042);
    assertThat(json.at("/model/logLik").asDouble()).isCloseTo(-27932.5994, within(5e-4));
    assertThat(json.at("/model/converged").asBoolean()).isTrue();
    assertThat(json.at("/reliability/alpha").asDouble()).isCloseTo(.902237, within(1e-6));
    assertThat(json.at("/reliability/omega").asDouble()).isCloseTo(.903634, within(1e-6));
    assertThat(json.at("/agreement/icc1").asDouble()).isCloseTo(.0879562, within(1e-5));
    assertThat(json.at("/agreement/icc1Reml").asDouble()).isCloseTo(.1078294, within(1e-5));
    assertThat(json.at("/agreement/rwgj/mean").asDouble()).isCloseTo(.8677849, within(1e-6));
    assertThat(json.at("/agreement/ad/mean").asDouble()).isCloseTo(.8901965, within(1e-6));
    assertThat(Files.readAllLines(dir.resolve("subjects.csv"))).hasSize(50);
    assertThat(Files.readAllLines(dir.resolve("items.csv"))).hasSize(56);
    assertThat(Files.readString(dir.resolve("report.html"))).contains("<svg").contains("LEAD11");
    assertThat(said()).contains("0.9022");
  }

  @Test
  void aSheetAndReversedItemsGiveTheSameReliability() throws IOException {
    Path sheet = dir.resolve("small.xlsx");
    List<String> lines = Files.readAllLines(LQ2002).subList(0, 200);
    try (OutputStream out = Files.newOutputStream(sheet);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet page = book.newWorksheet("ratings");
      for (int r = 0; r < lines.size(); r++) {
        String[] cells = lines.get(r).split(",", -1);
        for (int c = 0; c < cells.length; c++) {
          if (r == 0) {
            page.value(r, c, cells[c]);
          } else {
            int v = Integer.parseInt(cells[c]);
            page.value(r, c, c == 4 ? 6 - v : v);
          }
        }
      }
    }
    Path plain = dir.resolve("small.csv");
    Files.write(plain, lines);
    assertThat(analyse(plain, "LEAD01..LEAD11")).isZero();
    double alpha = result().at("/reliability/alpha").asDouble();
    assertThat(analyse(sheet, "LEAD01..LEAD11", "--reverse", "LEAD03")).isZero();
    assertThat(result().at("/reliability/alpha").asDouble()).isCloseTo(alpha, within(1e-12));
  }

  @Test
  void theRatingScaleModelSharesItsStepsAndSaysSo() throws IOException {
    assertThat(analyse(LQ2002, "LEAD01..LEAD11", "--model", "rsm")).isZero();
    JsonNode model = result().at("/model");
    assertThat(model.at("/name").asString()).isEqualTo("rsm");
    assertThat(model.at("/converged").asBoolean()).isTrue();
    double logLik = model.at("/logLik").asDouble();
    assertThat(model.at("/aic").asDouble()).isCloseTo(-2 * logLik + 2 * 15, within(1e-9));
    assertThat(said())
        .containsPattern("Model +rsm")
        .containsPattern("Steps between 5 answers +-1\\.\\d\\d, ");
  }

  @Test
  void facetsGiveSeveritiesAgainstTheReference() throws IOException {
    Path ptam4 = LQ2002.resolveSibling("ptam4.csv");
    assertThat(
            run(
                "analyse",
                ptam4.toString(),
                "--subject",
                "ratee",
                "--rater",
                "rater",
                "--items",
                "crit2..crit4",
                "--model",
                "pcm",
                "--facets",
                "--out",
                dir.toString()))
        .isZero();
    JsonNode facets = result().at("/facets");
    assertThat(facets.at("/deviance").asDouble()).isCloseTo(3412.393, within(.01));
    assertThat(facets.at("/variance").asDouble()).isCloseTo(2.7919, within(2e-3));
    assertThat(facets.at("/raters")).hasSize(10);
    assertThat(Files.readAllLines(dir.resolve("raters.csv")).get(0)).endsWith("severity,se");
  }

  @Test
  void mistakesAreSaidInWords() throws IOException {
    assertThat(analyse(LQ2002, "LEAD01..LEAD99")).isEqualTo(1);
    assertThat(said()).contains("LEAD99");
    assertThat(analyse(dir.resolve("none.csv"), "a")).isEqualTo(1);
    assertThat(run("analyse", "x.csv", "--items", "a")).isEqualTo(1);
    assertThat(said()).contains("--subject is needed");
    Path bad = dir.resolve("bad.csv");
    Files.writeString(bad, "company,a,b\n1,2,maybe\n");
    assertThat(analyse(bad, "a,b")).isEqualTo(1);
    assertThat(said()).contains("\"maybe\" in column b, row 2");
    Files.writeString(bad, "company,a,b\n1,2,3\n");
    assertThat(analyse(bad, "a,b")).isEqualTo(1);
    assertThat(said()).contains("at least 3");
    Files.writeString(bad, "company,a,b\n1,2,\n1,2,NA\n2,2,NaN\n2,2,.\n");
    assertThat(analyse(bad, "a,b")).isEqualTo(1);
    assertThat(said()).contains("Fewer than 2 items");
  }

  @Test
  void veryWideAndVeryManyValuedTablesAreRefusedInBoundedMemory() throws IOException {
    Path wide = dir.resolve("wide.csv");
    Files.writeString(wide, "c" + ",x".repeat(1_000_000) + "\n");
    assertThat(analyse(wide, "x")).isEqualTo(1);
    Path values = dir.resolve("values.csv");
    StringBuilder text = new StringBuilder("company,a,b\n");
    for (int i = 0; i < 300; i++) {
      text.append("1,").append(i).append(",1\n");
    }
    Files.writeString(values, text);
    assertThat(analyse(values, "a,b")).isEqualTo(1);
    assertThat(said()).contains("more than 100 categories");
  }

  @Test
  void namesThatASpreadsheetWouldRunAreMadeInert() {
    assertThat(Sheets.inert("=cmd()")).isEqualTo("'=cmd()");
    assertThat(Html.escape("<b>\"&")).isEqualTo("&lt;b&gt;&quot;&amp;");
  }
}
