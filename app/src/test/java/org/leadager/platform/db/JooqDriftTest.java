package org.leadager.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed jOOQ classes are those of the migrations. */
class JooqDriftTest {
  private static final String PACKAGE = "org/leadager/platform/db/jooq";

  @Test
  void theCommittedClassesAreThoseOfTheMigratedDatabase(@TempDir Path folder) throws Exception {
    EmbeddedPostgres server = TestDatabase.server();
    JooqGenerator.generate(
        server.jdbcUrl("migrated"), EmbeddedPostgres.OWNER, server.ownerPassword(), folder);
    Map<String, String> committed = sources(Path.of("src/main/java").resolve(PACKAGE));
    assertThat(committed).isNotEmpty().isEqualTo(sources(folder.resolve(PACKAGE)));
  }

  private static Map<String, String> sources(Path root) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> sources.put(root.relativize(file).toString(), read(file)));
    }
    return sources;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
