package org.leadager.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The methods pages say in which class each equation is; those classes exist, in the engine. */
class MethodsPagesTest {
  private static final Path PAGES = Path.of("../docs/methods");
  private static final Pattern WHERE = Pattern.compile("(?m)^\\*\\*In the code\\.\\*\\* (.*)$");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

  private static Set<String> named(String page) {
    return WHERE
        .matcher(page)
        .results()
        .flatMap(line -> CLASS.matcher(line.group(1)).results())
        .map((MatchResult name) -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - 5))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void everyClassThatAPageNamesExists() throws IOException {
    Set<String> classes = classes();
    int pages = 0;
    try (Stream<Path> all = Files.list(PAGES)) {
      for (Path page : all.toList()) {
        Set<String> named = named(Files.readString(page));
        assertThat(classes).as(page.toString()).containsAll(named);
        pages += named.isEmpty() ? 0 : 1;
      }
    }
    assertThat(pages).isGreaterThanOrEqualTo(17);
  }
}
