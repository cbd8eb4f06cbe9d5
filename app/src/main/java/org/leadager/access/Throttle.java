package org.leadager.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts tries per address in fixed windows and says when there were too many. Memory is bounded:
 * windows that are over are dropped as soon as there are many.
 */
public final class Throttle {
  private static final int MANY = 10_000;

  private record Window(Instant end, int tries) {}

  private final int most;
  private final Duration length;
  private final Clock clock;
  private final Map<String, Window> windows = new ConcurrentHashMap<>();

  /**
   * @param most tries in a window of this length
   */
  public Throttle(int most, Duration length, Clock clock) {
    this.most = most;
    this.length = length;
    this.clock = clock;
  }

  /** Counts a try. */
  public void count(String key) {
    Instant now = clock.instant();
    if (windows.size() > MANY) {
      windows.values().removeIf(window -> !window.end().isAfter(now));
    }
    windows.compute(
        key,
        (same, window) ->
            window == null || !window.end().isAfter(now)
                ? new Window(now.plus(length), 1)
                : new Window(window.end(), window.tries() + 1));
  }

  /** Whether the tries of this window are used up. */
  public boolean isUsedUp(String key) {
    Window window = windows.get(key);
    return window != null && window.end().isAfter(clock.instant()) && window.tries() >= most;
  }
}
