package org.leadager.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What must hold of every page, whatever it is about. */
final class PageCheck {
  /** Own weight in bytes as they travel, fonts aside. */
  private static final int MOST_BYTES = 60_000;

  private static final String AXE = resource("/axe/axe.min.js");

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final String RUN_AXE =
      """
      async rules => {
        const result = await axe.run(document, {
          preload: false,
          resultTypes: ["violations"],
          runOnly: rules
        });
        return result.violations.map(v => v.id + ": " + v.help + " " + v.nodes.slice(0, 3).map(n =>
          n.target.join(" ") + " [" + (n.any[0]?.message ?? n.all[0]?.message ?? "") + "]").join(" | "));
      }
      """;

  private static final String WIDER_THAN_SCREEN =
      """
      () => {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) return [];
        return [...document.querySelectorAll("body *")]
          .filter(e => e.getBoundingClientRect().right > room + 1)
          .slice(0, 5)
          .map(e => e.tagName.toLowerCase() + "." + e.className + " reaches " +
            Math.round(e.getBoundingClientRect().right) + " of " + room);
      }
      """;

  /** A part that is used twice is fetched once. */
  private static final String WEIGHT =
      """
      () => {
        const parts = new Map();
        for (const e of [...performance.getEntriesByType("navigation"),
                         ...performance.getEntriesByType("resource")]) {
          const name = e.name.split("#")[0];
          if (!name.endsWith(".woff2")) parts.set(name, e.encodedBodySize);
        }
        return [...parts.values()].reduce((sum, size) => sum + size, 0);
      }
      """;

  /** Htmx is half of a page's weight, so only pages that use it load it. */
  private static final String HTMX_AMISS =
      """
      () => {
        const uses = document.querySelector("[hx-get],[hx-post],[hx-put],[hx-delete]") !== null;
        const loads = document.querySelector("script[src*=htmx]") !== null;
        return uses === loads ? [] : [uses ? "uses htmx and does not load it" : "loads htmx and does not use it"];
      }
      """;

  private PageCheck() {}

  /**
   * Everything wrong with the page: what axe finds in the light and in the dark, what is wider than
   * the screen, what is too heavy.
   */
  static List<String> findings(Page page, boolean script) {
    List<String> found = new ArrayList<>();
    lines(page.evaluate(WIDER_THAN_SCREEN)).forEach(line -> found.add("too wide: " + line));
    found.addAll(lines(page.evaluate(HTMX_AMISS)));
    if (script) {
      weigh(page, found);
      page.evaluate(AXE);
      askAxe(page, ColorScheme.LIGHT, WCAG, found);
      askAxe(page, ColorScheme.DARK, List.of("color-contrast"), found);
    }
    String title = page.title();
    return found.stream().map(line -> title + ": " + line).toList();
  }

  private static void askAxe(
      Page page, ColorScheme scheme, List<String> rules, List<String> found) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    lines(page.evaluate(RUN_AXE, rules)).forEach(line -> found.add(scheme + " " + line));
  }

  private static void weigh(Page page, List<String> found) {
    int bytes = ((Number) page.evaluate(WEIGHT)).intValue();
    if (bytes > MOST_BYTES) {
      found.add("weighs %,d bytes, more than %,d".formatted(bytes, MOST_BYTES));
    }
  }

  private static List<String> lines(Object evaluated) {
    return ((List<?>) evaluated).stream().map(Object::toString).toList();
  }

  private static String resource(String name) {
    try (InputStream in = PageCheck.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
