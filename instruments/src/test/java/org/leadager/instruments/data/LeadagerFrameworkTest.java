package org.leadager.instruments.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the Leadager framework promises beyond its shape. */
class LeadagerFrameworkTest {
  /** The published table: competence, lean, capabilities. */
  private static final String TABLE =
      "M1 down Su,Sk; M2 down Re; M3 both Re; M4 down Re,Rl; M5 down Re,Su; M6 both Sk,Su; "
          + "M7 up Re,Sk; L1 up Rl; L2 up Su; L3 up Sk,Rl; L4 up Re; L5 both Rl,Sk; L6 down Sk; "
          + "L7 down Rl,Su; S1 both Rl; S2 up Su; S3 up Sk; S4 both Su,Sk";

  private final JsonNode document = InstrumentFiles.document("leadager", "1");
  private final JsonNode framework = document.path("framework");
  private final JsonNode items = document.path("items");

  @Test
  void eighteenCompetencesStandInOrderWithTheirLeanAndCapabilities() {
    List<String> rows = new ArrayList<>();
    for (JsonNode c : framework.path("competences")) {
      rows.add(
          c.path("code").asString()
              + " "
              + c.path("lean").asString()
              + " "
              + String.join(",", strings(c.path("capabilities"))));
    }
    assertThat(String.join("; ", rows)).isEqualTo(TABLE);
  }

  @Test
  void competencesWeighOnTheirSideAndSharedOnesOnBoth() {
    Map<String, String> expected =
        Map.of("M", "{\"M\":1}", "L", "{\"L\":1}", "S", "{\"M\":0.55,\"L\":0.55}");
    for (JsonNode c : framework.path("competences")) {
      String side = c.path("code").asString().substring(0, 1);
      assertThat(c.path("weights")).hasToString(expected.get(side));
    }
  }

  @Test
  void seventyTwoItemsFourForEachCompetence() {
    assertThat(items).hasSize(72);
    for (JsonNode c : framework.path("competences")) {
      List<JsonNode> four = itemsOf(c.path("code").asString());
      assertThat(four).hasSize(4);
      assertThat(four.stream().filter(i -> level(i).equals("anchor"))).hasSize(1);
      assertThat(four.stream().filter(i -> level(i).equals("second"))).hasSize(1);
      assertThat(four.stream().filter(i -> i.path("reversed").asBoolean(false)))
          .singleElement()
          .satisfies(i -> assertThat(level(i)).isEqualTo("other"));
    }
  }

  @Test
  void formsHoldSeventyTwoThirtySixAndEighteenItems() {
    for (JsonNode form : framework.path("forms")) {
      Set<String> levels = new HashSet<>(strings(form.path("levels")));
      long size = stream(items).filter(i -> levels.contains(level(i))).count();
      assertThat(size).isEqualTo(Long.parseLong(form.path("code").asString()));
    }
  }

  @Test
  void noItemHasMoreThanFourteenWords() {
    for (JsonNode item : items) {
      String text =
          document
              .path("texts")
              .path("en")
              .path("items")
              .path(item.path("code").asString())
              .asString();
      assertThat(text.split("\\s+")).as(text).hasSizeLessThanOrEqualTo(14);
    }
  }

  @Test
  void amountItemsAlternateBetweenUpsideAndDownside() {
    assertThat(
            stream(framework.path("amounts").path("items"))
                .map(a -> a.path("code").asString() + a.path("lean").asString()))
        .containsExactly("A1up", "A2down", "A3up", "A4down", "A5up", "A6down");
  }

  @Test
  void thresholdsRiseAndAreOneFewerThanThePoints() {
    List<Double> centre =
        stream(document.path("parameters").path("thresholds").path("centre"))
            .map(JsonNode::asDouble)
            .toList();
    assertThat(centre).isSorted().doesNotHaveDuplicates();
    assertThat(centre).hasSize(framework.path("scale").path("points").asInt() - 1);
  }

  @Test
  void slopePriorsFallFromAnchorToReversed() {
    JsonNode slopes = document.path("parameters").path("slopes");
    assertThat(
            List.of("reversed", "other", "second", "anchor").stream()
                .map(k -> slopes.path(k).path("median").asDouble())
                .toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  static List<java.nio.file.Path> folders() {
    return InstrumentFiles.folders();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyCodeIsUniqueAndHasItsTextInEveryLanguage(java.nio.file.Path folder) {
    JsonNode whole = InstrumentFiles.document(folder);
    JsonNode frame = whole.path("framework");
    Map<String, JsonNode> sections =
        Map.of(
            "items", whole.path("items"),
            "competences", frame.path("competences"),
            "axes", frame.path("axes"),
            "sources", frame.path("sources"),
            "forms", frame.path("forms"));
    for (JsonNode texts : whole.path("texts")) {
      sections.forEach((section, nodes) -> assertSameCodes(nodes, texts.path(section)));
      assertThat(texts.path("scale").path("points"))
          .hasSize(frame.path("scale").path("points").asInt());
      assertSameCodes(frame.path("amounts").path("items"), texts.path("amounts").path("items"));
      assertThat(texts.path("openQuestions").propertyNames())
          .containsExactlyInAnyOrderElementsOf(strings(frame.path("openQuestions")));
    }
  }

  @Test
  void workConditionsHasTwelveItemsInSixPairsOneReversed() {
    JsonNode conditions = InstrumentFiles.document("work-conditions", "1");
    Map<String, Long> pairs =
        stream(conditions.path("items"))
            .collect(
                Collectors.groupingBy(i -> i.path("competence").asString(), Collectors.counting()));
    assertThat(pairs).hasSize(6).allSatisfy((k, n) -> assertThat(n).isEqualTo(2));
    assertThat(
            stream(conditions.path("items"))
                .filter(i -> i.path("reversed").asBoolean(false))
                .map(i -> i.path("code").asString()))
        .containsExactly("INC.2");
  }

  private static void assertSameCodes(JsonNode nodes, JsonNode texts) {
    List<String> codes = stream(nodes).map(n -> n.path("code").asString()).toList();
    assertThat(codes).doesNotHaveDuplicates();
    assertThat(texts.propertyNames()).containsExactlyInAnyOrderElementsOf(codes);
  }

  private List<JsonNode> itemsOf(String competence) {
    return stream(items).filter(i -> i.path("competence").asString().equals(competence)).toList();
  }

  private static String level(JsonNode item) {
    return item.path("level").asString();
  }

  private static List<String> strings(JsonNode array) {
    return stream(array).map(JsonNode::asString).toList();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
