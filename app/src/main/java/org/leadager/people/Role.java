package org.leadager.people;

import java.util.Locale;

/**
 * What a person may do in an organisation. Being a subject or a rater is no role: it follows from a
 * round.
 */
public enum Role {
  /** Keeps people, roles and the installation; sees nobody's answers. */
  ADMINISTRATOR,
  /** Runs cases and rounds. */
  CONSULTANT,
  /** Asks for the work and decides what follows. */
  SPONSOR;

  /** The word the database keeps. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
