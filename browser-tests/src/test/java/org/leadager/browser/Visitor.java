package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One person at one screen. Every page they come to is looked at; what is wrong with it is gathered
 * and told at the end, all pages together.
 */
final class Visitor implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private URI address;
  private final boolean script;
  private final Set<String> findings = new TreeSet<>();
  private final List<String> visited = new ArrayList<>();
  private int loads;

  Visitor(Browser browser, URI address, Screen screen, boolean script) {
    this.address = address;
    this.script = script;
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(screen.size())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(script));
    this.page = context.newPage();
    page.onLoad(loaded -> loads++);
    page.onConsoleMessage(this::hear);
    page.onPageError(error -> findings.add(page.url() + " fails: " + error));
    page.onResponse(this::see);
  }

  /** A refused form is a page like any other; the browser calls its status an error. */
  private void hear(ConsoleMessage message) {
    boolean refusedForm = message.text().contains("status of 422");
    if (message.type().equals("error") && !refusedForm) {
      findings.add(page.url() + " complains: " + message.text());
    }
  }

  private void see(Response response) {
    boolean refusedForm = response.status() == 422;
    if (response.status() >= 400 && !refusedForm) {
      findings.add(response.url() + " answers " + response.status());
    }
    if (!response.url().startsWith(address.toString())) {
      findings.add(page.url() + " fetches from elsewhere: " + response.url());
    }
  }

  /** The page as it is now. */
  Page page() {
    return page;
  }

  /** Where the page is, from the first slash. */
  String path() {
    return URI.create(page.url()).getPath();
  }

  /** Where the program is, without a slash at the end. */
  URI address() {
    return address;
  }

  /** Turns to this program, with the cookies as they are. */
  Visitor moveTo(Program program) {
    address = program.address();
    return this;
  }

  /** Types an address. */
  Visitor open(String path) {
    return comeTo(() -> page.navigate(address + path));
  }

  /** Follows the first link of this name. */
  Visitor follow(String name) {
    Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    return comeTo(() -> link.first().click());
  }

  /** Presses the button of this name. */
  Visitor press(String name) {
    Page.GetByRoleOptions exactly = new Page.GetByRoleOptions().setName(name).setExact(true);
    return comeTo(() -> page.getByRole(AriaRole.BUTTON, exactly).first().click());
  }

  /** Writes into the field of this label. */
  Visitor write(String label, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    return this;
  }

  /** Does what leads to another page, waits for that page and looks at it. */
  Visitor comeTo(Runnable way) {
    int before = loads;
    way.run();
    page.waitForCondition(() -> loads > before);
    visited.add(path());
    findings.addAll(PageCheck.findings(page, script));
    return this;
  }

  /** The first heading. */
  String heading() {
    return page.locator("h1").first().innerText();
  }

  /** The text of the page's main part. */
  String text() {
    return page.locator("main").innerText();
  }

  /** How many pages were looked at. */
  int visited() {
    return visited.size();
  }

  /** Fails with everything that was wrong on the way. */
  void assertNothingWrong() {
    assertThat(findings).as("findings on %d pages", visited.size()).isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
