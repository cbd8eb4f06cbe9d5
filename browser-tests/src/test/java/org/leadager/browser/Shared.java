package org.leadager.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one browser and one running demo to all tests that ask for them; ends both at the end. */
final class Shared implements ParameterResolver {
  /** The demo with a data folder that goes when the program goes. */
  private record Demo(Path folder, Program program) implements AutoCloseable {
    static Demo start() {
      try {
        Path folder = Files.createTempDirectory("leadager-demo-");
        return new Demo(folder, Program.start("demo", folder.resolve("data")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      program.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Program.class || type == Chromium.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store =
        context.getRoot().getStore(ExtensionContext.Namespace.create(Shared.class));
    return parameter.getParameter().getType() == Program.class
        ? store.computeIfAbsent(Demo.class, key -> Demo.start(), Demo.class).program()
        : store.computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
  }
}
