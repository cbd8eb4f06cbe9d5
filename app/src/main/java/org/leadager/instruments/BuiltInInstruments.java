package org.leadager.instruments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the instruments on the class path: {@code instruments/<code>/<version>/}. */
final class BuiltInInstruments {
  private static final PathMatchingResourcePatternResolver CLASS_PATH =
      new PathMatchingResourcePatternResolver(BuiltInInstruments.class.getClassLoader());

  private BuiltInInstruments() {}

  static List<Instrument> read() {
    try {
      List<Instrument> found = new ArrayList<>();
      for (Resource frame : CLASS_PATH.getResources("classpath*:instruments/*/*/framework.json")) {
        found.add(instrument(frame));
      }
      return List.copyOf(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instrument instrument(Resource frame) throws IOException {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    put(document, "framework", frame);
    put(document, "items", frame.createRelative("items.json"));
    Resource parameters = frame.createRelative("parameters.json");
    if (parameters.exists()) {
      put(document, "parameters", parameters);
    }
    ObjectNode texts = document.putObject("texts");
    JsonNode framework = document.path("framework");
    String folder = framework.path("code").asString() + "/" + framework.path("version").asString();
    for (Resource language :
        CLASS_PATH.getResources("classpath*:instruments/" + folder + "/texts/*.json")) {
      String name = String.valueOf(language.getFilename());
      put(texts, name.substring(0, name.length() - ".json".length()), language);
    }
    return switch (InstrumentParser.parse(document)) {
      case Parsed.Valid valid -> valid.instrument();
      case Parsed.Invalid invalid ->
          throw new IllegalStateException("Instrument " + folder + ": " + invalid.problems());
    };
  }

  private static void put(ObjectNode into, String name, Resource file) throws IOException {
    into.set(name, InstrumentParser.tree(file.getContentAsString(StandardCharsets.UTF_8)));
  }
}
