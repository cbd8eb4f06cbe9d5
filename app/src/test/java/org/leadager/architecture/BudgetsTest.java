package org.leadager.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The budget that Checkstyle cannot count: how long files usually are. */
class BudgetsTest {
  private static final int USUAL_MOST = 250;

  @Test
  void nineteenFilesInTwentyStayBelowTheUsualLength() throws IOException {
    List<Long> lengths;
    try (Stream<Path> files = Files.walk(repository())) {
      lengths = files.filter(BudgetsTest::isOurs).map(BudgetsTest::length).sorted().toList();
    }
    assertThat(lengths).hasSizeGreaterThan(10);
    assertThat(lengths.get((int) Math.ceil(lengths.size() * .95) - 1))
        .isLessThanOrEqualTo(USUAL_MOST);
  }

  private static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("leadager")) ? here : here.resolve("..");
  }

  private static boolean isOurs(Path file) {
    String name = file.toString().replace('\\', '/');
    return name.endsWith(".java") && !name.contains("/target/") && !name.contains("/db/jooq/");
  }

  private static long length(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
