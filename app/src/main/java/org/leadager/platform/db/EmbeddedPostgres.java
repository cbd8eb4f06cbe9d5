package org.leadager.platform.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.leadager.platform.db.PostgresAccount.StepDown;
import org.leadager.platform.lifecycle.DataDirectory;
import org.leadager.platform.lifecycle.StartFailure;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own inside a data folder, reached over the loopback address with
 * passwords made at random. It outlives a crash of either side: a server left behind by a killed
 * process is stopped before a new one starts, and a server that dies while we run is started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** The superuser, used for migrations only: row-level security does not bind it. */
  public static final String OWNER = "leadager_owner";

  /** The plain role the application connects as. */
  public static final String APPLICATION = "leadager_app";

  /** The name of the application's database. */
  public static final String DATABASE = "leadager";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration WATCH_INTERVAL = Duration.ofMillis(250);
  private static final Duration RESTART_PAUSE = Duration.ofSeconds(2);

  private final PostgresServer server;
  private final String ownerPassword;
  private final String applicationPassword;
  private final List<PGSimpleDataSource> dataSources = new CopyOnWriteArrayList<>();
  private volatile int port;
  private volatile boolean up;
  private volatile boolean stopping;

  private EmbeddedPostgres(
      PostgresServer server, String ownerPassword, String applicationPassword) {
    this.server = server;
    this.ownerPassword = ownerPassword;
    this.applicationPassword = applicationPassword;
  }

  /**
   * Starts the server of a data folder, making it on first use, with the application's database and
   * role. Takes about three seconds the first time and a fifth of a second after.
   *
   * @throws StartFailure with what to do, when it cannot start
   */
  public static EmbeddedPostgres start(DataDirectory data) {
    return start(data, List.of(StepDown.values()));
  }

  static EmbeddedPostgres start(DataDirectory data, List<StepDown> allowed) {
    Path folder = data.path();
    if (folder.toString().matches(".*[\"$`\\\\\\n].*")) {
      throw new StartFailure(
          "The data folder's name must not hold any of the signs \" $ ` \\ : " + folder);
    }
    try {
      Path cluster = folder.resolve("postgres");
      String ownerPassword = data.secret("owner.password");
      String applicationPassword = data.secret("application.password");
      PostgresAccount account = PostgresAccount.choose(cluster, allowed);
      Path programs = PostgresBinaries.in(cache(folder, account));
      PostgresServer server = new PostgresServer(cluster, programs, account);
      server.makeUnlessThere(OWNER, ownerPassword);
      EmbeddedPostgres postgres = new EmbeddedPostgres(server, ownerPassword, applicationPassword);
      postgres.port = server.start(0);
      postgres.prepare();
      postgres.up = true;
      Thread.ofPlatform().daemon().name("database-watch").start(postgres::watch);
      return postgres;
    } catch (IOException | SQLException e) {
      throw new StartFailure("The database in %s cannot start: %s".formatted(folder, e), e);
    }
  }

  /** Where the programs are unpacked: shared by a user's installations where that is possible. */
  private static Path cache(Path folder, PostgresAccount account) {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home", "/nonexistent"));
    Path shared =
        configured == null || configured.isBlank() ? home.resolve(".cache") : Path.of(configured);
    boolean sharable =
        account.owner() == null
            && shared.isAbsolute()
            && (Files.isWritable(shared) || (!Files.exists(shared) && Files.isWritable(home)));
    return sharable ? shared.resolve("leadager") : folder;
  }

  private void prepare() throws SQLException {
    try (Connection connection = owner("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      boolean role = exists(connection, "select 1 from pg_roles where rolname = ?", APPLICATION);
      // The password holds only letters, digits, - and _, so it needs no quoting.
      statement.execute(
          "%s role %s with login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'"
              .formatted(role ? "alter" : "create", APPLICATION, applicationPassword));
      if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
        statement.execute("create database " + DATABASE);
      }
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Connections as the superuser, without a pool: for migrations only. */
  public DataSource owner(String database) {
    return connections(database, OWNER, ownerPassword);
  }

  /** Connections as the application's role, without a pool. */
  public DataSource application(String database) {
    return connections(database, APPLICATION, applicationPassword);
  }

  private DataSource connections(String database, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("leadager");
    source.setConnectTimeout(3);
    // Never tell the password to a stranger who happens to sit on our port.
    source.setRequireAuth("scram-sha-256");
    dataSources.add(source);
    return source;
  }

  /** The password of the application's role. */
  public String applicationPassword() {
    return applicationPassword;
  }

  /** The password of the superuser. */
  public String ownerPassword() {
    return ownerPassword;
  }

  /** The address of one of this server's databases; the port may change if the server crashes. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Whether the server lives, as last seen a quarter of a second ago at most. */
  public boolean isUp() {
    return up;
  }

  private void watch() {
    while (!stopping) {
      try {
        Thread.sleep(WATCH_INTERVAL);
        lookAfter();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private synchronized void lookAfter() throws InterruptedException {
    try {
      if (stopping || server.livePid().isPresent()) {
        return;
      }
      up = false;
      LOG.error("The database has stopped by itself; it is started again.");
      port = server.start(port);
      dataSources.forEach(source -> source.setPortNumbers(new int[] {port}));
      up = true;
      LOG.info("The database runs again.");
    } catch (IOException | StartFailure e) {
      LOG.error("The database cannot be started again yet: {}", e.getMessage());
      Thread.sleep(RESTART_PAUSE);
    }
  }

  /** Leaves the server to itself, as the death of this process would. */
  synchronized void stopWatching() {
    stopping = true;
  }

  /** Stops the server. Whoever holds connections must have closed them before. */
  @Override
  public synchronized void close() {
    stopping = true;
    up = false;
    try {
      server.stop();
    } catch (IOException e) {
      LOG.error("The database was not stopped: {}", e.getMessage());
    }
  }
}
