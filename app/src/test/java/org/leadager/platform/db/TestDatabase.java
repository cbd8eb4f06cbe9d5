package org.leadager.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.leadager.platform.lifecycle.DataDirectory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.util.FileSystemUtils;

/**
 * A migrated database of its own for a test class, on one real PostgreSQL server per JVM. Databases
 * are copied from a migrated template, which takes a fraction of a second.
 */
public final class TestDatabase {
  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final QueryCount queries = new QueryCount();

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A fresh database, migrated and empty. */
  public static TestDatabase fresh() {
    String name = "test" + COUNT.incrementAndGet();
    execute("create database " + name + " template " + TEMPLATE);
    return new TestDatabase(name);
  }

  /** A database without any table, as an operator would make it for the program. */
  static TestDatabase empty() {
    String name = "test" + COUNT.incrementAndGet();
    execute("create database " + name);
    return new TestDatabase(name);
  }

  /** Transactions as the application's plain role. */
  public Database database() {
    DataSource source = application();
    DSLContext dsl =
        DSL.using(
            new DefaultConfiguration()
                .set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)))
                .set(new DefaultExecuteListenerProvider(queries))
                .set(SQLDialect.POSTGRES));
    return new Database(dsl, new DataSourceTransactionManager(source));
  }

  /** Counts the statements of every {@link #database()} of this test. */
  public QueryCount queries() {
    return queries;
  }

  /** Unpooled connections as the application's plain role. */
  public DataSource application() {
    return Server.POSTGRES.application(name);
  }

  /** Unpooled connections as the owner, whom row-level security does not bind. */
  public DataSource owner() {
    return Server.POSTGRES.owner(name);
  }

  /** A new organisation of this name, with nothing in it. */
  public UUID organisation(String organisationName) {
    return DSL.using(owner(), SQLDialect.POSTGRES)
        .fetchSingle(
            "insert into people.organisation (name) values (?) returning id", organisationName)
        .get(0, UUID.class);
  }

  static EmbeddedPostgres server() {
    return Server.POSTGRES;
  }

  private static void execute(String statement) {
    try (Connection connection = Server.POSTGRES.owner("postgres").getConnection();
        Statement made = connection.createStatement()) {
      made.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** Started by the first test that needs it, stopped with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        Path folder = Files.createTempDirectory("leadager-test-");
        DataDirectory data = DataDirectory.open(folder);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, folder)));
        try (Connection connection = postgres.owner("postgres").getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("create database " + TEMPLATE);
        }
        Flyway.configure().dataSource(postgres.owner(TEMPLATE)).load().migrate();
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void end(EmbeddedPostgres postgres, Path folder) {
      postgres.close();
      try {
        FileSystemUtils.deleteRecursively(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
