package org.leadager.engine.rating;

import java.util.List;

/**
 * The scores of subjects who were scored together.
 *
 * @param subjects one score for each subject, in the order in which they were given
 * @param warnings plain sentences about what could not be done; empty when nothing
 */
public record RoundScore(List<SubjectScore> subjects, List<String> warnings) {
  public RoundScore {
    subjects = List.copyOf(subjects);
    warnings = List.copyOf(warnings);
  }
}
