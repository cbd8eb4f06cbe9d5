package org.leadager.answers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it stands.
 *
 * @param revision grows with every save
 * @param receipt given at submission, null before
 * @param values by item; absent where not yet answered
 * @param comments by open question
 */
public record Draft(
    long revision,
    @Nullable String receipt,
    Map<String, Answer> values,
    Map<String, String> comments) {
  /** An answer to an item; a null value is "not able to judge". */
  public record Answer(@Nullable Integer value) {
    /** Not able to judge. */
    public static final Answer UNABLE = new Answer(null);
  }

  /** Whether it is in and cannot change any more. */
  public boolean isSubmitted() {
    return receipt != null;
  }
}
