package org.leadager.answers;

import java.util.Map;

/**
 * Answers to be saved.
 *
 * @param seen the revision of the draft that the rater was looking at
 * @param values by item
 * @param comments by open question; an empty text takes an earlier one back
 */
public record Save(long seen, Map<String, Draft.Answer> values, Map<String, String> comments) {
  /** One answer. */
  public static Save of(long seen, String item, Draft.Answer answer) {
    return new Save(seen, Map.of(item, answer), Map.of());
  }
}
