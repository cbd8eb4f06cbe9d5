package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo's mailbox, where every mail can be read. */
final class Mailbox {
  private static final Pattern LINK = Pattern.compile("(/r/[A-Za-z0-9_-]{32})");
  private static final Pattern ENTRY =
      Pattern.compile(
          "href=\"(/mailbox/[0-9a-f-]{36})\".*?<span>to ([^<]+)</span>", Pattern.DOTALL);

  private Mailbox() {}

  /** Opens the newest mail to this address on its page and gives the private link in it. */
  static String read(Visitor visitor, String address) {
    visitor.open("/mailbox");
    Locator mail =
        visitor.page().locator(".mailbox a", new Page.LocatorOptions().setHasText("to " + address));
    while (mail.count() == 0) {
      visitor.follow("More");
    }
    visitor.comeTo(() -> mail.first().click());
    assertThat(visitor.text()).contains("Your view is asked for");
    return Http.first(LINK, visitor.text());
  }

  /** The private links of all raters at one domain, by address. */
  static Map<String, String> links(Http http, String domain) {
    Map<String, String> links = new HashMap<>();
    String page = "";
    for (int number = 1; number == 1 || page.contains("rel=\"next\""); number++) {
      page = http.get("/mailbox?page=" + number).body();
      Matcher entry = ENTRY.matcher(page);
      while (entry.find()) {
        if (entry.group(2).endsWith("@" + domain)) {
          links.put(entry.group(2), Http.first(LINK, http.get(entry.group(1)).body()));
        }
      }
    }
    return links;
  }
}
