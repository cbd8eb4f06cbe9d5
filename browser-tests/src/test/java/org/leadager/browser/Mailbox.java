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
  private static final Pattern SIGN_IN = Pattern.compile("(/sign-in/[A-Za-z0-9_-]{32,})");
  private static final int MOST_LOOKS = 100;
  private static final double PAUSE_MS = 300;
  private static final Pattern ENTRY =
      Pattern.compile(
          "href=\"(/mailbox/[0-9a-f-]{36})\".*?<span>to ([^<]+)</span>", Pattern.DOTALL);

  private Mailbox() {}

  /** Opens a rater's invitation on its page and gives the private link in it, as a path. */
  static String invitation(Visitor visitor, Someone rater) {
    read(visitor, rater, "Your view is asked for");
    return Http.first(LINK, visitor.text());
  }

  /** Opens a mail with a link to sign in and gives the link, as a path. */
  static String signInLink(Visitor visitor, Someone person) {
    read(visitor, person, "Your link to sign in");
    return Http.first(SIGN_IN, visitor.text());
  }

  /** Opens the newest mail to somebody about something; mails may come a moment later. */
  static void read(Visitor visitor, Someone person, String subject) {
    Locator mail =
        visitor
            .page()
            .locator(".mailbox a", new Page.LocatorOptions().setHasText("to " + person.mail()))
            .filter(new Locator.FilterOptions().setHasText(subject));
    visitor.open("/mailbox");
    for (int looks = 0; mail.count() == 0; looks++) {
      assertThat(looks).as("looks for a mail: " + subject).isLessThan(MOST_LOOKS);
      visitor.page().waitForTimeout(PAUSE_MS);
      visitor.open("/mailbox");
    }
    visitor.comeTo(mail.first()::click);
    assertThat(visitor.text()).contains(subject, person.mail());
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
