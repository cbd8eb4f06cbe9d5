package org.leadager.diagnosis;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given; the latest to a question counts.
 *
 * @param choice value of an option, {@code unknown}, or competence codes separated by commas
 * @param note in the person's own words
 * @param by the person who answered, null for the demo's own
 */
public record Answer(
    String question, String choice, @Nullable String note, @Nullable UUID by, OffsetDateTime at) {
  /** The choice of somebody who does not know: an answer to the question, no evidence. */
  public static final String UNKNOWN = "unknown";

  /** Whether the person said that they do not know. */
  public boolean unknown() {
    return choice.equals(UNKNOWN);
  }
}
