package org.leadager.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of ratings.
 *
 * @param caseId the case it belongs to, if any
 * @param form code of the instrument's form
 * @param minimumGroup the smallest group of raters shown apart, 3 or more
 * @param closesOn the last day of answering, which raters are told
 */
public record Round(
    UUID id,
    @Nullable UUID caseId,
    String name,
    String instrumentCode,
    String instrumentVersion,
    String form,
    RoundState state,
    int minimumGroup,
    @Nullable LocalDate closesOn,
    Origin origin) {
  /** A rater who is in the middle of answering when the last day ends has one day to finish. */
  static final int GRACE_DAYS = 1;

  /** Where its answers come from. */
  public enum Origin {
    /** Raters answer here. */
    COLLECTED,
    /** Brought from elsewhere, finished. */
    IMPORTED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Origin of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Whether an answer given now counts: the round is open and its last day and grace not over. */
  public boolean accepts(Instant now) {
    return state == RoundState.OPEN
        && (closesOn == null
            || now.isBefore(
                closesOn.plusDays(1L + GRACE_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }
}
