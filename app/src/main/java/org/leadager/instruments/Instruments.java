package org.leadager.instruments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The instruments that come with the product, and the reading of other people's. */
@Component
public class Instruments {
  private final List<Instrument> builtIn = BuiltInInstruments.read();
  private final InstrumentStore store;

  Instruments(InstrumentStore store) {
    this.store = store;
  }

  /** The instruments that come with the product. */
  public List<Instrument> builtIns() {
    return builtIn;
  }

  /** An instrument that comes with the product, if there is one of this code and version. */
  public Optional<Instrument> builtIn(String code, String version) {
    return builtIn.stream()
        .filter(i -> i.code().equals(code) && i.version().equals(version))
        .findFirst();
  }

  /** The Leadager framework, version 1. */
  public Instrument leadager() {
    return builtIn("leadager", "1").orElseThrow();
  }

  /** The work conditions, version 1. */
  public Instrument workConditions() {
    return builtIn("work-conditions", "1").orElseThrow();
  }

  /**
   * Reads an instrument from one file of at most 1 MB: UTF-8 JSON with the sections {@code
   * framework}, {@code items}, optional {@code parameters}, and {@code texts}. Unknown fields are
   * refused. Never throws on what the file holds.
   */
  public Parsed parse(byte[] file) {
    return InstrumentParser.parse(file);
  }

  /** The instrument an organisation means by code and version: a built-in one, else its own. */
  public Optional<Instrument> find(UUID organisation, String code, String version) {
    return builtIn(code, version).or(() -> store.find(organisation, code, version));
  }

  /** An organisation's own instruments, by code and version. */
  public List<Instrument> own(UUID organisation) {
    return store.all(organisation);
  }

  /** What became of adding an instrument. */
  public enum Added {
    /** It is there now. */
    NEW,
    /** The same content was there before; nothing changed. */
    SAME,
    /** Another content has this code and version, which therefore needs a new version. */
    TAKEN
  }

  /** Adds an instrument to an organisation's own. A version, once added, never changes. */
  public Added add(UUID organisation, Parsed.Valid parsed) {
    Instrument added = parsed.instrument();
    Optional<Instrument> there =
        builtIn(added.code(), added.version())
            .or(() -> store.add(organisation, added, parsed.definition()));
    return there
        .map(i -> i.contentHash().equals(added.contentHash()) ? Added.SAME : Added.TAKEN)
        .orElse(Added.NEW);
  }
}
