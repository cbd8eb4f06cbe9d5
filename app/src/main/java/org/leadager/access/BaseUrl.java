package org.leadager.access;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address under which people reach this installation, for links in mail. It is configured and
 * never taken from a request, whose host anybody can choose.
 */
@Component
public class BaseUrl {
  private final Environment environment;

  /** Reads {@code leadager.base-url} and the port from this environment. */
  public BaseUrl(Environment environment) {
    this.environment = environment;
  }

  /** The address without a slash at its end; {@code leadager.base-url}, else this computer's. */
  public String text() {
    String configured = environment.getProperty("leadager.base-url");
    if (configured != null && !configured.isBlank()) {
      return configured.replaceAll("/+$", "");
    }
    String port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    return "http://localhost:" + port;
  }
}
