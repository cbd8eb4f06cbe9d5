package org.leadager.instruments.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every instrument folder has the shape the schema asks for, and the schema has teeth. */
class InstrumentSchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(InstrumentFiles.text(InstrumentFiles.SCHEMA), InputFormat.JSON);

  static List<Path> folders() {
    return InstrumentFiles.folders();
  }

  @Test
  void bothBuiltInInstrumentsAreFound() {
    assertThat(folders())
        .extracting(p -> InstrumentFiles.ROOT.relativize(p).toString())
        .containsExactly("leadager/1", "work-conditions/1");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyInstrumentFitsTheSchema(Path folder) {
    assertThat(problems(InstrumentFiles.document(folder))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyInstrumentNamesItsSource(Path folder) {
    assertThat(folder.resolve("SOURCE.md")).isNotEmptyFile();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void folderNamesAreCodeAndVersion(Path folder) {
    JsonNode framework = InstrumentFiles.document(folder).path("framework");
    assertThat(InstrumentFiles.ROOT.resolve(framework.path("code").asString()))
        .isEqualTo(folder.getParent());
    assertThat(framework.path("version").asString()).isEqualTo(folder.getFileName().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 11})
  void aScaleOfFewerThanThreeOrMoreThanTenPointsIsRefused(int points) {
    ObjectNode document = InstrumentFiles.document("leadager", "1");
    ((ObjectNode) document.path("framework").path("scale")).put("points", points);
    assertThat(problems(document)).isNotEmpty();
  }

  @Test
  void anUnknownFieldIsRefused() {
    ObjectNode document = InstrumentFiles.document("leadager", "1");
    ((ObjectNode) document.path("items").path(0)).put("colour", "red");
    assertThat(problems(document)).isNotEmpty();
  }

  @Test
  void aMissingSectionIsRefused() {
    ObjectNode document = InstrumentFiles.document("leadager", "1");
    document.remove("texts");
    assertThat(problems(document)).isNotEmpty();
  }

  @Test
  void theSchemaIsDraft202012() {
    assertThat(Files.exists(InstrumentFiles.SCHEMA)).isTrue();
    assertThat(
            InstrumentFiles.JSON
                .readTree(InstrumentFiles.text(InstrumentFiles.SCHEMA))
                .path("$schema")
                .asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
  }

  private static List<String> problems(JsonNode document) {
    return SCHEMA.validate(document.toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }
}
