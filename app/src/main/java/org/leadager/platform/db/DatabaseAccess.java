package org.leadager.platform.db;

import java.util.Optional;
import javax.sql.DataSource;

/**
 * Unpooled connections to the database.
 *
 * @param owner as the role that owns the objects: migrations only
 * @param application as the plain role, bound by row-level security
 * @param embedded the server itself where it is ours to stop
 */
record DatabaseAccess(DataSource owner, DataSource application, Optional<EmbeddedPostgres> embedded)
    implements AutoCloseable {

  /** Stops the server where it is ours. */
  @Override
  public void close() {
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
