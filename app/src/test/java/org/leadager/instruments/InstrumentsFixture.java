package org.leadager.instruments;

import org.leadager.platform.db.Database;

/** Instruments over a test's database, for tests of other packages. */
public final class InstrumentsFixture {
  private InstrumentsFixture() {}

  /** The real thing, as the application wires it. */
  public static Instruments over(Database database) {
    return new Instruments(new DatabaseInstrumentStore(database));
  }
}
