package org.leadager.answers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A rater who came by a private link, with the people to be rated.
 *
 * @param organisation known from the link alone
 */
public record Sitting(UUID organisation, UUID round, UUID rater, List<Task> tasks) {
  /** One person to be rated, and the form for it. */
  public record Task(UUID request, UUID subject, String source, UUID form) {}

  /** The task with this form, or empty when it is not this rater's. */
  public Optional<Task> task(UUID form) {
    return tasks.stream().filter(t -> t.form().equals(form)).findFirst();
  }
}
