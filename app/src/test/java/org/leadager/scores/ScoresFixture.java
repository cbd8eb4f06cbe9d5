package org.leadager.scores;

import org.leadager.platform.db.Database;

/** Makes {@link Scores} for the tests of features that stand on it. */
public final class ScoresFixture {
  private ScoresFixture() {}

  /** The scores in this database. */
  public static Scores over(Database database) {
    return new DatabaseScores(database);
  }
}
