package org.leadager.platform.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class TrafficTest {
  private static final TrafficSettings SETTINGS =
      new TrafficSettings(
          1,
          1,
          Duration.ofMillis(50),
          Duration.ofSeconds(5),
          DataSize.ofBytes(10),
          DataSize.ofBytes(100),
          Pattern.compile("/(local|imports?)(/.*)?"));
  private static final FilterChain NOTHING = (request, response) -> {};

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "57P03", "53300", "53100"})
  void aDatabaseThatIsAwayBecomesA503ThatSaysWhenToComeBack(String state) throws Exception {
    new DatabaseAway(later())
        .doFilter(
            request("/"),
            response,
            (rq, rs) -> {
              throw new ServletException(new SQLException("gone", state));
            });
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    assertThat(response.getContentAsString()).contains("Back in a moment");
  }

  @Test
  void aProgramGetsJson() throws Exception {
    MockHttpServletRequest request = request("/");
    request.addHeader("Accept", "application/json");
    new DatabaseAway(later())
        .doFilter(
            request,
            response,
            (rq, rs) -> {
              throw new IllegalStateException(new SQLTransientConnectionException("timed out"));
            });
    assertThat(response.getContentAsString())
        .isEqualTo("{\"status\":503,\"error\":\"database_unavailable\"}");
  }

  @Test
  void anyOtherFailureIsNotHidden() throws Exception {
    DatabaseAway filter = new DatabaseAway(later());
    assertThatThrownBy(() ->
            filter.doFilter(
                request("/"),
                response,
                (rq, rs) -> {
                  throw new IllegalStateException(new SQLException("twice", "23505"));
                }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whenTheHouseIsFullTheNextIsRefusedSoonAndLetInLater() throws Exception {
    Turnstile turnstile = new Turnstile(SETTINGS, later());
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Thread first =
        Thread.startVirtualThread(
            () -> pass(turnstile, new MockHttpServletResponse(), inside, leave));
    inside.await();

    turnstile.doFilter(request("/"), response, NOTHING);
    assertThat(response.getStatus()).isEqualTo(503);
    MockHttpServletResponse health = new MockHttpServletResponse();
    turnstile.doFilter(request("/actuator/health"), health, NOTHING);
    assertThat(health.getStatus()).isEqualTo(200);

    leave.countDown();
    first.join();
    MockHttpServletResponse next = new MockHttpServletResponse();
    turnstile.doFilter(request("/"), next, NOTHING);
    assertThat(next.getStatus()).isEqualTo(200);
  }

  @Test
  void aBodyOverTheLimitIsRefusedUnlessTheAddressTakesFiles() throws Exception {
    assertThat(statusFor("/answers", new byte[11])).isEqualTo(413);
    assertThat(statusFor("/answers", new byte[10])).isEqualTo(200);
    assertThat(statusFor("/imports", new byte[100])).isEqualTo(200);
    assertThat(statusFor("/imports", new byte[101])).isEqualTo(413);
    assertThat(statusFor("/importsomething", new byte[11])).isEqualTo(413);
  }

  @Test
  void aFieldWithNulIsRefused() throws Exception {
    MockHttpServletRequest request = request("/answers");
    request.setParameter("name", "a\0b");
    new BodyLimits(SETTINGS).doFilter(request, response, NOTHING);
    assertThat(response.getStatus()).isEqualTo(400);
  }

  private int statusFor(String path, byte[] body) throws ServletException, IOException {
    MockHttpServletRequest request = request(path);
    request.setContent(body);
    MockHttpServletResponse answer = new MockHttpServletResponse();
    new BodyLimits(SETTINGS).doFilter(request, answer, NOTHING);
    return answer.getStatus();
  }

  private static void pass(
      Turnstile turnstile,
      MockHttpServletResponse response,
      CountDownLatch inside,
      CountDownLatch leave) {
    try {
      turnstile.doFilter(
          request("/"),
          response,
          (rq, rs) -> {
            inside.countDown();
            try {
              leave.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          });
    } catch (ServletException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MockHttpServletRequest request(String path) {
    return new MockHttpServletRequest("POST", path);
  }

  private static ComeBackLater later() throws IOException {
    return new ComeBackLater("database-away.html", "database_unavailable", Duration.ofSeconds(5));
  }
}
