package org.leadager.instruments.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the instrument folders as the single documents that the schema describes. */
final class InstrumentFiles {
  static final Path ROOT = Path.of("src/main/resources/instruments");
  static final Path SCHEMA = Path.of("schema/instrument.schema.json");
  static final JsonMapper JSON = new JsonMapper();

  private InstrumentFiles() {}

  /** Folders {@code <code>/<version>} below the root. */
  static List<Path> folders() {
    try (Stream<Path> paths = Files.walk(ROOT, 2)) {
      return paths.filter(p -> ROOT.relativize(p).getNameCount() == 2).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The four sections of one folder, joined as one document. */
  static ObjectNode document(Path folder) {
    ObjectNode document = JSON.createObjectNode();
    document.set("framework", read(folder.resolve("framework.json")));
    document.set("items", read(folder.resolve("items.json")));
    Path parameters = folder.resolve("parameters.json");
    if (Files.exists(parameters)) {
      document.set("parameters", read(parameters));
    }
    ObjectNode texts = document.putObject("texts");
    for (Path file : languages(folder)) {
      texts.set(file.getFileName().toString().replace(".json", ""), read(file));
    }
    return document;
  }

  static ObjectNode document(String code, String version) {
    return document(ROOT.resolve(code).resolve(version));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    return JSON.readTree(text(file));
  }

  private static List<Path> languages(Path folder) {
    try (Stream<Path> paths = Files.list(folder.resolve("texts"))) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
