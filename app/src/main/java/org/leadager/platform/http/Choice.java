package org.leadager.platform.http;

import org.jspecify.annotations.Nullable;

/**
 * One option of a choice.
 *
 * @param hint a line below the label, if any
 */
public record Choice(String value, String label, @Nullable String hint) {
  /** An option without a hint. */
  public static Choice of(String value, String label) {
    return new Choice(value, label, null);
  }
}
