package org.leadager.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadager.Leadager;
import org.leadager.people.People;
import org.leadager.platform.lifecycle.StartFailure;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Databases that this program did not make: a newer program's, and a server of one's own. */
class OtherDatabaseTest {
  @TempDir private Path data;

  @Test
  void aDatabaseOfANewerProgramIsLeftAlone() throws SQLException {
    TestDatabase test = TestDatabase.fresh();
    execute(
        test,
        """
        insert into flyway_schema_history
               (installed_rank, version, description, type, script, installed_by, execution_time, success)
        values (999, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 'owner', 1, true)
        """);
    Flyway flyway = Flyway.configure().dataSource(test.owner()).load();

    assertThatThrownBy(() -> new DatabaseConfiguration().migrateUnlessNewer().migrate(flyway))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("newer than this Leadager")
        .hasMessageContaining("from the future")
        .hasMessageContaining("Start the newer Leadager");
  }

  @Test
  void aServerOfOnesOwnTakesThePlaceOfTheEmbeddedOne() throws SQLException {
    TestDatabase test = TestDatabase.empty();
    PGSimpleDataSource owner = (PGSimpleDataSource) test.owner();
    PGSimpleDataSource plain = (PGSimpleDataSource) test.application();
    try (ConfigurableApplicationContext program =
        new SpringApplication(Leadager.class)
            .run(
                "--server.port=0",
                "--leadager.data=" + data,
                "--leadager.database.url=" + owner.getUrl(),
                "--leadager.database.user=" + plain.getUser(),
                "--leadager.database.password=" + Objects.requireNonNull(plain.getPassword()),
                "--leadager.database.owner-user=" + owner.getUser(),
                "--leadager.database.owner-password="
                    + Objects.requireNonNull(owner.getPassword()))) {
      program.getBean(People.class).found("Calder Ferries", false);
    }
    assertThat(data.resolve("postgres")).doesNotExist();
    execute(test, "update people.organisation set name = 'kept' where name = 'Calder Ferries'");
  }

  private static void execute(TestDatabase test, String statement) throws SQLException {
    try (Connection connection = test.owner().getConnection();
        Statement made = connection.createStatement()) {
      assertThat(made.executeUpdate(statement)).isEqualTo(1);
    }
  }
}
