package org.leadager.rounds;

import java.util.UUID;

/** Raters of a round have been asked. In the outbox, the payload holds {@code roundId}. */
public record RoundLaunched(UUID organisation, UUID roundId) {
  /** Its kind in the outbox. */
  public static final String KIND = "RoundLaunched";
}
