package org.leadager.platform.traffic;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a bounded number of requests in, a bounded number wait for a short time, and refuses the
 * rest at once. Virtual threads make threads cheap, not database connections: without this, a crowd
 * would wait half a minute and get nothing.
 */
final class Turnstile extends OncePerRequestFilter {
  private final Semaphore places;
  private final TrafficSettings settings;
  private final ComeBackLater answer;

  Turnstile(TrafficSettings settings, ComeBackLater answer) {
    this.places = new Semaphore(settings.concurrentRequests(), true);
    this.settings = settings;
    this.answer = answer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!enter()) {
      answer.send(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  private boolean enter() {
    if (places.getQueueLength() >= settings.waitingRequests()) {
      return false;
    }
    try {
      return places.tryAcquire(settings.waitingTime().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Health must answer just when the house is full, and files cost next to nothing. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/assets/") || path.startsWith("/actuator/");
  }
}
