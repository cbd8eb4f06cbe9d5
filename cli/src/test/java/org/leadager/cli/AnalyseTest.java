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
    // 44 shares and 55 products; 11 locations, 3 steps, 1 variance.
    assertThat(result().at("/fit/df").asInt()).isEqualTo(44 + 55 - 15);
    assertThat(result().at("/fit/reason").isMissingNode()).isTrue();
    assertThat(said())
        .containsPattern("Model +rsm")
        .containsPattern("Steps between 5 answers +-1\\.\\d\\d, ");
  }

  @Test
  void randomRatersOnOneItemNeedNoCalibration() throws IOException {
    Results results =
        Results.of(
            dir,
            Results.REFERENCE.resolve("ptam4.csv"),
            "--subject ratee --rater rater --items crit2 --facets --raters random");
    assertThat(results.json().at("/facets/model").asString())
        .isEqualTo("partial credit, raters random");
    assertThat(results.figure("/facets/raterVariance")).isPositive();
    assertThat(results.figure("/facets/raterVarianceSe")).isPositive();
    assertThat(Files.readAllLines(dir.resolve("raters.csv"))).hasSize(11);
    assertThat(Files.readAllLines(dir.resolve("subjects.csv"))).hasSize(210);
    assertThat(Files.readAllLines(dir.resolve("facets.csv"))).hasSize(5);
    assertThat(Files.readString(dir.resolve("report.html"))).contains("crit2");
    assertThat(results.said()).contains("Facets: raters' variance").contains("One item");
  }

  @Test
  void aFolderHoldsTheFilesOfOneAnalysisOnly() throws IOException {
    Path mine = Files.writeString(dir.resolve("notes.txt"), "mine");
    Path before = Files.writeString(dir.resolve("dif.csv"), "not of an analysis");
    String table = Results.REFERENCE.resolve("ptam4.csv").toString();
    List<String> plain =
        List.of("analyse", table, "--subject", "ratee", "--rater", "rater", "--items");
    List<String> first = new ArrayList<>(plain);
    first.addAll(List.of("crit2..crit4", "--facets", "--out", dir.toString()));
    assertThat(run(first.toArray(String[]::new))).isZero();
    assertThat(before).exists();
    assertThat(dir.resolve("facets.csv")).exists();
    List<String> second = new ArrayList<>(plain);
    second.addAll(List.of("crit2..crit4", "--out", dir.toString()));
    assertThat(run(second.toArray(String[]::new))).isZero();
    assertThat(dir.resolve("facets.csv")).doesNotExist();
    assertThat(before).doesNotExist();
    assertThat(mine).exists();
    assertThat(said()).contains("Removed, from an earlier analysis: facets.csv, dif.csv");
  }

  @Test
  void formsAboutASubjectAreNotTakenForIndependentInErrors() throws IOException {
    Results r = Results.of(dir, LQ2002, "--subject company --items LEAD01..LEAD11");
    assertThat(r.figure("/items/0/seClustered/slopes/0"))
        .isGreaterThan(r.figure("/items/0/se/slopes/0"));
    assertThat(r.json().at("/items/10/seClustered/intercepts")).hasSize(4);
    assertThat(Files.readAllLines(dir.resolve("items.csv")).getFirst())
        .isEqualTo("item,parameter,estimate,se,se clustered");
    assertThat(Files.readString(dir.resolve("report.html"))).contains(Report.CLUSTERED);
    assertThat(r.said()).doesNotContain("too small");
    Path few = dir.resolve("few.csv");
    List<String> lines = new ArrayList<>(List.of("who,a,b,c"));
    for (int row = 0; row < 60; row++) {
      lines.add(row % 6 + "," + row % 3 + "," + row % 4 + "," + (row % 3 + row / 30) % 3);
    }
    Results small = Results.of(dir, Files.write(few, lines), "--subject who --items a..c");
    assertThat(small.json().at("/items/0/seClustered").isMissingNode()).isTrue();
    assertThat(small.said()).contains("Only 6 subjects: standard errors take their forms");
  }

  @Test
  void ratersFixedOrRandomIsAQuestionOfFacetsOnly() {
    assertThat(run("analyse", "x.csv", "--subject", "s", "--items", "a", "--raters", "random"))
        .isEqualTo(1);
    assertThat(said()).contains("give --facets too");
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
    assertThat(said()).contains("column b, line 2: \"maybe\"");
    Files.writeString(bad, "company,a,b\n1,2,3\n");
    assertThat(analyse(bad, "a,b")).isEqualTo(1);
    assertThat(said()).contains("At least 3");
    Files.writeString(bad, "company,a,b\n1,2,\n1,2,NA\n2,2,NaN\n2,2,.\n");
    assertThat(analyse(bad, "a,b")).isEqualTo(1);
    assertThat(said()).contains("Fewer than 2 items");
    Files.writeString(bad, "company,a\n1,2\n1,3\n2,1\n2,2\n");
    assertThat(analyse(bad, "a")).isEqualTo(1);
    assertThat(said()).contains("One is enough with --rater and --facets.");
  }

  @Test
  void facetsRefusedOnOneItemPromiseNothingWithoutThem() throws IOException {
    Path two = dir.resolve("two.csv");
    Files.writeString(two, "who,by,a\ns,r,1\ns,q,3\nt,r,2\nt,q,2\n");
    String asked = "--subject who --rater by --items a --facets";
    assertThat(run(("analyse " + two + " " + asked + " --out " + dir.resolve("out")).split(" ")))
        .isEqualTo(1);
    assertThat(said())
        .contains("One item tells nothing without --facets")
        .doesNotContain("everything else");
  }

  @Test
  void timingNamesEveryStage() throws IOException {
    Path small = dir.resolve("small.csv");
    Files.write(small, Files.readAllLines(LQ2002).subList(0, 200));
    assertThat(analyse(small, "LEAD01..LEAD04", "--timing")).isZero();
    assertThat(said()).contains("start", "read", "calibrate", "errors", "describe", "write", "all");
  }

  @Test
  void trainingRunsAnalysesOfEveryKind() throws IOException {
    Training.main(new String[] {dir.toString()});
    assertThat(Files.readAllLines(dir.resolve("out").resolve("raters.csv"))).hasSize(41);
  }

  @Test
  void namesThatASpreadsheetWouldRunAreMadeInert() {
    assertThat(Sheets.inert("=cmd()")).isEqualTo("'=cmd()");
    assertThat(Html.escape("<b>\"&")).isEqualTo("&lt;b&gt;&quot;&amp;");
  }
}
