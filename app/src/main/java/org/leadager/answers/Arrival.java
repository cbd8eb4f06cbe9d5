package org.leadager.answers;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadager.rounds.Round;

/** Where somebody who came by a private link stands. */
public sealed interface Arrival {
  /** Answers are taken. */
  record Open(Sitting sitting) implements Arrival {}

  /** The round is over; the link is still theirs and says what became of their answers. */
  record Over(UUID organisation, Round round, List<Ended> forms) implements Arrival {}

  /** No link of anybody. */
  record Unknown() implements Arrival {}

  /**
   * What became of a form.
   *
   * @param receipt null where it was not sent in time
   */
  record Ended(UUID subject, @Nullable String receipt) {}
}
