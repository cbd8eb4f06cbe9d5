package org.leadager.scores;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The scores that exist. */
public interface Scores {
  /** The newest snapshot of a subject, if there is one. */
  Optional<Snapshot> latest(UUID organisation, UUID subject);

  /** The newest snapshot of each subject of a round, in the round's order of subjects. */
  List<Snapshot> ofRound(UUID organisation, UUID round);
}
