package org.leadager.cli;

import java.util.Locale;

/** Numbers and counts as people read them. */
final class Words {
  private Words() {}

  /** Rounded; never −0.00. */
  static String number(double v, int digits) {
    return Double.isFinite(v) ? rounded("%." + digits + "f", v) : "cannot be told";
  }

  /** Rounded with its sign, for a difference; what rounds to zero has none. */
  static String signed(double v, int digits) {
    if (!Double.isFinite(v)) {
      return "cannot be told";
    }
    String text = rounded("%+." + digits + "f", v);
    return text.matches("\\+0(\\.0*)?") ? text.substring(1) : text;
  }

  private static String rounded(String format, double v) {
    String text = String.format(Locale.ROOT, format, v);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }

  /** "1 row", "2 rows", "3,000 rows". */
  static String count(long n, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
  }

  /** "1 row", "2 rows": the plural by an s. */
  static String count(long n, String one) {
    return count(n, one, one + "s");
  }
}
