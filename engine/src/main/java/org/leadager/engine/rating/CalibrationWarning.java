package org.leadager.engine.rating;

/**
 * Something to know before a calibration's figures are believed.
 *
 * @param kind what it is
 * @param index the item or source it is about, counted from 0; −1 when it is about neither
 * @param message a plain sentence that counts items and sources from 1
 */
public record CalibrationWarning(Kind kind, int index, String message) {
  /** What a warning is about. */
  public enum Kind {
    /** Nobody answered the item; its parameters are the prior's. */
    UNANSWERED_ITEM,
    /** Everybody gave the item the same answer; its parameters are the prior's. */
    CONSTANT_ITEM,
    /** Nobody chose one of the item's answers; the prior alone places its threshold. */
    EMPTY_CATEGORY,
    SLOPE_AT_BOUND,
    CORRELATION_AT_BOUND,
    VARIANCE_AT_BOUND,
    /** Too few subjects for the unit of the axes to rest on the answers. */
    FEW_SUBJECTS,
    /** Nobody shares a subject with another rater of the source: its halo variance is held. */
    HALO_HELD
  }
}
