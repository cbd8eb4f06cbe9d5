package org.leadager.reports;

import java.util.Set;
import org.leadager.instruments.Instrument.Group;

/**
 * One rater of one subject, as the disclosure gate sees them.
 *
 * @param number the rater's number within the subject's panel
 * @param group whom the rater is shown with
 * @param items codes of the items answered with a value; "not able to judge" is no answer
 */
record Respondent(int number, Group group, Set<String> items) {
  Respondent {
    items = Set.copyOf(items);
  }
}
