package org.leadager.answers;

import java.security.SecureRandom;

/** A number that a rater can quote; it is random and says nothing about the form. */
final class Receipt {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without letters and digits that are easily taken for one another. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 10;

  private Receipt() {}

  static String fresh() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
