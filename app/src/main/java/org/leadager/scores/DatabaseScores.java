package org.leadager.scores;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadager.platform.db.Database;
import org.springframework.stereotype.Component;

/** The scores in the table {@code scores.snapshot}. */
@Component
final class DatabaseScores implements Scores {
  private final Database database;

  DatabaseScores(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Snapshot> latest(UUID organisation, UUID subject) {
    return database.read(organisation, dsl -> new SnapshotStore(dsl).latest(subject));
  }

  @Override
  public List<Snapshot> ofRound(UUID organisation, UUID round) {
    return database.read(organisation, dsl -> new SnapshotStore(dsl).ofRound(round));
  }
}
