package org.leadager.instruments;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.leadager.instruments.Instrument.Scale;
import org.leadager.instruments.Instrument.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns the bytes of an instrument file into an instrument, or into all that is wrong with it. */
final class InstrumentParser {
  private static final int MOST_BYTES = 1_000_000;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(12)
                          .maxStringLength(10_000)
                          .maxNameLength(200)
                          .maxNumberLength(40)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .build();

  private InstrumentParser() {}

  static Parsed parse(byte[] file) {
    if (file.length > MOST_BYTES) {
      return refused("is larger than 1 MB");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return refused("is not UTF-8 text");
    }
    if (text.indexOf('\0') >= 0) {
      return refused("holds a NUL character");
    }
    try {
      return parse(tree(text.startsWith("\uFEFF") ? text.substring(1) : text));
    } catch (JacksonException e) {
      var where = e.getLocation();
      String line = where == null ? "" : " (line " + where.getLineNr() + ")";
      return refused("is not JSON we can read" + line + ": " + firstLine(e));
    }
  }

  static JsonNode tree(String text) {
    return JSON.readTree(text);
  }

  static Parsed parse(JsonNode document) {
    String definition = JSON.writeValueAsString(document);
    return parse(document, definition, hash(definition));
  }

  /** Reads what was stored, under the hash it was stored with: a database may rewrite numbers. */
  static Parsed stored(String definition, String hash) {
    return parse(tree(definition), definition, hash);
  }

  private static Parsed parse(JsonNode document, String definition, String hash) {
    List<Problem> problems = new ArrayList<>();
    Cursor root = Cursor.root(document, problems);
    root.object("$schema", "framework", "items", "parameters", "texts");
    Instrument instrument = read(root, hash);
    return problems.isEmpty()
        ? new Parsed.Valid(instrument, definition)
        : new Parsed.Invalid(List.copyOf(problems));
  }

  private static Instrument read(Cursor root, String hash) {
    var framework = new FrameworkReader(root.at("framework"), root.at("items"));
    Scale scale = framework.scale();
    List<Source> sources = framework.sources();
    var amounts = framework.amounts();
    return new Instrument(
        root.at("framework").at("code").code(),
        root.at("framework").at("version").code(),
        framework.kind,
        framework.axes,
        framework.competences,
        framework.items,
        scale,
        framework.forms(),
        sources,
        framework.bands(),
        amounts,
        framework.openQuestions(),
        ParametersReader.read(root.at("parameters"), scale, sources),
        new WordingReader(framework, scale, sources, amounts).read(root.at("texts")),
        hash);
  }

  private static Parsed refused(String message) {
    return new Parsed.Invalid(List.of(new Problem("$", message)));
  }

  private static String firstLine(JacksonException e) {
    String message = e.getOriginalMessage();
    String line = message == null ? "" : message.lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  private static String hash(String definition) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(definition.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
