package org.leadager.platform.traffic;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns a failure to reach the database, wherever it happened, into "come back in a moment". It
 * stands outside everything else because sessions and sign-in need the database too.
 */
final class DatabaseAway extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

  /** A chain of causes longer than this is a circle. */
  private static final int DEEPEST_CAUSE = 50;

  /** PostgreSQL: connection exceptions, no more room (connections, disk, memory). */
  private static final Set<String> CLASSES = Set.of("08", "53");

  /** PostgreSQL: stopped by an administrator, stopped by a crash, not ready yet. */
  private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03");

  private final ComeBackLater answer;

  DatabaseAway(ComeBackLater answer) {
    this.answer = answer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | IOException | RuntimeException e) {
      if (response.isCommitted() || !isAway(e)) {
        throw e;
      }
      LOG.warn("The database does not answer: {}", e.getMessage());
      response.reset();
      answer.send(request, response);
    }
  }

  static boolean isAway(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof SQLRecoverableException
          || (cause instanceof SQLException sql && saysAway(sql.getSQLState()))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean saysAway(@Nullable String state) {
    return state != null
        && state.length() == 5
        && (STATES.contains(state) || CLASSES.contains(state.substring(0, 2)));
  }
}
