package org.leadager.platform.db;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data are ({@code leadager.*}).
 *
 * @param data the data folder, which also holds the embedded database
 * @param database an external database, or null to run the embedded one
 */
@ConfigurationProperties("leadager")
record DatabaseSettings(Path data, @Nullable External database) {

  /**
   * A PostgreSQL server that somebody else runs.
   *
   * @param url JDBC address
   * @param user the plain role the application connects as: no superuser, no bypassrls
   * @param password of that role
   * @param ownerUser the role that owns the objects and migrates them
   * @param ownerPassword of the owner
   */
  record External(
      String url, String user, String password, String ownerUser, String ownerPassword) {}
}
