package org.leadager.browser;

/** A person of a test, invented. */
record Someone(String name, String mail) {
  /** A row of a list: this person rated by that one. */
  String ratedBy(Someone rater, String source) {
    return "%s,%s,%s,%s,%s\n".formatted(name, mail, rater.name, rater.mail, source);
  }
}
