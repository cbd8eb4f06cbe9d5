package org.leadager.rounds;

import java.util.UUID;

/** A round takes no more answers. In the outbox, the payload holds {@code roundId}. */
public record RoundClosed(UUID organisation, UUID roundId) {
  /** Its kind in the outbox. */
  public static final String KIND = "RoundClosed";
}
