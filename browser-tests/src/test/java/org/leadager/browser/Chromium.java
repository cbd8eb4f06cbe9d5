package org.leadager.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The browser that the system provides, driven without its windows. */
final class Chromium implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(installed()).setArgs(FLAGS));
  }

  private static Path installed() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "chromium"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "Chromium is missing. ./leadager test installs it, or says how."));
  }

  /** Somebody new at this screen, with no cookie yet. */
  Visitor visitor(Program program, Screen screen) {
    return new Visitor(browser, program.address(), screen, true);
  }

  /** The same with scripts switched off. */
  Visitor visitorWithoutScript(Program program, Screen screen) {
    return new Visitor(browser, program.address(), screen, false);
  }

  /** A page of its own, which nobody looks at yet. */
  Page page(Screen screen) {
    return browser.newPage(new Browser.NewPageOptions().setViewportSize(screen.size()));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
