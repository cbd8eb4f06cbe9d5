package org.leadager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program as processes of their own: started, killed, asked, stopped. */
class ProcessLifeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path temporary;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() throws IOException {
    started.forEach(Process::destroyForcibly);
    databasePid().ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void aKilledServerStartsAgainAndAStoppedOneLeavesNothingBehind() throws Exception {
    int port = freePort();
    Process killed = server(port, "first");
    awaitReady("first");
    ProcessHandle left = databasePid().orElseThrow();
    killed.destroyForcibly().waitFor();
    assertThat(runs(left)).as("a database left behind").isTrue();

    Process server = server(port, "second");
    awaitReady("second");
    assertThat(databasePid().orElseThrow().pid()).isNotEqualTo(left.pid());

    assertSecondServerIsRefused();
    assertLocalCommandsAreAnsweredByTheServer(port);

    ProcessHandle database = databasePid().orElseThrow();
    server.destroy();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(runs(database)).as("an orphan").isFalse();
    assertThat(data().resolve("control")).doesNotExist();
  }

  @Test
  void aTakenPortIsRefusedAtOnceWithTheWayOut() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Process refused = server(taken.getLocalPort(), "refused");
      assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(refused.exitValue()).isEqualTo(1);
      assertThat(output("refused")).contains("Choose another one with --port N");
      assertThat(data()).doesNotExist();
    }
  }

  private void assertSecondServerIsRefused() throws Exception {
    Process other = server(freePort(), "other");
    assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(other.exitValue()).isEqualTo(1);
    assertThat(output("other")).contains("is in use").doesNotContain("\tat ");
  }

  private void assertLocalCommandsAreAnsweredByTheServer(int port) throws Exception {
    Process command = java("command", List.of("nonsense", "--data", data().toString()));
    assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(command.exitValue()).isEqualTo(1);
    assertThat(output("command")).startsWith("There is no command 'nonsense' in this version");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest stranger =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/local/nonsense"))
              .POST(HttpRequest.BodyPublishers.ofString("x"))
              .build();
      assertThat(client.send(stranger, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(404);
    }
  }

  private Process server(int port, String name) throws IOException {
    return java(
        name, List.of("run", "--server.port=" + port, "--leadager.data=" + data().toString()));
  }

  private Process java(String name, List<String> arguments) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Leadager.class.getName()));
    words.addAll(arguments);
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve(name).toFile())
            .start();
    started.add(process);
    return process;
  }

  private void awaitReady(String name) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!output(name).contains("Leadager is ready: http://localhost:")) {
      assertThat(started.getLast().isAlive()).as(output(name)).isTrue();
      assertThat(System.nanoTime()).as(output(name)).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private String output(String name) throws IOException {
    return Files.readString(temporary.resolve(name));
  }

  private Path data() {
    return temporary.resolve("data");
  }

  private Optional<ProcessHandle> databasePid() throws IOException {
    Path file = data().resolve("postgres/postmaster.pid");
    return Files.exists(file)
        ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
        : Optional.empty();
  }

  /** A dead process that nobody has reaped still counts as alive, but has no command line. */
  private static boolean runs(ProcessHandle process) {
    return process.info().commandLine().isPresent();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
