package org.leadager.engine.fit;

import java.util.Optional;

/** C2, or the reason why there is none. */
public sealed interface LimitedInformationResult
    permits LimitedInformation, LimitedInformationResult.Refused {

  /**
   * Nothing was computed.
   *
   * @param why a sentence for the person who brought the data
   */
  record Refused(String why) implements LimitedInformationResult {}

  /** C2, where there is one. */
  default Optional<LimitedInformation> found() {
    return this instanceof LimitedInformation c2 ? Optional.of(c2) : Optional.empty();
  }

  /** Why there is none. */
  default Optional<String> reason() {
    return this instanceof Refused refused ? Optional.of(refused.why()) : Optional.empty();
  }
}
