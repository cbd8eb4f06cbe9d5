package org.leadager.scores;

import java.util.Map;
import java.util.Set;

/**
 * One rater's answers about one subject, as submitted.
 *
 * @param rater the rater's number within the subject's panel, which tells nothing about who it is
 * @param source code of the instrument's source
 * @param values answers by item code, amount items included; answers as given, not turned round
 * @param unable items for which the rater said "not able to judge"
 */
public record RaterAnswers(
    int rater, String source, Map<String, Integer> values, Set<String> unable) {
  public RaterAnswers {
    values = Map.copyOf(values);
    unable = Set.copyOf(unable);
  }
}
