package org.leadager.platform.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.leadager.platform.lifecycle.DataDirectory;
import org.leadager.platform.lifecycle.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL server on one folder: makes the folder, starts and stops the server, knows whether
 * it lives. Durability is PostgreSQL's own: fsync, full-page writes and synchronous commit stay on.
 */
final class PostgresServer {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final String MAJOR = "18";
  private static final Duration MAKE_LIMIT = Duration.ofMinutes(2);
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final long LOG_LIMIT_BYTES = 10_000_000;
  private static final int LOG_TAIL_LINES = 15;

  /** After a crash the old server's processes let go of its memory within seconds, not at once. */
  private static final int ATTEMPTS = 20;

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "password_encryption=scram-sha-256",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=''",
          "max_connections=60",
          "shared_buffers=128MB",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_checkpoints=off");

  private final Path cluster;
  private final Path log;
  private final Path programs;
  private final PostgresAccount account;

  PostgresServer(Path cluster, Path programs, PostgresAccount account) {
    this.cluster = cluster;
    this.log = cluster.resolveSibling("postgres.log");
    this.programs = programs;
    this.account = account;
  }

  /** Makes the database's folder unless it is there; a half-made one never takes its place. */
  void makeUnlessThere(String superuser, String password) throws IOException {
    Path version = cluster.resolve("PG_VERSION");
    if (Files.exists(version)) {
      String found = Files.readString(version).strip();
      if (!found.equals(MAJOR)) {
        throw new StartFailure(
            "The database in %s was made by PostgreSQL %s, and this Leadager brings PostgreSQL %s. Use the Leadager it was made with."
                .formatted(cluster, found, MAJOR));
      }
      return;
    }
    Path draft = cluster.resolveSibling("postgres.new");
    FileSystemUtils.deleteRecursively(draft);
    Path passwordFile = cluster.resolveSibling("initdb.password");
    DataDirectory.writePrivate(passwordFile, password + "\n");
    giveToOwner(passwordFile);
    try {
      Command.Result made =
          run(
              MAKE_LIMIT,
              "initdb",
              List.of(
                  "--pgdata=" + draft,
                  "--username=" + superuser,
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=C",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8"));
      if (!made.succeeded()) {
        throw new StartFailure(
            "The database cannot be made in %s:%n%s".formatted(cluster, made.output().strip()));
      }
      Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private void giveToOwner(Path file) throws IOException {
    String owner = account.owner();
    if (owner != null) {
      Files.setOwner(
          file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner));
    }
  }

  /**
   * Starts the server, first ending one that an earlier process left behind.
   *
   * @param preferredPort the TCP port to try first, or 0 for any
   * @return the port it listens on, on the loopback address
   */
  int start(int preferredPort) throws IOException {
    endLeftOver();
    shortenLog();
    int port = preferredPort == 0 ? freePort() : preferredPort;
    for (int attempt = 1; ; attempt++) {
      Command.Result started = startOn(port);
      if (started.succeeded()) {
        return port;
      }
      String tail = logTail();
      boolean passing = tail.contains("pre-existing shared memory block");
      boolean portTaken = tail.contains("could not bind");
      if (attempt == ATTEMPTS || !(passing || portTaken)) {
        throw new StartFailure(
            "The database in %s does not start. The end of its log, %s:%n%s%n%s"
                .formatted(cluster, log, tail, started.output().strip()));
      }
      port = portTaken ? freePort() : port;
      rest();
    }
  }

  private Command.Result startOn(int port) throws IOException {
    Files.writeString(
        log, "", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
    giveToOwner(log);
    List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
    for (String setting : SETTINGS) {
      options.addAll(List.of("-c", setting));
    }
    return run(
        START_LIMIT.plusSeconds(10),
        "pg_ctl",
        List.of(
            "start",
            "--pgdata=" + cluster,
            "--log=" + log,
            "--wait",
            "--timeout=" + START_LIMIT.toSeconds(),
            "--options=" + String.join(" ", options)));
  }

  /**
   * Stops the server: quickly but cleanly; if it hangs, at the price of a recovery at next start.
   */
  void stop() throws IOException {
    if (livePid().isEmpty()) {
      return;
    }
    if (!stop("fast").succeeded()) {
      LOG.warn("The database did not stop in {} s; it is stopped at once.", STOP_LIMIT.toSeconds());
      Command.Result forced = stop("immediate");
      if (!forced.succeeded()) {
        throw new IOException("the database does not stop: " + forced.output().strip());
      }
    }
  }

  private Command.Result stop(String mode) throws IOException {
    return run(
        STOP_LIMIT.plusSeconds(5),
        "pg_ctl",
        List.of(
            "stop",
            "--pgdata=" + cluster,
            "--wait",
            "--mode=" + mode,
            "--timeout=" + STOP_LIMIT.toSeconds()));
  }

  /**
   * The process id of this folder's server, if it lives. A number in the pid file proves nothing:
   * it may be another program's by now, or a dead process that nobody has reaped.
   */
  OptionalLong livePid() throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return OptionalLong.empty();
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
      return OptionalLong.empty();
    }
    long pid = Long.parseLong(lines.getFirst().strip());
    boolean ours =
        ProcessHandle.of(pid)
            .map(ProcessHandle::info)
            .flatMap(ProcessHandle.Info::arguments)
            .filter(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
            .isPresent();
    return ours ? OptionalLong.of(pid) : OptionalLong.empty();
  }

  private void endLeftOver() throws IOException {
    OptionalLong pid = livePid();
    if (pid.isPresent()) {
      LOG.info(
          "Stopping the database that an earlier run left behind (process {}).", pid.getAsLong());
      stop();
    }
    // Safe: the folder is locked by this process, and no live server of ours wrote this file.
    Files.deleteIfExists(cluster.resolve("postmaster.pid"));
  }

  private Command.Result run(Duration limit, String program, List<String> arguments)
      throws IOException {
    List<String> words = new ArrayList<>(account.prefix());
    words.add(programs.resolve("bin").resolve(program).toString());
    words.addAll(arguments);
    return Command.run(PostgresAccount.parent(cluster), limit, words);
  }

  private void shortenLog() throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
      Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The last lines the server wrote. */
  String logTail() throws IOException {
    if (!Files.exists(log)) {
      return "(no log)";
    }
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void rest() throws IOException {
    try {
      Thread.sleep(BETWEEN_ATTEMPTS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting the database", e);
    }
  }
}
