package org.leadager.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code analyse --group}: where groups stand, and which items work differently in them. */
class BetweenGroupsTest {
  private static final int ROWS = 1600;
  private static final int SHIFTED = 3;

  @TempDir Path dir;

  /** lq2002 with a column that parts its companies in two. */
  private Path companies() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(Results.REFERENCE.resolve("lq2002.csv"))) {
      String company = line.substring(0, line.indexOf(','));
      String unit = lines.isEmpty() ? "unit" : Integer.parseInt(company) < 29 ? "early" : "late";
      lines.add(unit + "," + line);
    }
    return Files.write(dir.resolve("units.csv"), lines);
  }

  private List<String[]> simulated(String asked) throws IOException {
    Path table = dir.resolve("simulated.csv");
    List<String> args = new ArrayList<>(List.of("simulate", "--out", table.toString()));
    args.addAll(List.of(asked.split(" ", -1)));
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    assertThat(Main.run(args, nowhere, nowhere)).isZero();
    return Files.readAllLines(table).stream().map(l -> l.split(",", -1)).toList();
  }

  /** Puts every other row into group b, hostile as a name; the cells are subject, rater, items. */
  private Path grouped(List<String[]> rows) throws IOException {
    return grouped(rows, List.of("a", "=b<b>"));
  }

  /** Deals the rows out to the groups in turn. */
  private Path grouped(List<String[]> rows, List<String> names) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String[] row : rows) {
      String group = lines.isEmpty() ? "land" : names.get((lines.size() - 1) % names.size());
      lines.add(group + "," + String.join(",", row));
    }
    return Files.write(dir.resolve("grouped.csv"), lines);
  }

  /** Where it can be, group b answers item 3 one point lower; the sum of what was taken away. */
  private static int shift(List<String[]> rows) {
    int taken = 0;
    for (int r = 2; r < rows.size(); r += 2) {
      int answer = Integer.parseInt(rows.get(r)[1 + SHIFTED]);
      int lower = Math.max(1, answer - 1);
      rows.get(r)[1 + SHIFTED] = Integer.toString(lower);
      taken += answer - lower;
    }
    return taken;
  }

  @Test
  void companiesStandOnOneScaleAndEveryItemIsCompared() throws IOException {
    Results r =
        Results.of(dir, companies(), "--subject company --group unit --items LEAD01..LEAD11");
    assertThat(r.json().at("/groups")).hasSize(2);
    assertThat(r.json().at("/groups/0/name").asString()).isEqualTo("early");
    assertThat(r.figure("/groups/0/mean/0")).isZero();
    assertThat(r.figure("/groups/0/covariance/0/0")).isEqualTo(1);
    assertThat(r.figure("/groups/0/n") + r.figure("/groups/1/n")).isEqualTo(2042);
    // √(1/1011 + 1/1031) is the error where every trait were known.
    assertThat(r.figure("/groups/1/meanSe/0")).isBetween(.0442, .06);
    assertThat(r.json().at("/dif")).hasSize(11);
    assertThat(Files.readAllLines(dir.resolve("dif.csv"))).hasSize(12);
    assertThat(r.said())
        .containsPattern("Group late: mean, SD +-?\\d\\.\\d\\d ± 0\\.\\d\\d, ")
        .containsPattern("Item LEAD11 between groups +p \\d\\.\\d{4}, no difference found; late ");
    assertThat(Files.readString(dir.resolve("report.html")))
        .contains("id=\"groups\"", "id=\"dif\"", "<th scope=\"row\">LEAD11</th>");
  }

  @Test
  void namesTheShiftedItemAndSaysByHowMuch() throws IOException {
    List<String[]> rows = simulated("--subjects " + ROWS + " --items 8 --seed 5");
    double effect = -shift(rows) / (ROWS / 2.0);
    Results r =
        Results.of(dir, grouped(rows), "--subject subject --group land --items item1..item8");
    for (int i = 0; i < 8; i++) {
      JsonNode item = r.json().at("/dif/" + i);
      assertThat(item.at("/flagged").asBoolean()).as(item.toString()).isEqualTo(i + 1 == SHIFTED);
    }
    // Three errors of a difference between two halves' mean answers, whose SD is below 1.3.
    String shifted = "/dif/" + (SHIFTED - 1);
    double error = 1.3 * 2 / Math.sqrt(ROWS);
    assertThat(r.figure(shifted + "/effects/0/signed")).isCloseTo(effect, within(3 * error));
    assertThat(r.figure(shifted + "/effects/0/unsigned"))
        .isGreaterThanOrEqualTo(Math.abs(r.figure(shifted + "/effects/0/signed")));
    double apart = r.figure("/groups/1/mean/0") - r.figure("/groups/1/freed/mean/0");
    assertThat(apart).as("a shift downwards made the group look lower").isNegative();
    assertThat(r.figure("/groups/1/freed/mean/0"))
        .isCloseTo(0, within(3 * r.figure("/groups/1/freed/meanSe/0")));
    assertThat(r.said()).containsPattern("Items flagged against a +1 of 8: item3\\R");
    assertThat(Files.readString(dir.resolve("report.html")))
        .contains("<th scope=\"row\">item3</th><td>differs")
        .doesNotContain("<b>");
    assertThat(Files.readAllLines(dir.resolve("dif.csv")).get(SHIFTED))
        .startsWith("item3,'=b<b>,")
        .contains(",yes,");
  }

  @Test
  void severalDimensionsAndSharedStepsAreComparedToo() throws IOException {
    List<String[]> rows = simulated("--subjects 600 --items 6 --dimensions 2 --model rsm --seed 2");
    shift(rows);
    Results r =
        Results.of(
            dir,
            grouped(rows),
            "--subject subject --group land --items item1..item6 --model rsm"
                + " --dimension x=item1..item3 --dimension y=item4..item6");
    assertThat(r.json().at("/groups/1/covariance/1")).hasSize(2);
    assertThat(r.json().at("/dif/2/flagged").asBoolean()).isTrue();
    assertThat(r.figure("/dif/2/nonuniform/df")).isZero();
    assertThat(r.json().at("/dif/2/nonuniform/p").isNull()).isTrue();
    assertThat(r.said()).contains("Group a: mean, SD of y");
    assertThat(Files.readString(dir.resolve("report.html"))).contains("Covariance, x and y");
  }

  @Test
  void manyGroupsStayReadable() throws IOException {
    List<String[]> rows = simulated("--subjects 600 --items 10 --seed 1");
    List<String> names = IntStream.rangeClosed(1, 40).mapToObj(g -> "department " + g).toList();
    Results r =
        Results.of(
            dir, grouped(rows, names), "--subject subject --group land --items item1..item10");
    assertThat(r.said().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
    assertThat(r.said())
        .containsPattern(
            "Item item\\d+ between groups +p \\d\\.\\d{4}, .*; largest of 39 effects: dep")
        .containsPattern(
            "between groups +could not be tested: its estimates by group do not settle; the smallest"
                + " group has 15 forms\\R")
        .containsPattern("Further groups +20: see report.html")
        .doesNotContain("p cannot be told");
    List<String> untested =
        r.json()
            .at("/dif")
            .valueStream()
            .filter(item -> item.at("/any/p").isNull())
            .map(item -> item.at("/name").asString())
            .toList();
    assertThat(untested).isNotEmpty();
    assertThat(Files.readString(dir.resolve("report.html")))
        .contains("dif.csv has the effects of all groups", ">department 40</th>");
    assertThat(Files.readAllLines(dir.resolve("dif.csv")).size())
        .isGreaterThan(39 * (10 - untested.size()));
  }

  @Test
  void noWordOrFigureOfTheTableOfItemsBreaks() throws IOException {
    Results.of(dir, companies(), "--subject company --group unit --items LEAD01..LEAD03");
    assertThat(Files.readString(dir.resolve("report.html")))
        .containsPattern("#dif td[^{}]*\\{overflow-wrap:normal}")
        .containsPattern("thead th\\{[^}]*overflow-wrap:normal}")
        .containsPattern("<div class=\"scroll\" tabindex=\"0\"><table id=\"dif\">")
        .containsPattern("<td>late [-+]?\\d\\.\\d\\d\u00a0\\(\\d\\.\\d\\d\\)</td>");
  }

  @Test
  void twoDimensionsThatAreOneAreSaidAndNothingIsComparedByThem() throws IOException {
    List<String[]> rows = simulated("--subjects 1200 --items 8 --seed 1");
    Results r =
        Results.of(
            dir,
            grouped(rows),
            "--subject subject --group land --items item1..item8"
                + " --dimension x=item1..item4 --dimension y=item5..item8");
    assertThat(r.json().at("/model/converged").asBoolean()).isFalse();
    assertThat(r.said())
        .contains(
            "! The dimensions x and y cannot be told apart: their correlation is at 1. Use one")
        .contains("! Groups were not compared: the calibration did not converge.")
        .doesNotContain("Group a", "flagged", "between groups");
    assertThat(r.json().has("groups") || r.json().has("dif")).isFalse();
    assertThat(dir.resolve("dif.csv")).doesNotExist();
    assertThat(Files.readString(dir.resolve("report.html")))
        .contains("x and y cannot be told apart")
        .doesNotContain("id=\"groups\"", "id=\"dif\"");
  }

  @Test
  void facetsSayThatTheyKnowNoGroupsAndThatTheirModelIsAnother() throws IOException {
    List<String[]> rows = simulated("--subjects 100 --raters 2 --pool 10 --items 3 --seed 1");
    Results r =
        Results.of(
            dir,
            grouped(rows),
            "--subject subject --rater rater --group land --no-dif --facets --items item1..item3");
    assertThat(r.said())
        .containsPattern("Facets: groups +ignored")
        .containsPattern(
            "Facets: AIC and BIC +never compare with those above: BIC counts subjects");
    assertThat(Files.readString(dir.resolve("report.html")))
        .contains(
            "<th scope=\"row\">Facets: groups</th><td>ignored", "never compare with those above");
  }

  @Test
  void withoutComparingItemsTheGroupsRemain() throws IOException {
    Results r =
        Results.of(
            dir,
            companies(),
            "--subject company --group unit --no-dif --model pcm --items LEAD01..LEAD04");
    assertThat(r.json().at("/groups")).hasSize(2);
    assertThat(r.json().has("dif")).isFalse();
    assertThat(dir.resolve("dif.csv")).doesNotExist();
    assertThat(Files.readString(dir.resolve("report.html")))
        .contains("id=\"groups\"")
        .doesNotContain("id=\"dif\"");
  }
}
