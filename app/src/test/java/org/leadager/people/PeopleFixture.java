package org.leadager.people;

import org.leadager.platform.db.Database;

/** Makes {@link People} for the tests of features that stand on it. */
public final class PeopleFixture {
  private PeopleFixture() {}

  /** People in this database. */
  public static People people(Database database) {
    return new People(database);
  }
}
