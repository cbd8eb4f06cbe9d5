package org.leadager.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end. */
final class Command {
  /** How a program ended: its exit code and all it printed. */
  record Result(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  /** The exit code given to a program that had to be stopped, as timeout(1) gives it. */
  static final int TIMED_OUT = 124;

  /** The exit code given to a program that could not be started, as a shell gives it. */
  static final int NOT_FOUND = 127;

  private Command() {}

  /** Runs the words as one command in a folder; a program that does not exist is a result too. */
  static Result run(Path folder, Duration limit, List<String> words) throws IOException {
    // A file rather than a pipe: a server left in the background may keep a pipe open for ever.
    Path output = Files.createTempFile("leadager-command", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      return finish(builder, limit, output);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static Result finish(ProcessBuilder builder, Duration limit, Path output)
      throws IOException {
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Result(NOT_FOUND, String.valueOf(e.getMessage()));
    }
    try {
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Result(
            TIMED_OUT,
            "%sno end after %d s".formatted(Files.readString(output), limit.toSeconds()));
      }
      return new Result(process.exitValue(), Files.readString(output));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + builder.command().getFirst(), e);
    }
  }

  /** Whether the programs of this system are Linux's. */
  static boolean onLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }
}
