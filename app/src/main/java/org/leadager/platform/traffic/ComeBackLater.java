package org.leadager.platform.traffic;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;

/** A 503 that needs nothing: no database, no session, no template. */
final class ComeBackLater {
  private final String page;
  private final String json;
  private final String retryAfterSeconds;

  /** Reads the page from a resource; {@code code} is what programs get to read. */
  ComeBackLater(String resource, String code, Duration retryAfter) throws IOException {
    this.page =
        new ClassPathResource("traffic/" + resource).getContentAsString(StandardCharsets.UTF_8);
    this.json = "{\"status\":503,\"error\":\"" + code + "\"}";
    this.retryAfterSeconds = Long.toString(retryAfter.toSeconds());
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String accepted = request.getHeader("Accept");
    boolean program = accepted != null && accepted.contains("json") && !accepted.contains("html");
    byte[] body = (program ? json : page).getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", retryAfterSeconds);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType((program ? "application/json" : "text/html") + ";charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
