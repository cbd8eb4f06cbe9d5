package org.leadager.charts;

import org.jspecify.annotations.Nullable;

final class Checks {
  private Checks() {}

  static void finite(String what, @Nullable Double... values) {
    for (Double value : values) {
      if (value != null && !Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "Not a number that can be drawn (" + what + "): " + value);
      }
    }
  }
}
