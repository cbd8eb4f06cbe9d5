package org.leadager.cli;

/** A mistake in what was asked or brought, in words for the person who can put it right. */
final class Problem extends Exception {
  private static final long serialVersionUID = 1;

  Problem(String message) {
    super(message);
  }
}
