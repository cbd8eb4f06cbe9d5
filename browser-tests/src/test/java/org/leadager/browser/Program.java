package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The built program as a process of its own, with its database, on a free port of this machine. */
final class Program implements AutoCloseable {
  /**
   * A start takes a few seconds; the patience is for a machine that is busy with something else.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Pattern READY =
      Pattern.compile("Leadager is ready: (http://localhost:\\d+)/");

  private final Path data;
  private final Path output;
  private final Process process;
  private final URI address;

  private Program(Path data, Path output, Process process) {
    this.data = data;
    this.output = output;
    this.process = process;
    this.address = awaitReady();
  }

  /**
   * Starts the program and waits until it answers.
   *
   * @param mode {@code demo} or {@code run}
   * @param data its data folder, which may hold what an earlier start left
   */
  static Program start(String mode, Path data) {
    try {
      Path output = Files.createTempFile("leadager-", ".out");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      // It runs for a minute, so thorough compilation would cost more than it brings.
      command.add("-XX:TieredStopAtLevel=1");
      command.addAll(programWords());
      command.addAll(List.of(mode, "--server.port=0", "--leadager.data=" + data));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new Program(data, output, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The packaged program in a build that packages; its classes in a build that only tests. */
  private static List<String> programWords() {
    String path = System.getProperty("java.class.path");
    Optional<String> jar =
        Arrays.stream(path.split(File.pathSeparator))
            .filter(entry -> entry.matches(".*leadager-app-[^/]*\\.jar"))
            .findFirst();
    return jar.map(file -> List.of("-jar", file))
        .orElse(List.of("-cp", path, "org.leadager.Leadager"));
  }

  private URI awaitReady() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Matcher ready = READY.matcher(output());
      if (ready.find()) {
        return URI.create(ready.group(1));
      }
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new AssertionError("The program did not start: " + output());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where its pages are, without a slash at the end. */
  URI address() {
    return address;
  }

  /** What it has printed so far. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills everything at once, program and database, so that nobody can tidy up. */
  void kill() {
    List<ProcessHandle> tree = tree();
    tree.forEach(ProcessHandle::destroyForcibly);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (tree.stream().anyMatch(Program::runs)) {
      assertThat(System.nanoTime()).as("still alive after kill -9").isLessThan(deadline);
      pause();
    }
  }

  /** The database's server outlives its parent by design, so it is found by its own pid file. */
  private List<ProcessHandle> tree() {
    Stream<ProcessHandle> roots = Stream.concat(Stream.of(process.toHandle()), database().stream());
    return roots.flatMap(root -> Stream.concat(Stream.of(root), root.descendants())).toList();
  }

  private Optional<ProcessHandle> database() {
    Path file = data.resolve("postgres/postmaster.pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A dead process that nobody has reaped still counts as alive, but has no command line. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().isPresent();
  }

  /** Stops it as a person would, and sees that nothing stays behind. */
  @Override
  public void close() {
    List<ProcessHandle> tree = tree();
    process.destroy();
    try {
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      assertThat(ended).as("the program ends when asked to").isTrue();
      assertThat(tree).as("what is left running").noneMatch(Program::runs);
      Files.delete(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      tree.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
