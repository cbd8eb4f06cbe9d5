package org.leadager.rounds;

import java.util.List;

/** What became of a change to a round. */
public sealed interface Outcome {
  /** It was made, now or by an earlier, equal request. */
  record Done() implements Outcome {}

  /** Nothing was changed; each sentence says what is wrong and what to do. */
  record Refused(List<String> problems) implements Outcome {
    static Refused because(String problem) {
      return new Refused(List.of(problem));
    }
  }

  /** The organisation has no such round. */
  record NotFound() implements Outcome {}
}
