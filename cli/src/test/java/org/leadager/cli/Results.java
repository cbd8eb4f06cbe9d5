package org.leadager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code analyse} and reads what it wrote, held against its published schema each time. */
record Results(JsonNode json, String said, Path folder) {
  static final Path REFERENCE = Path.of("../engine/src/test/resources/reference").toAbsolutePath();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path PUBLISHED = Path.of("../docs/result.schema.json");

  static Results of(Path folder, Path table, String asked) throws IOException {
    List<String> args = new ArrayList<>(List.of("analyse", table.toString()));
    args.addAll(List.of(asked.split(" ", -1)));
    args.addAll(List.of("--out", folder.toString()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exit = Main.run(args, stream, stream);
    String words = said.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(words).isZero();
    String text = Files.readString(folder.resolve("result.json"));
    assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
    return new Results(JSON.readTree(text), words, folder);
  }

  static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(PUBLISHED), InputFormat.JSON);
  }

  static JsonNode reference(String file) throws IOException {
    return JSON.readTree(Files.readString(REFERENCE.resolve(file)));
  }

  double figure(String at) {
    assertThat(json.at(at).isNumber()).as(at).isTrue();
    return json.at(at).asDouble();
  }
}
