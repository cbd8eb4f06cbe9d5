package org.leadager.platform.outbox;

import java.util.UUID;

/** Does what must follow from a change; a feature declares it as a bean. */
public interface OutboxHandler {
  /** The kind of entry that it takes; one handler per kind. */
  String kind();

  /**
   * Takes an entry, outside any transaction. It may be called more than once for the same entry and
   * must then change nothing more; an exception means "again later".
   *
   * @param payload the JSON text that was appended
   */
  void handle(UUID organisationId, String payload);
}
