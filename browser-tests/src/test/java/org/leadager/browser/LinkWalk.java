package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** Follows the links of a page, and those of the pages behind them. */
final class LinkWalk {
  /** Of pages that differ by their identifiers only, as many as this are looked at. */
  private static final int OF_A_KIND = 2;

  private static final String LINKS =
      "() => [...document.querySelectorAll('a[href]')].map(a => a.href)"
          + ".filter(h => h.startsWith(location.origin))"
          + ".map(h => h.slice(location.origin.length).split('#')[0])";

  private final Visitor visitor;
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Queue<String> waiting = new ArrayDeque<>();

  LinkWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Walks on from the page where the visitor is; gives the kinds of pages seen. */
  List<String> follow() {
    note(visitor.path());
    noteLinks();
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      if (path.matches(".*\\.(pdf|csv|svg)")) {
        APIResponse file = visitor.page().request().get(visitor.address() + path);
        assertThat(file.status()).as(path).isEqualTo(200);
      } else {
        visitor.open(path);
        noteLinks();
      }
    }
    return new ArrayList<>(kinds.keySet());
  }

  /** The links in the gallery lead nowhere, and those in mails are for whom the mail is to. */
  private void noteLinks() {
    if (visitor.path().equals("/gallery") || visitor.path().startsWith("/mailbox/")) {
      return;
    }
    for (Object path : (List<?>) visitor.page().evaluate(LINKS)) {
      if (note(path.toString())) {
        waiting.add(path.toString());
      }
    }
  }

  /** Whether this page is worth a look: it is new, and not one more of a kind well known. */
  private boolean note(String path) {
    String kind =
        path.replaceAll("\\?.*", "")
            .replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/r)/[A-Za-z0-9_-]{32}", "/*");
    return seen.add(path) && kinds.merge(kind, 1, Integer::sum) <= OF_A_KIND;
  }
}
