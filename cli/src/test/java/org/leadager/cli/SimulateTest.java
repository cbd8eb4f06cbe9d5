package org.leadager.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateTest {
  @TempDir Path dir;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... args) {
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.run(List.of(args), stream, stream);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private Path simulate(String name, String options) {
    Path table = dir.resolve(name);
    List<String> args = new ArrayList<>(List.of("simulate", "--out", table.toString()));
    args.addAll(List.of(options.split(" ", -1)));
    assertThat(run(args.toArray(String[]::new))).as(said()).isZero();
    return table;
  }

  /** Runs the analysis that {@code simulate} itself suggests. */
  private JsonNode analysed() throws IOException {
    String[] suggested = said().substring(said().lastIndexOf("analyse ")).strip().split(" ", -1);
    List<String> args = new ArrayList<>(List.of(suggested));
    args.addAll(List.of("--out", dir.toString()));
    assertThat(run(args.toArray(String[]::new))).as(said()).isZero();
    return json(dir.resolve("result.json"));
  }

  private static JsonNode json(Path file) throws IOException {
    return JsonMapper.builder().build().readTree(Files.readString(file));
  }

  private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(sum).substring(0, 16);
  }

  @Test
  void theSameOptionsGiveTheSameBytesForEver() throws IOException, NoSuchAlgorithmException {
    String options = "--subjects 40 --raters 3 --items 6 --dimensions 2 --seed 7";
    assertThat(digest(simulate("a.csv", options + " --model graded")))
        .isEqualTo("250aa42d42feb3e4");
    assertThat(digest(simulate("b.csv", options + " --model gpcm"))).isEqualTo("463a3d77dc323d9c");
    assertThat(digest(dir.resolve("b.truth.json"))).isEqualTo("11e8a0e2988551e0");
  }

  /** Slopes and intercepts within four of their own errors, the correlation within .08. */
  @Test
  void analyseFindsTheTruthInTwoDimensions() throws IOException {
    Path table =
        simulate("two.csv", "--subjects 1500 --items 10 --dimensions 2 --correlation .6 --seed 3");
    JsonNode found = analysed();
    JsonNode truth = json(Simulate.truthFile(table));
    assertThat(found.at("/n").asInt()).isEqualTo(truth.at("/n").asInt()).isEqualTo(1500);
    for (int i = 0; i < 10; i++) {
      int trait = i / 5;
      recovered(found, truth, i, "/slopes/" + trait);
      for (int k = 0; k < 4; k++) {
        recovered(found, truth, i, "/intercepts/" + k);
      }
    }
    assertThat(found.at("/dimensions/correlation/0/1").asDouble()).isCloseTo(.6, within(.08));
  }

  @Test
  void itemsOfTheRatingScaleModelShareTheStepsThatAnalyseFinds() throws IOException {
    Path table = simulate("rsm.csv", "--subjects 1000 --items 5 --model rsm --seed 4");
    JsonNode found = analysed();
    JsonNode truth = json(Simulate.truthFile(table));
    assertThat(found.at("/model/name").asString()).isEqualTo("rsm");
    double[] first = intercepts(truth, 0);
    for (int i = 0; i < 5; i++) {
      double[] own = intercepts(truth, i);
      // d_k differs from item to item by k times the difference of their places alone.
      for (int k = 1; k < 4; k++) {
        assertThat((own[k] - first[k]) / (k + 1)).isCloseTo(own[0] - first[0], within(1e-9));
      }
      for (int k = 0; k < 4; k++) {
        recovered(found, truth, i, "/intercepts/" + k);
      }
    }
  }

  private static double[] intercepts(JsonNode json, int item) {
    return IntStream.range(0, 4)
        .mapToDouble(k -> json.at("/items/" + item + "/intercepts/" + k).asDouble())
        .toArray();
  }

  private static void recovered(JsonNode found, JsonNode truth, int i, String what) {
    String at = "/items/" + i;
    double error = found.at(at + "/se" + what).asDouble();
    assertThat(found.at(at + what).asDouble())
        .as(at + what)
        .isCloseTo(truth.at(at + what).asDouble(), within(4 * error));
  }

  @Test
  void raterSeveritiesAreFoundWhereRatersRateSeveralSubjects() throws IOException {
    Path table =
        simulate(
            "crossed.csv",
            "--subjects 300 --raters 3 --pool 12 --severity-sd .8 --items 4 --model pcm --seed 2");
    JsonNode found = analysed().at("/facets/raters");
    JsonNode truth = json(Simulate.truthFile(table)).at("/raters");
    double mean = 0;
    for (int r = 0; r < 12; r++) {
      mean += truth.at("/severity/" + r).asDouble() / 12;
    }
    assertThat(found).hasSize(12);
    for (JsonNode rater : found) {
      int r = Integer.parseInt(rater.at("/name").asString().substring(1)) - 1;
      assertThat(rater.at("/severity").asDouble())
          .isCloseTo(
              truth.at("/severity/" + r).asDouble() - mean, within(4 * rater.at("/se").asDouble()));
    }
  }

  @Test
  void everySubjectHasItsRatersAndEveryAnswerItsRange() throws IOException {
    Path table = simulate("binary.csv", "--subjects 50 --raters 4 --pool 6 --model 2pl --items 3");
    List<String> lines = Files.readAllLines(table);
    assertThat(lines.getFirst()).isEqualTo("subject,rater,item1,item2,item3");
    assertThat(lines).hasSize(201).doesNotHaveDuplicates();
    assertThat(lines.subList(1, 201)).allMatch(l -> l.matches("s\\d+,r[1-6](,[01]){3}"));
    assertThat(lines.subList(1, 5)).allMatch(l -> l.startsWith("s1,"));
  }

  @Test
  void mistakesAreSaidInWords() {
    assertThat(run("simulate", "--subjects", "many")).isEqualTo(1);
    assertThat(said()).contains("--subjects is a number, not \"many\"");
    assertThat(run("simulate", "--items", "0")).isEqualTo(1);
    assertThat(said()).contains("--items lies within 2 and 1000, not 0");
    assertThat(run("simulate", "--subjects", "7.5")).isEqualTo(1);
    assertThat(said()).contains("--subjects is a whole number");
    assertThat(run("simulate", "--dimensions", "3", "--correlation", "-.6")).isEqualTo(1);
    assertThat(said()).contains("no 3 traits can all correlate -0.6");
    assertThat(run("simulate", "--raters", "5", "--pool", "3")).isEqualTo(1);
    assertThat(said()).contains("--pool lies within 5");
    assertThat(run("simulate", "--subjects", "2000000", "--raters", "2")).isEqualTo(1);
    assertThat(said()).contains("at most 2000000 forms");
    assertThat(run("simulate", "--model", "rasch")).isEqualTo(1);
    assertThat(run("simulate", "--model", "2pl", "--categories", "4")).isEqualTo(1);
    assertThat(run("simulate", "--colour", "red")).isEqualTo(1);
    assertThat(said()).contains("unknown option --colour");
    assertThat(run("simulate", "--seed", "x")).isEqualTo(1);
    assertThat(run("simulate", "--out", "/dev/null/x.csv")).isEqualTo(1);
    assertThat(said()).contains("cannot write /dev/null/x.csv: a file is where a folder");
  }

  @Test
  void helpIsThereForEachCommandAndForAll() {
    assertThat(run("simulate", "--help")).isZero();
    assertThat(said()).contains("--severity-sd").doesNotContain("--facets ");
    assertThat(run("analyse", "-h")).isZero();
    assertThat(said()).contains("--reverse ITEMS");
    assertThat(run("help")).isZero();
    assertThat(run("simulat")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }
}
