package org.leadager.rounds;

import java.util.Locale;
import java.util.Set;

/**
 * Where a round stands. The graph is draft → open → closed → scored; an imported round, which is
 * finished before it comes here, goes from draft to closed.
 */
public enum RoundState {
  /** Being set up; nobody has been asked. */
  DRAFT,
  /** Raters have their links. */
  OPEN,
  /** No more answers; scoring has been asked for. */
  CLOSED,
  /** Scores of all its subjects exist. */
  SCORED;

  /** The states that may follow. */
  Set<RoundState> next(Round.Origin origin) {
    return switch (this) {
      case DRAFT -> Set.of(origin == Round.Origin.IMPORTED ? CLOSED : OPEN);
      case OPEN -> Set.of(CLOSED);
      case CLOSED -> Set.of(SCORED);
      case SCORED -> Set.of();
    };
  }

  /** Whether nobody can answer any more. */
  public boolean isOver() {
    return this == CLOSED || this == SCORED;
  }

  /** The state as pages say it. */
  public String words() {
    return switch (this) {
      case DRAFT -> "being set up";
      case OPEN -> "open";
      case CLOSED, SCORED -> "closed";
    };
  }

  /** The word the database keeps. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RoundState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
