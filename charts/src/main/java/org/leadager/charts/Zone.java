package org.leadager.charts;

/** Where a competence lies against its need, and how sure that is. */
public enum Zone {
  CLEAR_STRENGTH("cs", Ink.UP, Ink.UP_FILL, 0.62),
  LIKELY_STRENGTH("ls", Ink.UP, Ink.UP_FILL, 0.38),
  CANNOT_TELL("ct", Ink.UNCLEAR, Ink.UNCLEAR_FILL, 0.34),
  LIKELY_NEED("ln", Ink.DOWN, Ink.DOWN_FILL, 0.38),
  CLEAR_NEED("cn", Ink.DOWN, Ink.DOWN_FILL, 0.62),
  /** No need is set, so nothing is compared. */
  NONE("none", Ink.INK, Ink.INK_3, 0.38);

  final String code;
  final String dot;
  final String bar;
  final double opacity;

  Zone(String code, String dot, String bar, double opacity) {
    this.code = code;
    this.dot = dot;
    this.bar = bar;
    this.opacity = opacity;
  }

  /** As in {@code data-zone}: cs, ls, ct, ln, cn, none. */
  public String code() {
    return code;
  }

  String say(ChartWords words) {
    return words.get("zone." + code);
  }
}
