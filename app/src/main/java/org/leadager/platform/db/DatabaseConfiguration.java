package org.leadager.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.leadager.platform.lifecycle.DataDirectory;
import org.leadager.platform.lifecycle.StartFailure;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Two ways to one database: as its owner, for migrations only, and as the plain role that
 * everything else uses. Spring closes the pool before what it depends on, so the embedded server is
 * stopped after its last connection.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
  private static final int CONNECTIONS = 16;
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(3);

  @Bean
  DataDirectory dataDirectory(DatabaseSettings settings) {
    return DataDirectory.open(settings.data());
  }

  /** The two accesses, to the external database where one is named, else to the embedded one. */
  @Bean
  DatabaseAccess databaseAccess(DatabaseSettings settings, DataDirectory data) {
    DatabaseSettings.External external = settings.database();
    if (external == null) {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
      return new DatabaseAccess(
          postgres.owner(EmbeddedPostgres.DATABASE),
          postgres.application(EmbeddedPostgres.DATABASE),
          Optional.of(postgres));
    }
    return new DatabaseAccess(
        connections(external.url(), external.ownerUser(), external.ownerPassword()),
        connections(external.url(), external.user(), external.password()),
        Optional.empty());
  }

  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource ownerDataSource(DatabaseAccess access) {
    return access.owner();
  }

  @Bean
  @Primary
  HikariDataSource dataSource(DatabaseAccess access) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("database");
    config.setDataSource(access.application());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    return new HikariDataSource(config);
  }

  /** Migrates, unless a newer program has been here: its changes are unknown to this one. */
  @Bean
  FlywayMigrationStrategy migrateUnlessNewer() {
    return flyway -> {
      Arrays.stream(flyway.info().all())
          .filter(DatabaseConfiguration::isUnknown)
          .findFirst()
          .ifPresent(unknown -> {
            throw new StartFailure(
                """
                The database is newer than this Leadager: it holds the change %s ("%s"), which this \
                program does not know. Nothing was changed. Start the newer Leadager.\
                """
                    .formatted(unknown.getVersion(), unknown.getDescription()));
          });
      flyway.migrate();
    };
  }

  private static boolean isUnknown(MigrationInfo info) {
    return info.getState() == MigrationState.FUTURE_SUCCESS
        || info.getState() == MigrationState.FUTURE_FAILED;
  }

  private static DataSource connections(String url, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("leadager");
    return source;
  }
}
