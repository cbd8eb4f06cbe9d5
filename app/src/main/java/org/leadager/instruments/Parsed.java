package org.leadager.instruments;

import java.util.List;

/** What became of an instrument file. */
public sealed interface Parsed {
  /**
   * The file holds an instrument.
   *
   * @param definition its canonical JSON, from which the same instrument is read again
   */
  record Valid(Instrument instrument, String definition) implements Parsed {}

  /** The file was refused; at least one problem, at most 100. */
  record Invalid(List<Problem> problems) implements Parsed {}
}
