package org.leadager.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.NoSuchElementException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadager.platform.lifecycle.DataDirectory;
import org.leadager.platform.lifecycle.StartFailure;

class EmbeddedPostgresTest {
  @TempDir private Path temporary;

  @Test
  void committedRowsSurviveTheServersDeathAndARestart() throws Exception {
    Path folder = temporary.resolve("data");
    try (DataDirectory data = DataDirectory.open(folder)) {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
      owner(postgres).execute("create table kept (n int)");
      owner(postgres).execute("insert into kept values (1)");
      awaitUp(postgres, folder, kill(folder));
      assertThat(owner(postgres).fetchValue("select n from kept")).isEqualTo(1);
      postgres.close();
    }
    try (DataDirectory data = DataDirectory.open(folder);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(owner(postgres).fetchValue("select n from kept")).isEqualTo(1);
    }
  }

  @Test
  void aServerLeftBehindIsEndedBeforeANewOneStarts() throws Exception {
    Path folder = temporary.resolve("left");
    EmbeddedPostgres left;
    try (DataDirectory data = DataDirectory.open(folder)) {
      left = EmbeddedPostgres.start(data);
      owner(left).execute("create table kept (n int)");
    }
    long leftPid = pid(folder);
    left.stopWatching();
    try (DataDirectory data = DataDirectory.open(folder);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThat(pid(folder)).isNotEqualTo(leftPid);
      assertThat(owner(postgres).fetchCount(DSL.table("kept"))).isZero();
    }
  }

  @Test
  void aStalePidFileDoesNotStopTheStart() throws Exception {
    Path folder = temporary.resolve("stale");
    try (DataDirectory data = DataDirectory.open(folder)) {
      EmbeddedPostgres.start(data).close();
      Files.writeString(
          folder.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
      EmbeddedPostgres.start(data).close();
    }
  }

  @Test
  void durabilityIsOnAndTheDataArePrivate() throws Exception {
    Path folder = temporary.resolve("private");
    try (DataDirectory data = DataDirectory.open(folder);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
      for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
        assertThat(owner(postgres).fetchValue("show " + setting)).as(setting).isEqualTo("on");
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("owner.password"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aFolderInUseIsRefusedWithTheWayOut() throws Exception {
    Path folder = temporary.resolve("shared");
    try (DataDirectory data = DataDirectory.open(folder)) {
      assertThat(data.path()).exists();
      assertThatThrownBy(() -> DataDirectory.open(folder))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("in use")
          .hasMessageContaining("--data DIR");
    }
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefusedWithTheWayOut() throws Exception {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("is a file")
        .hasMessageContaining("--data DIR");
  }

  private static DSLContext owner(EmbeddedPostgres postgres) {
    return DSL.using(postgres.owner(EmbeddedPostgres.DATABASE), SQLDialect.POSTGRES);
  }

  private static long pid(Path folder) throws Exception {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip());
  }

  /** Ends the server at once and says which process it was. */
  private static long kill(Path folder) throws Exception {
    long pid = pid(folder);
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    return pid;
  }

  /** The watch needs a moment to see the death, and recovery takes seconds on a busy machine. */
  private static void awaitUp(EmbeddedPostgres postgres, Path folder, long dead) throws Exception {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < deadline) {
      if (postgres.isUp() && runs(folder, dead)) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the database was not started again within a minute");
  }

  /** Whether another process serves now; its file comes and goes while it starts. */
  private static boolean runs(Path folder, long dead) throws Exception {
    try {
      return pid(folder) != dead;
    } catch (NoSuchFileException | NumberFormatException | NoSuchElementException e) {
      return false;
    }
  }
}
