package org.leadager.rounds;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many forms are in, never whose.
 *
 * @param bySource over all subjects; sources in which fewer are asked than the smallest group shown
 *     apart are left out, and so is the next smallest where one alone would follow by subtraction
 * @param bySubject in the panel's order
 */
public record Progress(int asked, int in, Map<String, Count> bySource, List<OfSubject> bySubject) {
  /** Forms asked for and in. */
  public record Count(int asked, int in) {}

  /** All forms about one subject. */
  public record OfSubject(UUID subjectId, int asked, int in) {}
}
