package org.leadager.instruments;

import org.leadager.platform.db.Database;

/** Instruments on a database without the rest of the application, for tests of other packages. */
public final class InstrumentsForTests {
  private InstrumentsForTests() {}

  public static Instruments on(Database database) {
    return new Instruments(new DatabaseInstrumentStore(database));
  }
}
