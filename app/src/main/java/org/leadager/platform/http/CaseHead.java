package org.leadager.platform.http;

import java.util.List;
import java.util.UUID;

/**
 * What the pages of a case show above their content.
 *
 * @param title the case in a few words
 * @param openedLine when and by whom it was opened, as a sentence fragment
 * @param rooms the six rooms in their order
 */
public record CaseHead(UUID id, String title, String openedLine, List<Room> rooms) {
  public CaseHead {
    rooms = List.copyOf(rooms);
  }

  /** The case's own page. */
  public String href() {
    return "/cases/" + id;
  }
}
