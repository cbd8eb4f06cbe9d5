package org.leadager.instruments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where organisations' own instruments are kept. */
interface InstrumentStore {
  Optional<Instrument> find(UUID organisation, String code, String version);

  /** In order of code and version. */
  List<Instrument> all(UUID organisation);

  /** Keeps an instrument, unless one of its code and version is there: then answers that one. */
  Optional<Instrument> add(UUID organisation, Instrument instrument, String definition);
}
