package org.leadager.engine.rating;

/** Argument checks that name what is wrong. */
final class Check {
  private Check() {}

  static void that(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  static void index(int index, int size, String what) {
    that(index >= 0 && index < size, what + " " + index + " is not within 0.." + (size - 1));
  }

  static void positive(double value, String what) {
    that(value > 0 && value < Double.POSITIVE_INFINITY, what + " must be positive, not " + value);
  }

  static void notNegative(double value, String what) {
    that(
        value >= 0 && value < Double.POSITIVE_INFINITY,
        what + " must not be negative, but is " + value);
  }
}
