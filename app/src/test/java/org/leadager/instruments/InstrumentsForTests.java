package org.leadager.instruments;

import org.leadager.platform.db.Database;

/** Instruments on a database without the rest of the application, for tests of other packages. */
public final class InstrumentsForTests {
  private InstrumentsForTests() {}

  /** The Leadager framework, version 1. */
  public static Instrument leadager() {
    return BuiltInInstruments.read().stream()
        .filter(i -> i.code().equals("leadager"))
        .findFirst()
        .orElseThrow();
  }

  public static Instruments on(Database database) {
    return new Instruments(new DatabaseInstrumentStore(database));
  }
}
