package org.leadager.rounds;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round to be made.
 *
 * @param name 1 to 200 characters
 * @param form code of one of the instrument's forms
 * @param contentHash fingerprint of an imported file, so that it is imported once; else null
 */
public record RoundDraft(
    @Nullable UUID caseId,
    String name,
    String instrumentCode,
    String instrumentVersion,
    String form,
    @Nullable LocalDate closesOn,
    @Nullable String contentHash) {
  /** A round in which people will be asked with the Leadager framework. */
  public static RoundDraft leadager(
      @Nullable UUID caseId, String name, String form, @Nullable LocalDate closesOn) {
    return new RoundDraft(caseId, name, "leadager", "1", form, closesOn, null);
  }

  Round.Origin origin() {
    return contentHash == null ? Round.Origin.COLLECTED : Round.Origin.IMPORTED;
  }
}
