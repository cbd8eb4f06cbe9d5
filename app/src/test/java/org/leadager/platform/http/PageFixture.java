package org.leadager.platform.http;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A frame for templates rendered without a server. */
public final class PageFixture {
  private PageFixture() {}

  /** The frame that a signed-in person without roles gets. */
  public static Page page(String path) {
    return new Page(
        path,
        "en",
        "ltr",
        new Assets(),
        new Page.Csrf("_csrf", "token"),
        new Viewer(UUID.randomUUID(), UUID.randomUUID(), "Amara Nwosu", Set.of()),
        List.of(new Page.NavLink("My report", "/reports", true)),
        Set.of(),
        null,
        null);
  }
}
